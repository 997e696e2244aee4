// The bytes of an enterprise's file as shipments (N12): a spreadsheet, JSON, or a partner's own declaration; which of them it is the bytes say.
import { parseCsv } from '../../runtime/codec/csv.ts';
import { parseJson } from '../../runtime/codec/json.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { writeCsv } from '../../runtime/codec/write-csv.ts';
import { isZip, parseXlsx, writeXlsxTemplate } from '../../runtime/codec/xlsx.ts';
import { findFormReader } from '../mapping/index.ts';
import { findLongGroups, findUnknown, normaliseForm } from '../shipment/index.ts';
import type { Form } from '../shipment/contract.ts';
import { readSheet, type Sheet, type SheetShipment, sheetColumns } from './map-sheet.ts';

export const MAX_FILE_BYTES = 4 * 1024 * 1024;
/** Of one file: each is filed by itself, and an answer is one message. */
const MOST_SHIPMENTS = 200;
const limits = { maxBytes: MAX_FILE_BYTES, maxRows: 5000, maxColumns: 400 };

export async function readFile(bytes: Uint8Array, fileName: string): Promise<Sheet> {
  const sheet = await read(bytes, fileName);
  if (sheet.shipments.length === 0) throw new UnreadableMessage('文件中没有货物', 'There is no shipment in the file');
  if (sheet.shipments.length > MOST_SHIPMENTS)
    throw new UnreadableMessage(
      `文件有 ${sheet.shipments.length} 票，一次至多 ${MOST_SHIPMENTS} 票`,
      `The file has ${sheet.shipments.length} shipments, ${MOST_SHIPMENTS} at the most`,
      'TOO_MANY',
    );
  return sheet;
}

async function read(bytes: Uint8Array, fileName: string): Promise<Sheet> {
  if (isZip(bytes)) return readSheet(await parseXlsx(bytes, limits));
  const first = Buffer.from(bytes.subarray(0, 200)).toString('utf-8').replace('\uFEFF', '').trimStart()[0];
  if (first === '{') return readJson(bytes);
  if (first !== '<') return readSheet(parseCsv(bytes, limits));
  const message = { bytes, contentType: 'application/xml', fileName };
  const form = findFormReader(message)?.(message);
  if (!form) throw new UnreadableMessage('没有通道能读取此 XML 报文', 'No channel reads this XML as a declaration');
  return { shipments: [{ ...plain(form, 0) }], findings: [] };
}

function readJson(bytes: Uint8Array): Sheet {
  const whole = parseJson(bytes) as { shipments?: unknown };
  const forms = whole.shipments;
  if (!Array.isArray(forms) || !forms.every(isObject))
    throw new UnreadableMessage('JSON 中没有 shipments 表单数组', 'The JSON has no array of forms "shipments"');
  // One that is too long, or has what no element takes, is refused for itself when it is filed; the others go on.
  return {
    shipments: forms.map((raw, i) => {
      if (findLongGroups(raw).length > 0) return plain(raw as Form, i);
      const { form, unknown } = normaliseForm(raw);
      return { ...plain(form, i), findings: findUnknown(raw, unknown) };
    }),
    findings: [],
  };
}
const plain = (form: SheetShipment['form'], i: number): SheetShipment => ({
  reference: typeof form.traderReference === 'string' ? form.traderReference : `#${i + 1}`,
  form,
  findings: [],
  placeOf: () => ({}),
});
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One header row; CSV in UTF-8 with a BOM, so that spreadsheets show Chinese. */
export const sheetTemplate = async (format: 'csv' | 'xlsx'): Promise<Uint8Array> =>
  format === 'xlsx' ? writeXlsxTemplate('货物', sheetColumns) : Buffer.from(writeCsv([sheetColumns]));
