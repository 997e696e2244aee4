// Commerce's word on licences, over the wire.
import type { Form } from '../../src/hub/shipment/contract.ts';
import type { TestApplication } from './application.ts';
import { waterExport } from './forms.ts';
import { partnerOf } from './money.ts';

let notices = 0;
/** Issued to the demo trader unless said otherwise. */
export async function issueLicence(
  application: TestApplication,
  number: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  notices += 1;
  const licenceNotice = {
    messageId: `XKZ-TEST-${notices}`,
    at: `2026-11-20T00:00:${String(notices % 60).padStart(2, '0')}.000Z`,
    state: 'issued',
    number,
    kind: 'export-licence',
    holderUscc: '91500103MA5UTRA017',
    issuer: '商务部',
    goods: ['87112010'],
    granted: { quantity: '25', uses: '3' },
    unit: '003',
    validFrom: '2020-01-01',
    validTo: '2099-12-31',
    ...more,
  };
  const post = await partnerOf(application, 'commerce');
  await post(JSON.stringify({ licenceNotice }), 'notice.json');
}

export const goodsOf = (form: Form, more: Record<string, string>): Form => ({
  ...form,
  goods: (Array.isArray(form.goods) ? form.goods : []).map((row) => ({ ...row, ...more })),
});
/** The tariff asks for an export licence (letter 4). */
export const motorcycles = (reference: string, licences: readonly Record<string, string>[], quantity = 10): Form => ({
  ...goodsOf(waterExport(reference), {
    hsCode: '8711201000',
    goodsName: '摩托车',
    quantity: String(quantity),
    quantityUnit: '003',
    firstQuantity: String(quantity),
    firstUnit: '003',
    unitPrice: '486',
    totalPrice: String(486 * quantity),
    secondQuantity: '1050',
    secondUnit: '035',
  }),
  licences: [...licences],
});
export const licence = (number: string) => ({ licenceKind: '4', licenceCertificate: number });
