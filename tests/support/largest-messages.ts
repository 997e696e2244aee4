// The largest message of each partner that sends lists, made as large as its profile says that it may be. Run by itself it reads them all over and over.
import { channels } from '../../src/channels/index.ts';
import type { InboundFact } from '../../src/hub/mapping/contract.ts';

const times = (count: number, make: (n: number) => string) => Array.from({ length: count }, (_, n) => make(n)).join('');
const box = (n: number) => `CQPU${String(n).padStart(7, '0')}`;
const cell = (n: number) => String(10_000 + n).padStart(7, '0');

const flat = (count: number) =>
  `00:BAPLIE:BAYPLAN:9:TWE000001:CASP:2607052323'10:TMPZ:TIANHAI:CN:2020W:DWS:::260705:KRPTK:PTK:CNNGB'${times(count, (n) => `50:${box(n)}:2200:F:${cell(n % 80_000)}:::::::::20300.0::TJM'52:KRPTK::CNSHA::CNSHA:::'`)}`;
const bayPlan = (count: number) =>
  `UNB+UNOA:2+TERM+PORTICO+261126:1000+1'UNH+1+BAPLIE:D:95B:UN:SMDG20'BGM++1+9'DTM+137:202611261000:203'TDT+20+2647E+++CAR:172:20+++9469560:103::MIN SHENG'LOC+5+CNCKG'LOC+61+CNSHA'${times(count, (n) => `LOC+147+${cell(n % 80_000)}::5'MEA+WT++KGM:20300'LOC+9+CNCKG'LOC+11+CNSHA'LOC+83+SGSIN'RFF+BM:1'EQD+CN+${box(n)}+22G1+++5'NAD+CA+TJM:172:20'FTX+AAI+++X'`)}UNT+${count * 9 + 7}+1'UNZ+1+1'`;
const manifest = (count: number) =>
  `<Manifest xmlns="urn:Declaration:datamodel:standard:CN:MT2101:1"><Head><MessageID>M1</MessageID><FunctionCode>9</FunctionCode><MessageType>MT2101</MessageType><SendTime>20261126100000</SendTime></Head><Declaration><BorderTransportMeans><JourneyID>2647W</JourneyID><ID>9469560</ID></BorderTransportMeans>${times(count, (n) => `<Consignment><TransportContractDocument><ID>YZ${n}</ID></TransportContractDocument><TotalGrossMassMeasure>2100</TotalGrossMassMeasure><ConsignmentPackaging><QuantityQuantity>20</QuantityQuantity><TypeCode>CT</TypeCode></ConsignmentPackaging><Consignee><ID>C${n}</ID><Name>Consignee of bill ${n}, some street, some town, Chongqing</Name></Consignee><Consignor><ID>S${n}</ID><Name>Consignor of bill ${n}, some street, some town</Name></Consignor><TransportEquipment><EquipmentIdentification><ID>${box(n)}</ID></EquipmentIdentification><CharacteristicCode>22G1</CharacteristicCode></TransportEquipment><ConsignmentItem><SequenceNumeric>1</SequenceNumeric><Commodity><CargoDescription>auto parts, as packed</CargoDescription></Commodity><EquipmentIdentification><ID>${box(n)}</ID></EquipmentIdentification></ConsignmentItem></Consignment>`)}</Declaration></Manifest>`;
const statement = (count: number) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-30T20:00:00+08:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id><CreDtTm>2026-11-30T20:00:00+08:00</CreDtTm><Acct><Id><Othr><Id>6222</Id></Othr></Id></Acct>${times(count, (n) => `<Ntry><NtryRef>${n}</NtryRef><Amt Ccy="CNY">1234.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-30</Dt></BookgDt><ValDt><Dt>2026-11-30</Dt></ValDt><BkTxCd><Prtry><Cd>TAX</Cd></Prtry></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>E${n}</EndToEndId></Refs><RltdPties><Cdtr><Pty><Nm>Treasury</Nm></Pty></Cdtr></RltdPties><RmtInf><Ustrd>duty of declaration ${n}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`)}</Stmt></BkToCstmrStmt></Document>`;
const flight = (count: number) =>
  `<rsm:FlightManifest xmlns:rsm="iata:flightmanifest:1" xmlns:ram="iata:datamodel:3"><rsm:MessageHeaderDocument><ram:ID>CA442</ram:ID><ram:Name>x</ram:Name><ram:TypeCode>122</ram:TypeCode><ram:IssueDateTime>2026-11-20T10:00:00</ram:IssueDateTime><ram:PurposeCode>Creation</ram:PurposeCode><ram:VersionID>2.00</ram:VersionID></rsm:MessageHeaderDocument><rsm:BusinessHeaderDocument><ram:ID>CA442</ram:ID></rsm:BusinessHeaderDocument><rsm:LogisticsTransportMovement><ram:ID>CA442</ram:ID><ram:DepartureEvent><ram:OccurrenceDepartureLocation><ram:ID>FRA</ram:ID></ram:OccurrenceDepartureLocation></ram:DepartureEvent></rsm:LogisticsTransportMovement><rsm:ArrivalEvent><ram:OccurrenceArrivalLocation><ram:ID>CKG</ram:ID></ram:OccurrenceArrivalLocation><ram:AssociatedTransportCargo><ram:TypeCode>ULD</ram:TypeCode>${times(count, (n) => `<ram:IncludedMasterConsignment><ram:GrossWeightMeasure unitCode="KGM">2100</ram:GrossWeightMeasure><ram:TotalPieceQuantity>80</ram:TotalPieceQuantity><ram:SummaryDescription>auto parts</ram:SummaryDescription><ram:TransportSplitDescription>T</ram:TransportSplitDescription><ram:TransportContractDocument><ram:ID>112-${String(n).padStart(8, '0')}</ram:ID></ram:TransportContractDocument><ram:OriginLocation><ram:ID>FRA</ram:ID></ram:OriginLocation><ram:FinalDestinationLocation><ram:ID>CKG</ram:ID></ram:FinalDestinationLocation></ram:IncludedMasterConsignment>`)}</ram:AssociatedTransportCargo></rsm:ArrivalEvent></rsm:FlightManifest>`;

/** What a list of theirs holds at most in practice, as the profile says it. */
export const largest: readonly {
  readonly channel: string;
  readonly name: string;
  readonly count: number;
  make(count: number): string;
}[] = [
  { channel: 'port-terminal', name: 'BAPLIE 平台文件', count: 13_000, make: flat },
  { channel: 'port-terminal', name: 'BAPLIE', count: 11_000, make: bayPlan },
  { channel: 'carrier', name: 'MT2101', count: 3000, make: manifest },
  { channel: 'bank', name: 'camt.053', count: 4000, make: statement },
  { channel: 'airport-station', name: 'XFFM', count: 1000, make: flight },
];
export const rowsOf = (fact: InboundFact | undefined): number =>
  fact?.fact === 'stowed'
    ? fact.positions.length
    : fact?.fact === 'manifested'
      ? fact.bills.length
      : fact?.fact === 'statement-made'
        ? fact.lines.length
        : 0;

if (import.meta.main ?? process.argv[1] === import.meta.filename)
  for (let round = 0; round < Number(process.argv[2]); round++)
    for (const { channel, count, make } of largest) {
      const owner = channels.find(({ id }) => id === channel);
      const [fact] = owner?.interpret({ bytes: Buffer.from(make(count)) }).facts ?? [];
      if (rowsOf(fact) !== count) throw new Error(`${channel}: ${rowsOf(fact)} of ${count}`);
    }
