// A clerk types the parcels of a case and is led to the one that is held (P5, P10): from the form to the case page, at both widths.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import type { BlockingView } from '../../src/hub/disposition/contract.ts';
import { signIn, until } from '../support/application.ts';
import { airImport } from '../support/forms.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { typeShipment } from '../support/type-form.ts';

let portal: Portal;
before(async () => {
  portal = await startPortal({ pace: 0.05 });
});
after(() => portal.stop());

const number = (n: number) => `SF123456789012${n}`;

test('[P5][P10] three parcels are typed with a case; the one that customs holds is named first, the others stand beneath', async () => {
  const page = await portal.enter('trader', '/shipments');
  await typeShipment(page, '航空进口', {
    ...airImport('SILENT-PARCELS-1'),
    stationCode: 'CKG-EXPRESS',
    packageCount: '3',
    pieces: [1, 2, 3].map((n) => ({ pieceNumber: number(n), pieceGoods: '1,2' })),
  });
  await portal.look(page, 'parcels-form-1440');
  await page.getByRole('button', { name: '一次申报' }).click();
  await page.waitForURL(/\/shipments\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').at(-1) ?? '';
  const trader = await signIn(portal.application, 'trader');
  const { objects } = await until(
    () => trader.get<BlockingView>(`/shipments/${id}/disposition`),
    (view) => view.objects.length > 0,
    'the case is registered',
  );
  assert.deepEqual(
    objects.filter((o) => o.type === 'express-parcel').map((o) => o.id),
    [1, 2, 3].map((n) => `express-parcel:${number(n)}`),
  );
  const customs = await signIn(portal.application, 'customs');
  await customs.send('POST', '/instructions', {
    shipmentId: id,
    objects: [`express-parcel:${number(2)}`],
    kind: 'hold',
    reason: '核对品名',
  });
  for (const [width, english] of [
    [1440, false],
    [390, true],
  ] as const) {
    const reading = await portal.enter('trader', `/shipments/${id}`, width);
    if (english) await reading.getByRole('button', { name: 'English' }).click();
    const panel = reading.getByRole('region', { name: english ? 'Who holds the goods' : '谁在管控' });
    const label = english ? `Express parcel ${number(2)}` : `快件 ${number(2)}`;
    await panel
      .getByRole('list', { name: english ? 'What comes next' : '下一步' })
      .getByRole('listitem')
      .filter({ hasText: label })
      .filter({ hasText: english ? 'lifts the hold' : '海关解除布控' })
      .waitFor();
    await panel.locator('strong', { hasText: label }).first().waitFor();
    await portal.look(reading, `parcels-held-${width}`);
    await reading.context().close();
  }
});
