// IATA Cargo-XML as its public descriptions and public code generated from its schemas name it: the four messages that are spoken here, their
// roots, namespaces and document codes (N10). The schemas themselves come with IATA's toolkit and are not public.
import type { XmlPart } from '../../runtime/codec/xml.ts';
import { writeXml } from '../../runtime/codec/xml.ts';

/** What stands below the parts of a message, whichever message it is. */
const MODEL = 'iata:datamodel:3';

/** `document`: UN/EDIFACT 1001, as each message names itself; no public description gives that of XFSU, so none is written. */
export const cargoXml = {
  XFWB: { root: 'Waybill', namespace: 'iata:waybill:1', document: '740', version: '3.00' },
  XFHL: { root: 'HouseManifest', namespace: 'iata:housemanifest:1', document: '785', version: '2.00' },
  XFFM: { root: 'FlightManifest', namespace: 'iata:flightmanifest:1', document: '122', version: '2.00' },
  XFSU: { root: 'StatusMessage', namespace: 'iata:statusmessage:1', document: '', version: '3.00' },
} as const;
export type CargoXmlKind = keyof typeof cargoXml;

/** By root and first part, whatever the prefixes. */
export const isCargoXml = (head: string): boolean =>
  /[<:](Waybill|HouseManifest|FlightManifest|StatusMessage)[\s>]/.test(head) &&
  /[<:]MessageHeaderDocument[\s>]/.test(head);

/** Creation, Update or Deletion: whether the message says something, says it again, or takes it back. */
export type Purpose = 'Creation' | 'Update' | 'Deletion';

/** `at`: local time without a zone, as airports write it. */
export type CargoXmlHead = {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly purpose: Purpose;
  readonly business: readonly XmlPart[];
};

/** The parts of a message are in its own namespace, all below them in that of the model. */
export function writeCargoXml(kind: CargoXmlKind, head: CargoXmlHead, parts: readonly XmlPart[]): string {
  const { root, namespace, document, version } = cargoXml[kind];
  const header: XmlPart = [
    'MessageHeaderDocument',
    [
      ['ID', head.id],
      ['Name', head.name],
      ...(document === '' ? [] : [['TypeCode', document] as const]),
      ['IssueDateTime', head.at],
      ['PurposeCode', head.purpose],
      ['VersionID', version],
    ],
  ];
  const part = ([name, content]: XmlPart): XmlPart => [
    name,
    typeof content === 'string' ? content : content.map(([n, c, more]): XmlPart => [n, c, { xmlns: MODEL, ...more }]),
  ];
  const all = [header, ['BusinessHeaderDocument', head.business] as const, ...parts];
  return writeXml([root, all.map(part), { xmlns: namespace }]);
}

export const kilograms = (name: string, mass: string): XmlPart => [name, mass, { unitCode: 'KGM' }];
export const airport = (name: string, code: string): XmlPart => [name, [['ID', code]]];
