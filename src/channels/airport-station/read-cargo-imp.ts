// Cargo-IMP messages (IATA; FSU/14, FWB/16, FHL/5, FFM/8) read into facts (N10): where the goods are, and what waybill and flight manifest say
// of them. Only the lines that are needed are read; all others are left alone, as stations write them differently.
import type { InboundFact, Interpretation } from '../../hub/mapping/contract.ts';
import { readPartnerTime } from '../../kernel/instant.ts';
import { UnreadableMessage } from '../../runtime/codec/unreadable.ts';
import { factOfStatus, isStatus, PLACE } from './statuses.ts';

const CONSIGNMENT = /^(\d{3}-\d{8})[A-Z]{6}\/[TSPDM](\d{1,6})(?:K(\d{1,9}(?:\.\d{1,3})?))?/;
type Consignment = { readonly bill: string; readonly packages?: string; readonly grossMassKg?: string };

function consignmentOf(line: string): Consignment | undefined {
  const [, bill, packages, mass] = CONSIGNMENT.exec(line) ?? [];
  return bill ? { bill, ...(packages ? { packages } : {}), ...(mass ? { grossMassKg: mass } : {}) } : undefined;
}
const unreadable = (kind: string) =>
  new UnreadableMessage(`${kind} 报文缺少运单、状态或时间`, `The ${kind} message lacks waybill, status or time`);

export function readCargoImp(lines: readonly string[]): Interpretation {
  const [kind = ''] = lines;
  switch (kind.split('/', 1)[0]) {
    case 'FSU':
      return readStatus(kind, lines);
    case 'FWB':
      return readWaybill(kind, lines);
    case 'FHL':
      return readHouses(kind, lines);
    case 'FFM':
      return readFlight(kind, lines);
    default:
      throw new UnreadableMessage('不是 Cargo-IMP 报文', 'It is no Cargo-IMP message');
  }
}

/** The waybill line, then status lines `DLV/20NOV1930/CKG/T10K200`; `OSI/` remarks have the exact time, our release, and that it is taken back. */
function readStatus(kind: string, [, waybill = '', ...rest]: readonly string[]): Interpretation {
  const bill = /^(\d{3}-\d{8})/.exec(waybill)?.[1];
  const remark = (name: string) => rest.find((line) => line.startsWith(`OSI/${name} `))?.slice(name.length + 5);
  const stamp = remark('AT') ?? '';
  const at = readPartnerTime(stamp);
  const status = rest.map((line) => line.slice(0, 3)).find(isStatus);
  if (!/^FSU\/\d+$/.test(kind) || !bill || !status || !at) throw unreadable('FSU');
  const releaseNumber = remark('REL');
  const reversed = rest.includes('OSI/CXL');
  const facts = [factOfStatus(status, { bill, at, reversed, ...(releaseNumber ? { releaseNumber } : {}) })];
  return {
    format: `${kind} ${status}${reversed ? ' CXL' : ''}`,
    partnerMessageId: `${bill}/${status}/${stamp}/${releaseNumber ?? ''}${reversed ? '/CXL' : ''}`,
    facts,
  };
}

/** `FWB/16`, the consignment, `RTG/` its routing, which every waybill has, and `FLT/CA442/20`: the flight it is booked on. */
function readWaybill(kind: string, [, line = '', ...rest]: readonly string[]): Interpretation {
  const consignment = consignmentOf(line);
  const flight = /^FLT\/([A-Z0-9]{3,8})/.exec(rest.find((l) => l.startsWith('FLT/')) ?? '')?.[1];
  if (!/^FWB\/\d+$/.test(kind) || !consignment || !rest.some((l) => /^RTG\/[A-Z]{3}/.test(l))) throw unreadable('FWB');
  return manifested(kind, `${consignment.bill}/FWB/${line}`, flight ?? '', [consignment]);
}

/** `FHL/5`, `MBI/` the master, then `HBS/` the house waybills: told of the master, whose parts they are. */
function readHouses(kind: string, [, master = '', ...rest]: readonly string[]): Interpretation {
  const consignment = master.startsWith('MBI/') ? consignmentOf(master.slice(4)) : undefined;
  const houses = rest.flatMap((line) => {
    const [, bill, packages, mass] =
      /^HBS\/([A-Z0-9]{1,12})\/[A-Z]{6}\/(\d{1,6})\/K(\d{1,9}(?:\.\d)?)/.exec(line) ?? [];
    return bill && packages && mass ? [{ bill, packages, grossMassKg: mass }] : [];
  });
  if (!/^FHL\/\d+$/.test(kind) || !consignment || houses.length === 0) throw unreadable('FHL');
  return manifested(kind, `${consignment.bill}/FHL/${houses.map((h) => h.bill).join()}`, '', [consignment, ...houses]);
}

/** `FFM/8`, `1/CA442/20NOV/FRA`, a point of unloading, its consignments. */
function readFlight(kind: string, [, head = '', ...rest]: readonly string[]): Interpretation {
  const [, flight, day] = /^\d\/([A-Z0-9]{3,8})\/(\d{2}[A-Z]{3})/.exec(head) ?? [];
  const consignments = rest.flatMap((line) => consignmentOf(line) ?? []);
  if (!/^FFM\/\d+$/.test(kind) || !flight || !day || consignments.length === 0) throw unreadable('FFM');
  return manifested(
    kind,
    `${flight}/${day}/FFM/${head}/${consignments.map((c) => c.bill).join()}`,
    flight,
    consignments,
  );
}

function manifested(
  format: string,
  partnerMessageId: string,
  conveyance: string,
  consignments: readonly Consignment[],
): Interpretation {
  const bills = consignments.map((one) => ({ ...one, containers: [] }));
  const fact: InboundFact = { fact: 'manifested', conveyance: conveyance || PLACE, bills };
  return { format, partnerMessageId: partnerMessageId.slice(0, 200), facts: [fact] };
}
