// A broker acts for an owner: the authorisation that allows it is found, counted and the use recorded in the transaction of the act, or
// the refusal says whose, for which office, how many are left and what would help (无纸化委托; P11, SC 22, 17).
import { addDecimals } from '../../kernel/decimal.ts';
import { partnerDay } from '../../kernel/instant.ts';
import { type Context, emitter } from '../../runtime/context.ts';
import { actNames, type AuthorisationAct, type AuthorisationUse, type EnterpriseEvents } from './contract.ts';
import {
  type Grant,
  isRunningLow,
  leftOf,
  matchAuthorisations,
  type Obstacle,
  type Wish,
} from './match-authorisation.ts';
import { refuse } from './refusals.ts';
import {
  countedBefore,
  insertUse,
  listGrantsOf,
  listLiveGrants,
  markAuthorisation,
  takeFrom,
  toGrant,
} from './store-authorisations.ts';
import { tellRunningOut } from './warn-authorisations.ts';

const emit = emitter<EnterpriseEvents>();

/** What is done for whom, as the shipment module knows it. */
export type ActForOwner = {
  readonly owner: { readonly id: string; readonly name: string };
  readonly act: AuthorisationAct;
  /** Customs office of the declaration. */
  readonly office?: string;
};
export type UseForOwner = ActForOwner & {
  readonly step: AuthorisationUse['step'];
  readonly shipmentId: string;
  readonly shipmentNumber: string;
  readonly version: number;
  /** A filing counts; amending and withdrawing what was counted under the same authorisation does not count again. */
  readonly counts: boolean;
  /** Of all goods; absent where they are in several currencies. */
  readonly value?: { readonly currency: string; readonly amount: string };
};

/** Everything the actor's organisation holds today: what it may see, and the acts it may do. */
export const grantsToday = (context: Context): Promise<Grant[]> =>
  listLiveGrants(context, context.actor.organisationId ?? '', partnerDay(context.now));

/** Throws where nothing allows it at this moment. */
export async function mustBeAuthorised(context: Context, wanted: ActForOwner): Promise<void> {
  const grants = await listGrantsOf(context, context.actor.organisationId ?? '', wanted.owner.id);
  const wish = wishOf(context, wanted, 0);
  const { fits, ...why } = matchAuthorisations(grants, wish);
  if (fits.length === 0) throw refusalOf(wanted, wish, why);
}

export async function exerciseAuthorisation(context: Context, use: UseForOwner): Promise<void> {
  const day = partnerDay(context.now);
  const grants = await listGrantsOf(context, context.actor.organisationId ?? '', use.owner.id);
  const before = await countedBefore(context, use.shipmentId);
  const perGrant = grants.map((grant) => {
    const counted = before.get(grant.id);
    const declarations = use.counts && !counted?.declarations ? 1 : 0;
    const amount = use.counts && use.value ? addDecimals([use.value.amount, negative(counted?.value ?? '0')]) : '0';
    const wish: Wish = {
      ...wishOf(context, use, declarations),
      ...(use.counts && use.value ? { value: { currency: use.value.currency, amount } } : {}),
    };
    return { grant, wish, amount: grant.value ? amount : '0', judged: matchAuthorisations([grant], wish) };
  });
  const fitting = perGrant.filter(({ judged }) => judged.fits.length > 0);
  // One it was counted under already before one that would count it again; then the one that ends first.
  fitting.sort((a, b) => a.wish.declarations - b.wish.declarations || (a.grant.validTo < b.grant.validTo ? -1 : 1));
  for (const { grant, wish, amount } of fitting) {
    const row = await takeFrom(context, grant.id, { declarations: wish.declarations, value: amount, day });
    if (!row) continue;
    const left = toGrant(row);
    await recordUse(context, use, left, { declarations: wish.declarations, ...(grant.value ? { value: amount } : {}) });
    const low = isRunningLow(left);
    if (low && row.warned_quantity_at === null) {
      await markAuthorisation(context, row.id, { warned_quantity_at: context.now });
      await tellRunningOut(context, row, low);
    }
    return;
  }
  // What fitted a moment ago was used up or revoked by others meanwhile: asked again for what to say.
  const wish: Wish = {
    ...wishOf(context, use, use.counts ? 1 : 0),
    ...(use.counts && use.value ? { value: use.value } : {}),
  };
  const now = await listGrantsOf(context, context.actor.organisationId ?? '', use.owner.id);
  throw refusalOf(use, wish, matchAuthorisations(now, wish));
}
const negative = (decimal: string): string => (decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`);

const wishOf = (context: Context, { act, office }: ActForOwner, declarations: number): Wish => ({
  act,
  day: partnerDay(context.now),
  declarations,
  ...(office ? { district: office } : {}),
});

async function recordUse(
  context: Context,
  use: UseForOwner,
  grant: Grant,
  counted: { readonly declarations: number; readonly value?: string },
): Promise<void> {
  const id = context.newId();
  const left = leftOf(grant);
  const brokerId = context.actor.organisationId ?? '';
  await insertUse(context, {
    id,
    authorisation_id: grant.id,
    owner_id: use.owner.id,
    broker_id: brokerId,
    shipment_id: use.shipmentId,
    shipment_number: use.shipmentNumber,
    version: use.version,
    act: use.act,
    step: use.step,
    declarations: counted.declarations,
    value: counted.value ?? null,
    left_declarations: left.declarations ?? null,
    left_value: left.value ?? null,
    used_at: context.now,
    used_by: context.actor.name,
  });
  await emit(context, 'authorisation.used', grant.id, {
    authorisationId: grant.id,
    ownerId: use.owner.id,
    brokerId,
    useId: id,
    number: use.shipmentNumber,
    version: use.version,
    act: use.act,
    step: use.step,
    ...(left.declarations === undefined ? {} : { leftDeclarations: left.declarations }),
    ...(left.value === undefined ? {} : { leftValue: left.value }),
  });
}

function refusalOf(
  { owner, act, office }: ActForOwner,
  wish: Wish,
  { obstacle, nearest }: { readonly obstacle: Obstacle; readonly nearest?: Grant },
) {
  const district = office ?? '–';
  const left = nearest ? leftOf(nearest) : {};
  switch (obstacle) {
    case 'act':
      return refuse('AUTHORISATION_WITHOUT_ACT', {
        owner: owner.name,
        actZh: actNames[act].zh,
        actEn: actNames[act].en,
      });
    case 'district':
      return refuse('AUTHORISATION_WITHOUT_DISTRICT', {
        owner: owner.name,
        district,
        districts: nearest?.districts.join('、') ?? '',
      });
    case 'declarations':
    case 'value':
    case 'currency':
      return refuse('AUTHORISATION_USED_UP', {
        owner: owner.name,
        district,
        asked: obstacle === 'declarations' ? '1' : wish.value ? `${wish.value.amount} ${wish.value.currency}` : '–',
        left:
          obstacle === 'declarations'
            ? String(left.declarations ?? 0)
            : `${left.value ?? '0'} ${nearest?.value?.currency ?? ''}`.trim(),
      });
    default:
      return refuse('AUTHORISATION_MISSING', { owner: owner.name, district });
  }
}
