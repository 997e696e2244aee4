// Whether authorisations allow an act, and if none does what stands in the way (无纸化委托: scope × period × customs district ×
// quantity; P11, SC 22, 17). Pure; the store counts by the same rules under the row's lock.
import { addDecimals, compareDecimals, differenceOf, multiplyDecimals } from '../../kernel/decimal.ts';
import type { AuthorisationAct } from './contract.ts';

/** What an owner has given a broker, accepted and not revoked. */
export type Grant = {
  readonly id: string;
  readonly ownerId: string;
  readonly acts: readonly AuthorisationAct[];
  /** Customs offices; one that ends in 00 stands for all offices of its district. Empty: everywhere. */
  readonly districts: readonly string[];
  /** First and last day, both included, UTC+8. */
  readonly validFrom: string;
  readonly validTo: string;
  /** Absent: as many as there are. */
  readonly declarations?: { readonly most: number; readonly used: number };
  /** Decimal text in that currency. Absent: whatever it is worth. */
  readonly value?: { readonly currency: string; readonly most: string; readonly used: string };
};
export type Wish = {
  readonly act: AuthorisationAct;
  readonly day: string;
  /** Customs office of the declaration; absent while none has been typed. */
  readonly district?: string;
  /** What the act counts as: a first filing is one declaration, everything after it none. */
  readonly declarations: number;
  /** What the goods are worth, where they are all in one currency. */
  readonly value?: { readonly currency: string; readonly amount: string };
};
export type Obstacle = 'none' | 'period' | 'act' | 'district' | 'declarations' | 'currency' | 'value';

const wholeDistrict = /^(\d\d)00$/;
export function coversOffice(districts: readonly string[], office: string | undefined): boolean {
  if (districts.length === 0) return true;
  if (!office) return false;
  return districts.some((d) => d === office || wholeDistrict.exec(d)?.[1] === office.slice(0, 2));
}
const isInPeriod = (grant: Grant, day: string): boolean => grant.validFrom <= day && day <= grant.validTo;

/** In the order in which a wish meets them: what comes later is asked only where everything before it fits. */
export function obstacleOf(grant: Grant, wish: Wish): Obstacle | undefined {
  if (!isInPeriod(grant, wish.day)) return 'period';
  if (!grant.acts.includes(wish.act)) return 'act';
  if (!coversOffice(grant.districts, wish.district)) return 'district';
  const { declarations, value } = grant;
  if (declarations && wish.declarations > 0 && declarations.used + wish.declarations > declarations.most)
    return 'declarations';
  if (!value || !counts(wish)) return undefined;
  if (wish.value?.currency !== value.currency) return 'currency';
  return compareDecimals(addDecimals([value.used, wish.value.amount]), value.most) > 0 ? 'value' : undefined;
}
const counts = (wish: Wish): boolean => wish.declarations > 0 || wish.value !== undefined;

const nearness: readonly Obstacle[] = ['none', 'period', 'act', 'district', 'declarations', 'currency', 'value'];

/** Those that fit, the one that ends first before the others; or the obstacle of the one that comes nearest. */
export function matchAuthorisations(
  grants: readonly Grant[],
  wish: Wish,
): { readonly fits: readonly Grant[]; readonly obstacle: Obstacle; readonly nearest?: Grant } {
  const judged = grants.map((grant) => ({ grant, obstacle: obstacleOf(grant, wish) }));
  const fits = judged.flatMap(({ grant, obstacle }) => (obstacle === undefined ? [grant] : [])).sort(endsFirst);
  let nearest: { readonly grant: Grant; readonly obstacle: Obstacle } | undefined;
  for (const { grant, obstacle } of judged)
    if (obstacle && (!nearest || nearness.indexOf(obstacle) > nearness.indexOf(nearest.obstacle)))
      nearest = { grant, obstacle };
  return { fits, obstacle: nearest?.obstacle ?? 'none', ...(nearest ? { nearest: nearest.grant } : {}) };
}
const endsFirst = (a: Grant, b: Grant): number =>
  a.validTo === b.validTo ? (a.id < b.id ? -1 : 1) : a.validTo < b.validTo ? -1 : 1;

/** Whose cases a broker may see: live, and of an office it is for; what is used up may still be followed. */
export const showsCase = (grant: Grant, ownerId: string, office: string | undefined, day: string): boolean =>
  grant.ownerId === ownerId && isInPeriod(grant, day) && coversOffice(grant.districts, office);

/** What is left of it, where it is bounded. */
export const leftOf = ({ declarations, value }: Grant): { declarations?: number; value?: string } => ({
  ...(declarations ? { declarations: declarations.most - declarations.used } : {}),
  ...(value ? { value: differenceOf(value.most, value.used) } : {}),
});

const TENTH = '0.1';
/** Said once when a tenth is left, or the last declaration. */
export function isRunningLow(grant: Grant): 'declarations' | 'value' | undefined {
  const left = leftOf(grant);
  if (grant.declarations && (left.declarations ?? 0) <= Math.max(1, Math.floor(grant.declarations.most / 10)))
    return 'declarations';
  if (grant.value && compareDecimals(left.value ?? '0', multiplyDecimals(grant.value.most, TENTH)) <= 0) return 'value';
  return undefined;
}
