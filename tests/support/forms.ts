// Forms with sensible content for tests: what a demo trader files. Numbers are invented with valid check digits.
import type { Form } from '../../src/hub/shipment/contract.ts';

const parties = {
  traderName: '重庆山城光电有限公司（演示）', traderUscc: '91500103MA5UTRA017', traderCode: '5003160A01', ownerName: '重庆山城光电有限公司（演示）', ownerUscc: '91500103MA5UTRA017', ownerCode: '5003160A01',
  agentName: '重庆山城光电有限公司（演示）', agentUscc: '91500103MA5UTRA017', agentCode: '5003160A01', keyingName: '重庆山城光电有限公司（演示）', keyingUscc: '91500103MA5UTRA017', keyingCode: '5003160A01', keyingPerson: '陈演示', keyingCard: '8900000000001', declarantPerson: '陈演示',
};
const terms = { transitRelation: '0', declarationMark: '1', entryType: 'M', declarationType: 'Z', supervisionMode: '0110', levyNature: '101', tradeTerms: '1', priceStatement: '00000', packageKind: '22', shippingMarks: 'N/M' };
const line = (number: number, more: Record<string, string> = {}) => ({
  lineNumber: String(number), hsCode: '8473309000', goodsName: '笔记本电脑零件', specification: '0|0|外壳|无品牌', quantity: '1000', quantityUnit: '035', firstQuantity: '1000', firstUnit: '035', unitPrice: '12.5', totalPrice: '12500', currency: 'USD',
  originCountry: 'DEU', destinationCountry: 'CHN', domesticDistrict: '50039', dutyMode: '1', ...more,
});

export const railImport = (reference: string): Form => ({
  ...parties, ...terms, direction: 'import', transportMode: '3', traderReference: reference, declarationOffice: '8016', borderOffice: '8016', tradeCountry: 'DEU', tradingCountry: 'DEU', transitPort: 'DEU000', departurePort: 'DEU054', entryExitPort: '500201', storagePlace: '团结村铁路口岸',
  conveyanceName: '中欧班列', conveyanceId: 'X8084', voyageNumber: '20261120', billNumber: `RW${reference}`.slice(0, 32), conveyanceFlag: 'KAZ', crewCount: '2', estimatedArrival: '2026-11-20T04:00:00Z', lastPort: 'KZALA', stationCode: 'CKG-TUANJIECUN', pickupParty: '重庆山城光电有限公司（演示）', pickupVehicle: '渝A12345',
  packageCount: '80', grossMassKg: '2100', netMassKg: '2000', goods: [line(1), line(2, { goodsName: '液晶显示模组零件' })],
  containers: [{ containerNumber: 'CQPU1000014', containerSpec: '11', containerGoods: '1', containerGoodsMassKg: '1050', sealNumber: 'CN881' }, { containerNumber: 'CQPU1000020', containerSpec: '11', containerGoods: '2', containerGoodsMassKg: '1050' }],
});

export const airImport = (reference: string): Form => ({
  ...railImport(reference), transportMode: '5', declarationOffice: '8003', borderOffice: '8003', conveyanceName: 'CA442', conveyanceId: 'CA442', voyageNumber: '20261120', billNumber: '112-12345675', stationCode: 'CKG-JIANGBEI', storagePlace: '江北机场货站', containers: [],
});

export const waterExport = (reference: string): Form => ({
  ...railImport(reference), direction: 'export', transportMode: '2', declarationOffice: '8007', borderOffice: '8007', tradeTerms: '3', tradeCountry: 'SGP', tradingCountry: 'SGP', transitPort: 'SGP000', entryExitPort: '500001', conveyanceName: 'MIN SHENG 1', conveyanceId: '9469560', voyageNumber: '2647E', billNumber: 'YZ26110001',
  estimatedDeparture: '2026-12-20T04:00:00Z', stationCode: 'CKG-GUOYUAN', goods: [line(1, { originCountry: 'CHN', destinationCountry: 'SGP' })], containers: [{ containerNumber: 'YXEU4000010', containerSpec: '21', containerGoods: '1', containerGoodsMassKg: '2000' }],
});
