// What is published of partners' availability (issue 6; B16 五(三) 公开): reached or not, and planned maintenance. No counts, no cases, no names
// of people; made once for everybody who asks within ten seconds.
import { plusMs } from '../../kernel/instant.ts';
import type { Context, Settings } from '../../runtime/context.ts';
import { readAvailability } from '../exchange/index.ts';
import { registeredChannels } from '../mapping/index.ts';
import type { PartnerAvailability, ReachedHour, ServiceStatus } from './contract.ts';
import { openWindow, plannedWindows, windowsOf } from './maintenance.ts';
import { toOutage } from './read-health.ts';
import { recentOutages, sumHours } from './store-pulse.ts';
import { settingsInForce } from './store-settings.ts';

const KEEP_MS = 10_000;
const HOUR_MS = 3_600_000;
const HOURS = 24;
const PLANNED_DAYS = 14;
const MOST_PLANNED = 5;
const MOST_OUTAGES = 3;
const kept = new WeakMap<Settings, ServiceStatus>();

export async function readStatus(context: Context): Promise<ServiceStatus> {
  const known = kept.get(context.settings);
  const age = known ? Date.parse(context.now) - Date.parse(known.at) : Number.NaN;
  if (known && age >= 0 && age < KEEP_MS) return known;
  const fresh = await makeStatus(context);
  kept.set(context.settings, fresh);
  return fresh;
}

async function makeStatus(context: Context): Promise<ServiceStatus> {
  const channels = registeredChannels();
  const ids = channels.map((channel) => channel.id);
  // Windows of maintenance are to be published; who proposed them and everything else of the row stays here.
  const windows = await context.beyondLock(async (open) =>
    (await settingsInForce(open, ids)).map((row) => ({ channel: row.channel, maintenance: row.settings.maintenance })),
  );
  const availability = await readAvailability(context);
  const first = Math.floor(Date.parse(context.now) / HOUR_MS) * HOUR_MS - (HOURS - 1) * HOUR_MS;
  const sums = await sumHours(context, ids, new Date(first).toISOString());
  const outages = await recentOutages(context, ids, MOST_OUTAGES);
  return {
    at: context.now,
    simulated: context.settings.mode === 'demo',
    partners: channels.map(({ id, name, authority, profile }) => {
      const own = windowsOf(
        profile,
        windows.find((one) => one.channel === id),
      );
      const open = openWindow(own, context.now);
      const now = availability.get(id);
      const hours = Array.from({ length: HOURS }, (_, i) => {
        const at = new Date(first + i * HOUR_MS).toISOString();
        const sum = sums.find((one) => one.channel === id && one.hour === at);
        return shareOf(sum?.reached ?? 0, sum?.missed ?? 0);
      });
      const state: PartnerAvailability = now?.paused
        ? 'suspended'
        : open
          ? 'maintenance'
          : now?.cutOff
            ? 'unreachable'
            : hours.at(-1) === 'degraded' || hours.at(-1) === 'unreachable'
              ? 'degraded'
              : 'available';
      return {
        channel: id,
        name,
        state,
        planned: plannedWindows(own, context.now, PLANNED_DAYS).slice(0, MOST_PLANNED),
        hours,
        outages: outages.filter((one) => one.channel === id).map(toOutage),
        ...(authority ? { authority } : {}),
        ...(state === 'maintenance' && open ? { until: open.until } : {}),
      };
    }),
  };
}
/** An hour in which nothing was sent has shown no fault, nor that it could be reached. */
function shareOf(reached: number, missed: number): ReachedHour {
  if (missed === 0) return reached === 0 ? 'silent' : 'available';
  return reached === 0 ? 'unreachable' : missed * 10 > reached ? 'degraded' : 'available';
}

/** RSS 2.0: outages and planned maintenance, so that whoever depends on a partner hears of it. */
export function writeFeed(status: ServiceStatus, baseUrl: string, language: 'zh' | 'en'): string {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const time = (instant: string): string =>
    `${plusMs(instant, 8 * HOUR_MS)
      .slice(0, 16)
      .replace('T', ' ')} (UTC+8)`;
  const items = status.partners.flatMap(({ name, channel, outages, planned, state, until }) => [
    ...outages.map((one) => ({
      id: `outage/${one.id}${one.until ? '/ended' : ''}`,
      at: one.until ?? one.since,
      title: one.until
        ? say(`${name.zh} 已恢复`, `${name.en} can be reached again`)
        : say(`${name.zh} 无法连接`, `${name.en} cannot be reached`),
      text:
        say(`自 ${time(one.since)}`, `Since ${time(one.since)}`) +
        (one.until ? say(` 至 ${time(one.until)}`, ` until ${time(one.until)}`) : ''),
    })),
    ...planned.map((one) => ({
      id: `maintenance/${channel}/${one.from}`,
      at: status.at,
      title: say(`${name.zh} 计划维护`, `${name.en}: planned maintenance`),
      text: `${time(one.from)} – ${time(one.until)} ${one.reason[language]}`,
    })),
    ...(state === 'maintenance' && until
      ? [
          {
            id: `maintenance/${channel}/until/${until}`,
            at: status.at,
            title: say(`${name.zh} 维护中`, `${name.en}: maintenance`),
            text: say(`至 ${time(until)}`, `Until ${time(until)}`),
          },
        ]
      : []),
  ]);
  const simulated = status.simulated
    ? say('（演示，伙伴均为模拟器）', ' (demonstration; partners are simulators)')
    : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${asXml(say('伙伴系统状态', 'Status of partners') + simulated)}</title><link>${asXml(baseUrl)}/status</link><description>${asXml(say('各部门、场站、银行等系统的可用情况与计划维护', 'Availability and planned maintenance of authorities, stations, banks and others'))}</description><language>${language === 'zh' ? 'zh-CN' : 'en'}</language>${items
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .map(
      ({ id, at, title, text }) =>
        `<item><guid isPermaLink="false">${asXml(id)}</guid><title>${asXml(title)}</title><description>${asXml(text)}</description><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>
`;
}
const asXml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
