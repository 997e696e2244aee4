// From the form to controlled objects (P5): what an authority can hold, and what lies in what.
import type { Form, FormRow } from '../shipment/contract.ts';
import type { ControlledObject, ObjectType } from './contract.ts';

export const objectId = (type: ObjectType, key: string): string => `${type}:${normaliseKey(key)}`;
export const normaliseKey = (key: string): string => key.replace(/[\s-]/g, '').toUpperCase();

const conveyanceWords: Readonly<Record<string, { zh: string; en: string }>> = {
  '2': { zh: '船舶', en: 'Vessel' },
  '3': { zh: '列车', en: 'Train' },
  '5': { zh: '航班', en: 'Flight' },
};

/** `since` is when this version was filed: from then on clocks run. */
export function splitObjects(
  form: Form,
  about: {
    readonly number: string;
    readonly version: number;
    readonly since: string;
    /** More facts of the declaration. */
    readonly facts?: Readonly<Record<string, string>>;
  },
): ControlledObject[] {
  const text = (id: string) => (typeof form[id] === 'string' ? (form[id] as string) : '');
  const rows = (group: string): readonly FormRow[] => (Array.isArray(form[group]) ? form[group] : []);
  const shared = {
    transportMode: text('transportMode'),
    direction: text('direction'),
    version: String(about.version),
    since: about.since,
  };
  const make = (
    type: ObjectType,
    key: string,
    label: { zh: string; en: string },
    within: readonly string[],
    facts: Record<string, string> = {},
  ): ControlledObject => ({
    id: objectId(type, key),
    type,
    key: normaliseKey(key),
    label,
    within,
    facts: { ...shared, ...facts },
  });

  const objects: ControlledObject[] = [];
  const mode = conveyanceWords[text('transportMode')];
  const journey = [text('conveyanceId') || text('conveyanceName'), text('voyageNumber')].filter(Boolean).join('/');
  if (mode && journey)
    objects.push(
      make(
        'conveyance',
        journey,
        {
          zh: `${mode.zh} ${text('conveyanceName')} ${text('voyageNumber')}`.trim(),
          en: `${mode.en} ${text('conveyanceName')} ${text('voyageNumber')}`.trim(),
        },
        [],
      ),
    );
  const conveyance = objects.map((o) => o.id);
  const bill = text('billNumber');
  if (bill) objects.push(make('bill', bill, { zh: `提运单 ${bill}`, en: `Bill ${bill}` }, conveyance));
  const above = bill ? [objectId('bill', bill)] : conveyance;

  const licensed = String(rows('licences').length + rows('goodsLicences').length > 0);
  const declaration = make(
    'declaration',
    about.number,
    { zh: `报关单 ${about.number}`, en: `Declaration ${about.number}` },
    [],
    { licensed, ...about.facts },
  );
  objects.push(declaration);

  const lot = lotOf(text('transportMode'), text('stationCode'));
  const containers = rows('containers').filter((row) => row.containerNumber);
  const units =
    containers.length > 0
      ? containers.map((row) => ({
          lines: (row.containerGoods ?? '')
            .split(',')
            .map((s) => s.trim())
            .filter(Boolean),
          object: make(
            'container',
            row.containerNumber ?? '',
            { zh: `集装箱 ${row.containerNumber}`, en: `Container ${row.containerNumber}` },
            above,
          ),
        }))
      : [
          {
            lines: [] as string[],
            object: make(
              lot.type,
              `${about.number}-LOT`,
              {
                zh: `${lot.zh} ${text('packageCount') || '?'} 件`,
                en: `${lot.en}, ${text('packageCount') || '?'} packages`,
              },
              above,
            ),
          },
        ];
  objects.push(...units.map((u) => u.object));

  for (const [i, row] of rows('goods').entries()) {
    const line = row.lineNumber ?? String(i + 1);
    // A box that names no lines may hold any of them.
    const inside = units.filter((u) => u.lines.length === 0 || u.lines.includes(line)).map((u) => u.object.id);
    objects.push(
      make(
        'goods-line',
        `${about.number}/${line}`,
        { zh: `第 ${line} 项 ${row.goodsName ?? ''}`.trim(), en: `Line ${line} ${row.goodsName ?? ''}`.trim() },
        [declaration.id, ...inside],
        {
          dangerous: String(Boolean(row.unNumber)),
          hsCode: row.hsCode ?? '',
          ...(isOpen(units, line) ? { boxesOpen: 'true' } : {}),
        },
      ),
    );
  }
  return objects;
}

/** Stations where express parcels lie (快件监管中心); the same id as in `release/stations.ts`. */
const EXPRESS_CENTRES: ReadonlySet<string> = new Set(['CKG-EXPRESS']);
/**
 * What a case without boxes is: mail where it comes as such (邮件运输 of the customs table of modes), express parcels where it lies in the
 * express centre, whatever brought it (B16 三(一)3(2)).
 */
function lotOf(mode: string, station: string): { readonly type: ObjectType; readonly zh: string; readonly en: string } {
  if (mode === '6') return { type: 'mail', zh: '邮件', en: 'Mail' };
  if (EXPRESS_CENTRES.has(station)) return { type: 'express-parcel', zh: '快件', en: 'Express parcels' };
  return { type: 'package', zh: '整批货物', en: 'The lot' };
}

/** Several boxes, none of which names the line: a manifest may say in which it lies. */
const isOpen = (units: readonly { readonly lines: readonly string[] }[], line: string): boolean =>
  units.length > 1 && !units.some((u) => u.lines.includes(line));
