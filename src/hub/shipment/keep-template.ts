// Templates of an organisation: forms to start from.
import type { Context } from '../../runtime/context.ts';
import { type Page, type PageQuery, readPageOf } from '../../runtime/database/read-page.ts';
import type { Form, TemplateView } from './contract.ts';
import { withoutOwnNumbers } from './draft-shipment.ts';
import { textOf } from './normalise-form.ts';
import { insertTemplate, pageTemplates } from './store.ts';
import { takeForm } from './take-form.ts';

export async function keepTemplate(context: Context, command: { name: string; form: Form }): Promise<TemplateView> {
  const form = withoutOwnNumbers(takeForm(command.form));
  const id = context.newId();
  await insertTemplate(context, {
    id,
    organisation_id: context.actor.organisationId ?? '',
    name: command.name,
    form,
    created_at: context.now,
  });
  return toView(id, command.name, form);
}

export async function readTemplates(context: Context, query: PageQuery): Promise<Page<TemplateView>> {
  const { rows, next } = await readPageOf(query, (page) =>
    pageTemplates(context, context.actor.organisationId ?? '', page),
  );
  return { items: rows.map((row) => toView(row.id, row.name, row.form)), ...next };
}

const toView = (id: string, name: string, form: Form): TemplateView => ({
  id,
  name,
  direction: textOf(form, 'direction') === 'export' ? 'export' : 'import',
  transportMode: textOf(form, 'transportMode'),
});
