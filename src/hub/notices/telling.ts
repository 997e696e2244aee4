// What one line of the timeline is made of, and the words that all tellings share.
import type { Bilingual } from '../../kernel/bilingual.ts';
import { authorities, isAuthority } from '../../kernel/party.ts';
import type { TimelineEntry } from './contract.ts';

export type Telling = {
  readonly text: Bilingual;
  readonly tone?: TimelineEntry['tone'];
  readonly links?: Record<string, string>;
};
export type Payload = Readonly<Record<string, unknown>>;
export const said = (value: unknown): Bilingual =>
  typeof value === 'object' && value !== null && 'zh' in value
    ? (value as Bilingual)
    : { zh: String(value ?? ''), en: String(value ?? '') };
export const who = (value: unknown): Bilingual =>
  typeof value === 'string' && isAuthority(value) ? authorities[value] : said(value);
export const both = (zh: string, en: string): Bilingual => ({ zh, en });
