// 平台文件: the flat files of Chinese ports (JT/T; formats §3.3): records of fields parted by colons, ended by an apostrophe, escaped by a question mark.
// BAPLIE is a bay plan, IFCSUM a manifest. The official text was not to be had: positions are those of small public samples, to be agreed.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { fromPartnerTime, readPartnerTime } from '../../kernel/instant.ts';
import { decodeText } from '../../runtime/codec/charset.ts';
import { readFlatRecords } from '../../runtime/codec/flat-records.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { cellOf, type Position, portsOf } from './read-bay-plan.ts';

export const isFlatFile = (bytes: Uint8Array): boolean =>
  /^00:[A-Z]{3,8}:/.test(Buffer.from(bytes.subarray(0, 16)).toString('latin1'));

type Records = readonly (readonly string[])[];
/** GB18030 is what ports write; UTF-8 is told apart because it can hardly be read by chance. */
function decode(bytes: Uint8Array): string {
  try {
    return decodeText(bytes, 'utf-8');
  } catch {
    return decodeText(bytes, 'gb18030');
  }
}

export function interpretFlatFile(bytes: Uint8Array): Interpretation {
  const records = readFlatRecords(decode(bytes));
  const [, type = '', , operation = '', sender = '', receiver = '', created = ''] = records[0] ?? [];
  const at = timeOf(created);
  if (!at) throw new UnreadableMessage('平台文件缺少编制时间', 'The flat file says no time');
  const vessel = records.find(([tag]) => tag === '10') ?? [];
  const fact =
    type === 'BAPLIE' ? bayPlan(records, vessel, at) : type === 'IFCSUM' ? manifest(records, vessel) : undefined;
  if (!fact) throw new UnreadableMessage(`平台文件类型 ${type} 不支持`, `The flat file ${type} is not supported`);
  return {
    format: `${type} 平台文件`,
    partnerMessageId: [type, operation, sender, receiver, created, vessel[4] ?? ''].join('/'),
    facts: [fact],
  };
}

/** yyyyMMddHHmmss, or yyMMddHHmm. */
const timeOf = (text: string): string | undefined =>
  readPartnerTime(text) ?? (/^\d{10}$/.test(text) ? fromPartnerTime(`20${text}`, 'yyyyMMddHHmm') : undefined);

function bayPlan(records: Records, vessel: readonly string[], at: string): InboundFact {
  const positions: Position[] = [];
  for (const [tag, ...fields] of records) {
    const last = positions.at(-1);
    if (tag === '50') {
      const cell = cellOf(fields[3] ?? '');
      if (fields[0] && cell) positions.push({ container: fields[0], position: cell });
    } else if (tag === '52' && last)
      positions[positions.length - 1] = { ...last, ...portsOf(fields[0] ?? '', fields[2] ?? '') };
  }
  const [, callSign = '', name = '', , voyage = ''] = vessel;
  return { fact: 'stowed', conveyance: callSign || name, at, positions, ...(voyage ? { voyage } : {}) };
}

function manifest(records: Records, vessel: readonly string[]): InboundFact {
  const bills: { bill: string; containers: string[]; packages: number; mass: number }[] = [];
  for (const [tag, ...fields] of records) {
    if (tag === '12' && fields[0]) bills.push({ bill: fields[0], containers: [], packages: 0, mass: 0 });
    const bill = bills.at(-1);
    if (tag !== '51' || !bill) continue;
    const [, container = '', , , , packages = '', mass = ''] = fields;
    if (container) bill.containers.push(container);
    // Whole numbers in the record; anything else is left out of the sum rather than guessed at.
    if (/^\d{1,9}$/.test(packages)) bill.packages += Number(packages);
    if (/^\d{1,9}$/.test(mass)) bill.mass += Number(mass);
  }
  if (bills.length === 0) throw new UnreadableMessage('平台文件没有提单', 'The flat manifest names no bill');
  const [, callSign = '', name = '', , voyage = ''] = vessel;
  return {
    fact: 'manifested',
    conveyance: callSign || name,
    ...(voyage ? { voyage } : {}),
    bills: bills.map(({ bill, containers, packages, mass }) => ({
      bill,
      containers,
      ...(packages > 0 ? { packages: String(packages) } : {}),
      ...(mass > 0 ? { grossMassKg: String(mass) } : {}),
    })),
  };
}
