// From the form to controlled objects (P5): what an authority can hold, and what lies in what.
import type { Form, FormRow } from '../shipment/contract.ts';
import { linesIn, type Piece, piecesOf, pieceType } from '../shipment/index.ts';
import type { ControlledObject, ObjectType } from './contract.ts';

export const objectId = (type: ObjectType, key: string): string => `${type}:${normaliseKey(key)}`;
export const normaliseKey = (key: string): string => key.replace(/[\s-]/g, '').toUpperCase();

const conveyanceWords: Readonly<Record<string, { zh: string; en: string }>> = {
  '2': { zh: '船舶', en: 'Vessel' },
  '3': { zh: '列车', en: 'Train' },
  '5': { zh: '航班', en: 'Flight' },
};

type Unit = { readonly lines: readonly string[]; readonly object: ControlledObject };

/** `since` is when this version was filed: from then on clocks run. */
export function splitObjects(
  form: Form,
  about: {
    readonly number: string;
    readonly version: number;
    readonly since: string;
    /** Versions whose words still count, by authority (`words-carried.ts`). */
    readonly carried?: Readonly<Record<string, string>>;
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
    ...about.carried,
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

  const containers = rows('containers').filter((row) => row.containerNumber);
  const boxes: Unit[] = containers.map((row) => ({
    lines: linesIn(row.containerGoods),
    object: make(
      'container',
      row.containerNumber ?? '',
      { zh: `集装箱 ${row.containerNumber}`, en: `Container ${row.containerNumber}` },
      above,
    ),
  }));
  const pieces = piecesOf(form, about.number);
  const houses = [...new Map(pieces.filter((p) => p.bill).map((p) => [objectId('bill', p.bill), p.bill])).values()];
  for (const house of houses) {
    const label = { zh: `分提运单 ${house}`, en: `House bill ${house}` };
    objects.push(make('bill', house, label, conveyance));
  }
  const known = new Set(boxes.map((box) => box.object.id));
  const listed: Unit[] = pieces.map((piece) => {
    const words = unitWords[piece.type];
    const box = objectId('container', piece.container);
    const carriers = [
      ...(known.has(box) ? [box] : above),
      // Beneath its house bill as well: a word on either is a word on it.
      ...(piece.bill ? [objectId('bill', piece.bill)] : []),
    ];
    const label = { zh: `${words.zh} ${piece.number}`, en: `${words.en} ${piece.number}` };
    return { lines: piece.lines, object: make(piece.type, piece.key, label, carriers) };
  });
  const lot = pieceType(form);
  const units: Unit[] =
    boxes.length + listed.length > 0
      ? [...boxes, ...listed]
      : [
          {
            lines: [],
            object: make(
              lot,
              `${about.number}-LOT`,
              {
                zh: `${lotWords[lot].zh} ${text('packageCount') || '?'} 件`,
                en: `${lotWords[lot].en}, ${text('packageCount') || '?'} packages`,
              },
              above,
            ),
          },
        ];
  objects.push(...units.map((u) => u.object));

  const linesOf = new Map(units.map((u) => [u.object.id, u.lines]));
  /** What names no lines may hold any of them, or any of its box. */
  const mayHold = (unit: Unit, line: string): boolean => {
    if (unit.lines.length > 0) return unit.lines.includes(line);
    const box = linesOf.get(unit.object.within.find((id) => known.has(id)) ?? '') ?? [];
    return box.length === 0 || box.includes(line);
  };
  for (const [i, row] of rows('goods').entries()) {
    const line = row.lineNumber ?? String(i + 1);
    const inside = units.filter((u) => mayHold(u, line)).map((u) => u.object.id);
    objects.push(
      make(
        'goods-line',
        `${about.number}/${line}`,
        { zh: `第 ${line} 项 ${row.goodsName ?? ''}`.trim(), en: `Line ${line} ${row.goodsName ?? ''}`.trim() },
        [declaration.id, ...inside],
        {
          dangerous: String(Boolean(row.unNumber)),
          hsCode: row.hsCode ?? '',
          ...(isOpen(boxes, units, line) ? { boxesOpen: 'true' } : {}),
        },
      ),
    );
  }
  return objects;
}

const unitWords: Readonly<Record<Piece['type'], { zh: string; en: string }>> = {
  package: { zh: '货件', en: 'Package' },
  'express-parcel': { zh: '快件', en: 'Express parcel' },
  mail: { zh: '邮件', en: 'Mail' },
};
/** A case without boxes that lists no packages is one lot. */
const lotWords: typeof unitWords = {
  package: { zh: '整批货物', en: 'The lot' },
  'express-parcel': { zh: '快件', en: 'Express parcels' },
  mail: { zh: '邮件', en: 'Mail' },
};

/** Several boxes, and nothing names the line: a manifest may say in which it lies. */
const isOpen = (boxes: readonly Unit[], units: readonly Unit[], line: string): boolean =>
  boxes.length > 1 && !units.some((u) => u.lines.includes(line));
