// What may be set for a channel, as named rules over the whole of a proposal (issue 6). Pure: findings, never a throw.
import type { Finding } from '../../kernel/finding.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import { isOpen } from '../../kernel/open-way.ts';
import type { ChannelSettings, MaintenanceWindow, TlsException } from './contract.ts';

export type Known = {
  /** What the guard of addresses says of the one proposed; absent: it may be used. */
  readonly addressFault?: Bilingual;
  readonly now: string;
  readonly credentials: readonly string[];
  readonly people: readonly string[];
};
/** What holds of the profile where nothing is set. */
export type Bounds = { readonly connectMs: number; readonly firstByteMs: number; readonly totalMs: number };

const DAY_MS = 86_400_000;
const LONGEST_DATED_MS = 14 * DAY_MS;

export function findSettingsFaults(settings: ChannelSettings, usual: Bounds, known: Known): Finding[] {
  const { endpoint, credential } = settings;
  const address = known.addressFault;
  const connectMs = settings.connectMs ?? usual.connectMs;
  const firstByteMs = settings.firstByteMs ?? usual.firstByteMs;
  const totalMs = settings.totalMs ?? usual.totalMs;
  return [
    ...(address
      ? [
          finding(
            'endpoint',
            endpoint ?? '',
            'address-is-public',
            [`地址不能用：${address.zh}`, `The address cannot be used: ${address.en}`],
            [
              '请填写伙伴公布的 https 地址，或 sftp://账号@主机/文件夹',
              'Give the https address that the partner has published, or sftp://account@host/folder',
            ],
          ),
        ]
      : []),
    ...findHostKeyFaults(settings),
    ...(credential !== undefined && !known.credentials.includes(credential)
      ? [
          finding(
            'credential',
            credential,
            'credential-is-kept',
            ['没有这个凭据', 'There is no such credential'],
            ['请先保存该凭据，再引用其名称', 'Keep the credential first, then refer to it by its name'],
          ),
        ]
      : []),
    ...(totalMs < connectMs || totalMs < firstByteMs
      ? [
          finding(
            'totalMs',
            String(totalMs),
            'whole-is-longest',
            ['总时限短于连接或首字节时限', 'The time in all is shorter than the time to connect or to the first byte'],
            ['请把总时限设为三者中最长', 'Make the time in all the longest of the three'],
          ),
        ]
      : []),
    ...(settings.withoutTls ? findExceptionFaults(settings.withoutTls, known.now) : []),
    ...settings.tell
      .filter((id) => !known.people.includes(id))
      .map((id) =>
        finding(
          'tell',
          id,
          'told-are-staff',
          ['不是口岸办交换运行人员', 'Nobody of the port office who runs the exchange'],
          ['请从列表中选择', 'Choose from the list'],
        ),
      ),
    ...settings.maintenance.flatMap((window, i) => findWindowFaults(window, `maintenance[${i}]`, known.now)),
  ];
}

export const isSftp = (address: string): boolean => /^sftp:/i.test(address) && URL.canParse(address);
/** An SSH server is known by its key alone, so that an address of one names it, and no other address has any. */
function findHostKeyFaults({ endpoint, hostKey }: ChannelSettings): Finding[] {
  if (endpoint === undefined || !isSftp(endpoint))
    return hostKey === undefined
      ? []
      : [
          finding(
            'hostKey',
            hostKey,
            'host-key-is-for-sftp',
            ['主机密钥只用于 sftp 地址', 'A host key goes with an sftp address only'],
            ['请填写 sftp 地址，或去掉主机密钥', 'Give an sftp address, or leave the host key out'],
          ),
        ];
  return /^SHA256:[A-Za-z0-9+/]{43}$/.test(hostKey ?? '')
    ? []
    : [
        finding(
          'hostKey',
          hostKey ?? '',
          'sftp-names-its-host-key',
          [
            'sftp 地址须给出对方主机密钥指纹（SHA256: 加 43 个字符）',
            'An sftp address needs the fingerprint of the far end’s host key (SHA256: and 43 characters)',
          ],
          [
            '请向伙伴索取 ssh-keygen -lf 的输出并核对',
            'Ask the partner for what ssh-keygen -lf prints, and compare it',
          ],
        ),
      ];
}

const LONGEST_EXCEPTION_MS = 366 * DAY_MS;
/** An exception from TLS names the one address, and ends (ASVS 12.3.1). */
function findExceptionFaults({ address, until }: TlsException, now: string): Finding[] {
  const left = Date.parse(until) - Date.parse(now);
  return [
    ...(isOpen(address)
      ? []
      : [
          finding(
            'withoutTls.address',
            address,
            'exception-is-for-an-open-way',
            ['此地址无需例外：不是不加密的地址', 'No exception is needed: this is no address without TLS'],
            ['请填写部署配置中的 http、mqtt 或 nats 地址', 'Give the http, mqtt or nats address of the configuration'],
          ),
        ]),
    ...(left > 0 && left <= LONGEST_EXCEPTION_MS
      ? []
      : [
          finding(
            'withoutTls.until',
            until,
            'exception-ends',
            ['例外须在一年内到期，且尚未到期', 'An exception ends within a year, and has not ended yet'],
            ['请填写到期时间，届时改用 TLS 或重新提出', 'Give its end; by then use TLS or propose it anew'],
          ),
        ]),
  ];
}

function findWindowFaults(window: MaintenanceWindow, path: string, now: string): Finding[] {
  const dated = window.from !== undefined && window.until !== undefined;
  const weekly = window.weekday !== undefined && window.at !== undefined && window.minutes !== undefined;
  const mixed =
    [window.from, window.until].some((v) => v !== undefined) &&
    [window.weekday, window.at, window.minutes].some((v) => v !== undefined);
  if (dated === weekly || mixed)
    return [
      finding(
        path,
        JSON.stringify({ ...window, reason: undefined }),
        'window-is-dated-or-weekly',
        [
          '维护窗口须写起止时间，或写星期、时刻与分钟数',
          'A window has a beginning and an end, or a weekday, a time and minutes',
        ],
        ['两种写法选一种并写全', 'Use one of the two forms, whole'],
      ),
    ];
  if (!dated) return [];
  const [from, until] = [Date.parse(window.from ?? ''), Date.parse(window.until ?? '')];
  const wrong = !(from < until) || until - from > LONGEST_DATED_MS || until <= Date.parse(now);
  return wrong
    ? [
        finding(
          `${path}.until`,
          window.until ?? '',
          'window-ends-after-it-begins',
          [
            '结束须晚于开始和现在，且不超过 14 天',
            'It ends after it begins and after now, and lasts 14 days at the most',
          ],
          ['请更正起止时间；更长的中断请用暂停通道', 'Correct the times; for a longer break pause the channel'],
        ),
      ]
    : [];
}

const finding = (
  path: string,
  value: string,
  rule: string,
  [zh, en]: [string, string],
  [remedyZh, remedyEn]: [string, string],
): Finding => ({
  path,
  value,
  rule,
  ruleVersion: '1',
  severity: 'error',
  message: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
});
