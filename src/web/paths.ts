// Every page of the portal: the router makes its routes of this list, the browser test visits each.
export const portalPaths = [
  '/',
  '/shipments',
  '/shipments/$id',
  '/shipments/$id/form',
  '/library',
  '/inspections',
  '/collisions',
  '/gate',
  '/emergencies',
  '/reference',
  '/exchange',
  '/organisation',
  '/subscriptions',
  '/account',
  '/password',
  '/invitation',
  '/inbox',
  '/receipts',
  '/looks',
  '/signatures',
] as const;
export type PortalPath = (typeof portalPaths)[number];
