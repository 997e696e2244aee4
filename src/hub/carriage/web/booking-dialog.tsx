// What is booked, filled in as far as the form knows it; sent when whoever books says so (N11).
import { Modal } from 'antd';
import { useState } from 'react';
import { send } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { useTextFields } from '../../../web/text-fields.tsx';
import { useAct } from '../../../web/use-act.ts';
import type { BookingContent, BookingView } from '../contract.ts';
import { cargoTexts, contentOf, equipmentTexts, headTexts } from './booking-fields.ts';
import { BookingRows, type Box } from './booking-rows.tsx';

const boxesOfEquipment: readonly Box[] = [
  { name: 'isoCode', zh: '箱型（ISO 6346，如 22G1）', en: 'Type (ISO 6346, e.g. 22G1)', maxLength: 4 },
  { name: 'units', zh: '箱数', en: 'How many', maxLength: 3 },
  { name: 'shipperOwned', zh: '货主自备箱', en: 'Shipper’s own', flag: true },
];
const isDangerous = (row: Readonly<Record<string, string>>): boolean => row.dangerous === '1';
const boxesOfCargo: readonly Box[] = [
  { name: 'description', zh: '货名', en: 'Goods', maxLength: 550 },
  { name: 'hsCode', zh: 'HS 编码', en: 'HS code', maxLength: 10 },
  { name: 'grossMassKg', zh: '毛重（千克）', en: 'Gross mass (kg)', maxLength: 16 },
  { name: 'packages', zh: '件数', en: 'Packages', maxLength: 9 },
  { name: 'equipment', zh: '装入第几行箱', en: 'Into which line of equipment', maxLength: 2 },
  { name: 'dangerous', zh: '危险货物', en: 'Dangerous goods', flag: true },
  { name: 'unNumber', zh: 'UN 编号', en: 'UN number', maxLength: 4, when: isDangerous },
  { name: 'properName', zh: '正确运输名称', en: 'Proper shipping name', maxLength: 250, when: isDangerous },
  { name: 'imoClass', zh: 'IMDG 类别', en: 'IMDG class', maxLength: 4, when: isDangerous },
  { name: 'packingGroup', zh: '包装类（1–3）', en: 'Packing group (1–3)', maxLength: 1, when: isDangerous },
  { name: 'contact', zh: '应急联系人', en: 'Emergency contact', maxLength: 255, when: isDangerous },
  { name: 'phone', zh: '应急电话', en: 'Emergency phone', maxLength: 30, when: isDangerous },
  { name: 'marinePollutant', zh: '海洋污染物', en: 'Marine pollutant', flag: true, when: isDangerous },
  { name: 'limitedQuantity', zh: '有限数量', en: 'Limited quantity', flag: true, when: isDangerous },
  {
    name: 'ordinary',
    zh: '非救助包装、未清洁空容器、废弃物或热运货物，无须主管机关批准或报告',
    en: 'Neither salvage packings, empty uncleaned, waste nor hot; nothing to be approved or reported',
    flag: true,
    when: isDangerous,
  },
];

/** With a booking: its change; without: a new one. */
export function BookingDialog(props: {
  shipmentId: string;
  booking?: BookingView | undefined;
  content: Partial<BookingContent>;
  close: () => void;
}) {
  const { shipmentId, booking, content, close } = props;
  const say = useSay();
  const [equipment, setEquipment] = useState(() => equipmentTexts(content.equipment));
  const [cargo, setCargo] = useState(() => cargoTexts(content.cargo));
  const { words, field, choice } = useTextFields('booking', () => headTexts(content));
  const [busy, setBusy] = useState(false);
  const { problem, act } = useAct(['live']);
  const names = [...Object.keys(headTexts({})), ...headNames];
  const order = async () => {
    setBusy(true);
    const head = Object.fromEntries(names.map((name) => [name, words(name)]));
    const made = contentOf(head, equipment, cargo);
    const done = await act(() =>
      booking
        ? send('PUT', `/carrier-bookings/${booking.id}`, { version: booking.version, content: made })
        : send('POST', `/shipments/${shipmentId}/carrier-bookings`, made),
    );
    setBusy(false);
    if (done) close();
  };
  const handover = (
    [
      ['CY', '堆场', 'Container yard'],
      ['SD', '门到门', 'Door'],
      ['CFS', '货运站', 'Freight station'],
    ] as const
  ).map(([code, zh, en]) => [code, `${code} ${say(zh, en)}`] as const);
  const movement = (
    [
      ['FCL', '整箱', 'Whole containers'],
      ['LCL', '拼箱', 'Shared containers'],
    ] as const
  ).map(([code, zh, en]) => [code, `${code} ${say(zh, en)}`] as const);
  return (
    <Modal
      open
      width={960}
      title={
        booking
          ? say(`变更订舱 ${booking.reference}`, `Change booking ${booking.reference}`)
          : say('订舱', 'Book space')
      }
      okText={booking ? say('发出变更', 'Send the change') : say('向承运人订舱', 'Send to the carrier')}
      okButtonProps={{ loading: busy }}
      onCancel={close}
      onOk={() => void order()}
    >
      <div className="grid">
        {field('from', '收货地（UN/LOCODE）', 'Place of receipt (UN/LOCODE)', { maxLength: 5 })}
        {field('loadPort', '装货港（UN/LOCODE）', 'Port of loading (UN/LOCODE)', { maxLength: 5 })}
        {field('dischargePort', '卸货港（UN/LOCODE）', 'Port of discharge (UN/LOCODE)', { maxLength: 5 })}
        {field('to', '交货地（UN/LOCODE）', 'Place of delivery (UN/LOCODE)', { maxLength: 5 })}
        {field('contractReference', '服务合同号', 'Service contract', { maxLength: 30 })}
        {field('quotationReference', '或报价号', 'Or quotation', { maxLength: 35 })}
        {field('departsOn', '要求离港日期', 'To leave on', { type: 'date' })}
        {field('arrivesFrom', '最早到达日期', 'To arrive from', { type: 'date' })}
        {field('arrivesBy', '最迟到达日期', 'To arrive by', { type: 'date' })}
        {field('serviceCode', '航线代码', 'Service', { maxLength: 11 })}
        {field('vesselName', '船名', 'Vessel', { maxLength: 50 })}
        {field('vesselImo', '船舶 IMO 编号', 'Vessel (IMO)', { maxLength: 7 })}
        {field('voyage', '航次', 'Voyage', { maxLength: 50 })}
        {choice('receiptType', '收货方式', 'Received at', handover)}
        {choice('deliveryType', '交货方式', 'Delivered at', handover)}
        {choice('originMovement', '起运地货载', 'Cargo at origin', movement)}
        {choice('destinationMovement', '目的地货载', 'Cargo at destination', movement)}
        {choice('freight', '运费', 'Freight', [
          ['PRE', say('预付', 'Prepaid')],
          ['COL', say('到付', 'Collect')],
        ])}
        {field('shipper', '发货人', 'Shipper', { maxLength: 70 })}
        {field('consignee', '收货人', 'Consignee', { maxLength: 70 })}
      </div>
      <BookingRows
        id="booking-equipment"
        title={['箱', 'Equipment']}
        boxes={boxesOfEquipment}
        rows={equipment}
        fresh={{ isoCode: '', units: '1' }}
        most={20}
        set={(rows) => setEquipment([...rows])}
      />
      <BookingRows
        id="booking-cargo"
        title={['货物', 'Cargo']}
        boxes={boxesOfCargo}
        rows={cargo}
        fresh={{ equipment: '1' }}
        most={50}
        set={(rows) => setCargo([...rows])}
      />
      {problem !== undefined && <ProblemNote error={problem} />}
    </Modal>
  );
}
const headNames = [
  'from',
  'loadPort',
  'dischargePort',
  'to',
  'contractReference',
  'quotationReference',
  'departsOn',
  'arrivesFrom',
  'arrivesBy',
  'serviceCode',
  'vesselName',
  'vesselImo',
  'voyage',
  'shipper',
  'consignee',
];
