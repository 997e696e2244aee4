// A form to begin with: what the enterprise wrote last, and what is registered of it here (SC 22: typed once).
import type { Context } from '../../runtime/context.ts';
import { licenceParticulars, organisationById } from '../enterprise/index.ts';
import { boxesOf, listedAs } from './apply-for-directory.ts';
import type { ApplicationKind, BlankForm, DirectoryForm } from './contract.ts';
import { findLastForm } from './store.ts';

export async function beginForm(context: Context, asked?: ApplicationKind): Promise<BlankForm> {
  const organisationId = context.actor.organisationId ?? '';
  const organisation = await organisationById(context, organisationId);
  const { address, legalRepresentative } = await licenceParticulars(context, organisationId);
  const listed = await listedAs(context, organisationId);
  const kind = asked ?? (listed?.state === 'registered' ? 'change' : 'register');
  const last = await findLastForm(context, organisationId, false);
  const form: DirectoryForm = {
    inSpecialZone: '0',
    ...(address ? { address } : {}),
    ...(legalRepresentative ? { legalRepresentative } : {}),
    ...(context.actor.kind === 'person' ? { contactName: context.actor.name } : {}),
    ...last,
    // As registered now, whatever was written then; what is changed and why belongs to one application.
    ...(organisation ? { name: organisation.name, nameEn: organisation.nameEn } : {}),
    ...(organisation?.uscc ? { uscc: organisation.uscc } : {}),
    ...(organisation?.customsRegistration ? { customsCode: organisation.customsRegistration } : {}),
    ...(listed ? { directoryNumber: listed.number } : {}),
    changes: '',
    reason: '',
    reference: '',
  };
  return { kind, form: boxesOf(kind, form), ...(listed ? { listed } : {}) };
}
