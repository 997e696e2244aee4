// HTTP of licences and quotas (N8; SC 16–18).
import { Type } from 'typebox';
import { route } from '../../runtime/http/route.ts';
import { pageOf, paging } from '../../runtime/http/shapes.ts';
import { readLicences } from './read-licences.ts';
import { LicenceReply } from './replies.ts';

export const routes = [
  route({
    method: 'GET',
    path: '/licences',
    summary: {
      zh: '本单位的许可证和配额及其余额，新的在前',
      en: 'Licences and quotas of my organisation with what is left of each, newest first',
    },
    action: 'licence.read',
    query: Type.Object(paging),
    response: pageOf(LicenceReply),
    handle: (context, { query }) => readLicences(context, query),
  }),
];
