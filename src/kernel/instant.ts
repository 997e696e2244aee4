// Instants are ISO-8601 UTC text; partners write local time of UTC+8 without a zone (formats §9.2).
export type Instant = string;

const OFFSET_MS = 8 * 3_600_000;

const shapes = {
  yyyyMMdd: /^(\d{4})(\d{2})(\d{2})$/,
  yyyyMMddHHmm: /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})$/,
  yyyyMMddHHmmss: /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/,
  yyyyMMddHHmmssSSS: /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{3})$/,
  'yyyy-MM-dd': /^(\d{4})-(\d{2})-(\d{2})$/,
  'yyyy-MM-dd HH:mm:ss': /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/,
  'yyyy-MM-ddTHH:mm:ss': /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})$/,
} as const;
export type PartnerTimeFormat = keyof typeof shapes;

/** The instant of a partner's local time, or undefined for another shape or an impossible date. */
export function fromPartnerTime(text: string, format: PartnerTimeFormat): Instant | undefined {
  const match = shapes[format].exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0] = match.slice(1).map(Number);
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second, ms));
  // The year too: Date.UTC reads 0–99 as 1900–1999.
  const same =
    local.getUTCFullYear() === year &&
    local.getUTCMonth() === month - 1 &&
    local.getUTCDate() === day &&
    local.getUTCHours() === hour &&
    local.getUTCMinutes() === minute &&
    local.getUTCSeconds() === second;
  return same ? new Date(local.getTime() - OFFSET_MS).toISOString() : undefined;
}

/** Tries the formats in turn; partners mix them within one message. */
export function readPartnerTime(text: string): Instant | undefined {
  for (const format of Object.keys(shapes) as PartnerTimeFormat[]) {
    const instant = fromPartnerTime(text, format);
    if (instant) return instant;
  }
  return undefined;
}

export function toPartnerTime(instant: Instant, format: PartnerTimeFormat): string {
  const local = new Date(new Date(instant).getTime() + OFFSET_MS).toISOString();
  const digits = local.replace(/\D/g, '');
  if (format === 'yyyy-MM-dd') return local.slice(0, 10);
  if (format === 'yyyy-MM-dd HH:mm:ss') return local.slice(0, 19).replace('T', ' ');
  if (format === 'yyyy-MM-ddTHH:mm:ss') return local.slice(0, 19);
  return digits.slice(0, format.length);
}

/** Calendar day in UTC+8, `yyyy-MM-dd`. */
export const partnerDay = (instant: Instant): string => toPartnerTime(instant, 'yyyy-MM-dd');

export const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(text) && !Number.isNaN(Date.parse(text));
export const isDay = (text: string): boolean => fromPartnerTime(text, 'yyyy-MM-dd') !== undefined;
export const plusMs = (instant: Instant, ms: number): Instant =>
  new Date(new Date(instant).getTime() + ms).toISOString();
