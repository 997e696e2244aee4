// Licences and quotas of the organisation with what is left of each, as commerce and our own filings say (N8).
import { compareDecimals } from '../../../kernel/decimal.ts';
import { ShownPages, SimulatedTag } from '../../../web/kit.tsx';
import { useSay, useTime } from '../../../web/language.tsx';
import { useSession } from '../../../web/session.ts';
import { usePages } from '../../../web/use-pages.ts';
import { type Amounts, type Licence, licenceKindNames, type LicenceView } from '../contract.ts';

const states: Readonly<Record<Licence['state'], readonly [zh: string, en: string]>> = {
  issued: ['已签发', 'issued'],
  amended: ['已变更', 'amended'],
  revoked: ['已注销', 'revoked'],
};
const none = (amounts: Amounts): boolean =>
  Object.values(amounts).every((amount) => compareDecimals(amount, '0') === 0);

export function LicenceCard() {
  const say = useSay();
  const time = useTime();
  const mayRead = useSession().data?.actions.includes('licence.read') ?? false;
  const list = usePages<LicenceView>(['licences'], '/licences', { enabled: mayRead });
  if (!mayRead) return null;
  const words = (one: LicenceView, amounts: Amounts): string =>
    [
      amounts.quantity && `${amounts.quantity} (${say('单位', 'unit')} ${one.unit})`,
      amounts.value && `${amounts.value} ${one.currency}`,
      amounts.uses && `${amounts.uses} ${say('次', 'uses')}`,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <section className="card" aria-label={say('许可证与配额', 'Licences and quotas')}>
      <h2>{say('许可证与配额', 'Licences and quotas')}</h2>
      <ShownPages list={list}>
        {(items) => (
          <ul>
            {items.map((one) => (
              <li key={one.id} style={{ overflowWrap: 'anywhere' }}>
                <strong>{say(licenceKindNames[one.kind])}</strong> {one.number} · {say(...states[one.state])}
                <SimulatedTag shown={one.simulated} />
                <div>
                  {say('余额', 'Left')} {words(one, one.left)} / {say('核准', 'granted')} {words(one, one.granted)}
                </div>
                {!none(one.reserved) && (
                  <div className="soft">
                    {say('已申报未核销', 'Filed, not cleared')} {words(one, one.reserved)}
                  </div>
                )}
                {!none(one.writtenOff) && (
                  <div className="soft">
                    {say('已核销', 'Written off')} {words(one, one.writtenOff)}
                  </div>
                )}
                {!none(one.over) && (
                  <div>
                    {say('超出余额', 'More than there was')} {words(one, one.over)}
                  </div>
                )}
                {one.correction && (
                  <div>
                    {say('按商务部门账上余额更正', 'Corrected by commerce’s books')} {time(one.correction.at)}:{' '}
                    {words(one, one.correction.ours)} → {words(one, one.correction.theirs)}
                  </div>
                )}
                <div className="soft">
                  {one.year && `${one.year} ${say('年度', 'quota')} · `}
                  {one.goods.join(' ')} · {say('有效期', 'valid')} {one.validFrom} – {one.validTo} · {one.issuer} ·{' '}
                  {time(one.at)}
                </div>
              </li>
            ))}
          </ul>
        )}
      </ShownPages>
    </section>
  );
}
