// HTTP of the foreign exchange directory (N7; SC 22): a form to begin with, applications, corrections.
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { pageOf, paging } from '../../runtime/http/shapes.ts';
import { applyForDirectory, correctApplication } from './apply-for-directory.ts';
import { beginForm } from './begin-form.ts';
import { readApplications } from './read-applications.ts';
import { Application, Blank, exampleForm, FormShape, Kind } from './replies.ts';

export const routes = [
  route({
    method: 'GET',
    path: '/directory-applications',
    summary: {
      zh: '本单位的外汇名录申请，新的在前',
      en: 'My organisation’s applications for the foreign exchange directory, newest first',
    },
    action: 'directory.read',
    query: Type.Object(paging),
    response: pageOf(Application),
    handle: (context, { query }) => readApplications(context, query),
  }),
  route({
    method: 'GET',
    path: '/directory-form',
    summary: {
      zh: '名录申请表，已填入本单位的登记信息',
      en: 'A form for the directory, filled with what is registered of my organisation',
    },
    action: 'directory.read',
    query: Type.Object({ kind: Type.Optional(Kind) }),
    response: Blank,
    handle: (context, { query }) => beginForm(context, query.kind),
  }),
  route({
    method: 'POST',
    path: '/directory-applications',
    summary: {
      zh: '申请名录登记、变更或注销，发往外汇局',
      en: 'Apply for registration, change or cancellation in the directory: it goes to the administration',
    },
    action: 'directory.apply',
    body: Type.Object({ kind: Kind, form: FormShape }),
    creates: true,
    addsWork: true,
    response: Application,
    refusals: [
      'DIRECTORY_FORM_HAS_ERRORS',
      'DIRECTORY_APPLICATION_OPEN',
      'DIRECTORY_NOT_FOR_KIND',
      'DIRECTORY_NOT_TAKEN',
    ],
    examples: { body: { kind: 'register', form: exampleForm } },
    handle: (context, { body }) => applyForDirectory(context, body),
  }),
  route({
    method: 'POST',
    path: '/directory-applications/:id/corrections',
    summary: {
      zh: '补正被退回的名录申请，重新发往外汇局',
      en: 'Correct an application that was sent back: it goes to the administration again',
    },
    action: 'directory.apply',
    params: Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) }),
    body: Type.Object({ form: FormShape }),
    creates: true,
    addsWork: true,
    response: Application,
    refusals: [
      'DIRECTORY_FORM_HAS_ERRORS',
      'DIRECTORY_APPLICATION_OPEN',
      'DIRECTORY_APPLICATION_UNKNOWN',
      'DIRECTORY_APPLICATION_NOT_RETURNED',
      'DIRECTORY_NOT_FOR_KIND',
      'DIRECTORY_NOT_TAKEN',
    ],
    examples: { body: { form: exampleForm } },
    handle: (context, { params, body }) => correctApplication(context, { id: params.id, form: body.form }),
  }),
];
