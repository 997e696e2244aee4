// What pages of ours may load and run (ASVS 3.4.3): nothing from elsewhere, no script and no style written into a page. A page that brings
// a style of its own names it: by its digest where the text is fixed, by a number used once where scripts write styles (the portal).
import { createHash } from 'node:crypto';

const directives = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'script-src-attr': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};

/** As the security middleware takes it. */
export const contentPolicy = { useDefaults: false, directives };

/** The header of one page that may have these styles besides. */
export const policyWithStyle = (source: string): string =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources, ...(name === 'style-src' ? [`'${source}'`] : [])].join(' '))
    .join(';');

/** Names a style by its text. */
export const digestOfStyle = (style: string): string => `sha256-${createHash('sha256').update(style).digest('base64')}`;
