// Configuration is parsed once, at start; every error is named with its value, rule and remedy, all at once.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Bilingual } from '../kernel/bilingual.ts';
import { type ReleaseAlgorithm, releaseAlgorithms } from '../kernel/release-token.ts';
import type { Bad, Env } from './bad-setting.ts';
import type { SignedChannels } from './context.ts';
import { type ChannelEndpoint, parseEndpoints, parseSignedChannels } from './parse-channels.ts';
import { type CredentialIssuers, parseCredentialIssuers } from './credential-issuers.ts';
import { type DigestRoots, parseDigestRoots } from './keyed-digest.ts';
import { parseSealKeys } from './identity/parse-seal-keys.ts';
import { parseProxies } from './http/parse-proxies.ts';
import type { IdentityProvider } from './identity/open-id.ts';
import { parseIdentityProviders } from './identity/parse-providers.ts';
import { isLevel, type Level } from './telemetry/log.ts';
import type { FilesPlace } from './files/file-store.ts';
import { configuredAlgorithm } from './signatures/keys.ts';
import { parseFilesUrl, parseScannerUrl, type ScannerPlace } from './files/parse-files-url.ts';

export type Config = {
  readonly mode: 'demo' | 'production';
  readonly port: number;
  readonly dataDir: string;
  /** Absent: embedded PostgreSQL below `dataDir`. */
  readonly databaseUrl?: string;
  /** The account that owns the tables, for migrations at the start (R25). */
  readonly databaseOwnerUrl?: string;
  readonly baseUrl: string;
  /** Proxies of our own, whose word on where a caller comes from is taken. */
  readonly trustedProxies?: readonly string[];
  /** PKCS#8 PEM (Ed25519 or P-256) of the first key that signs releases. */
  readonly releaseKeyPem: string;
  /** EdDSA, ES256 or SM2SM3; absent: what that key is for. */
  readonly releaseAlgorithm?: ReleaseAlgorithm;
  /** PKCS#8 PEM of the Ed25519 key that signs heads of the ledger; absent: made of the seal key. */
  readonly ledgerKeyPem?: string;
  /** 32 bytes, base64: seals the secrets that lie in the database. */
  readonly sealKey: string;
  /** What opens beside it: the next key before it is in use, the one before until all is sealed anew (decision 0051). */
  readonly sealKeysBeside?: readonly string[];
  readonly simulators: boolean;
  /** On their published ports, or on any free ones (PORTICO_SIMULATOR_PORTS=free). */
  readonly simulatorPorts: 'published' | 'free';
  /** How much slower than they can the simulators answer: 1 like people, 0.001 at once. */
  readonly simulatorPace: number;
  /** Of the demonstration's time stamping authority (PORTICO_SIMULATOR_STAMP_PORT); absent: its published one. */
  readonly simulatorStampPort?: number;
  /** Where each channel's partner listens and with which key, by channel id. */
  readonly endpoints: Readonly<Record<string, ChannelEndpoint>>;
  /** Channels that have a process of their own (`npm run channel`): no other one offers to own their lanes. */
  readonly channelsElsewhere?: readonly string[];
  /** What is agreed to digest with, by channel id (`PORTICO_CHANNEL_PUBLIC_SECURITY_DIGEST=2026a:<base64>`). */
  readonly digestRoots?: DigestRoots;
  readonly credentialIssuers?: CredentialIssuers;
  /** What each channel's partner asks of signatures, by channel id. */
  readonly signedChannels?: SignedChannels;
  /** Who stamps the time of signatures (RFC 3161), and under which policy; absent: nobody, in a demonstration its simulator. */
  readonly timeStamps?: { readonly url: string; readonly policy?: string };
  /** Whom people may sign in with beside their password. */
  readonly identityProviders?: readonly IdentityProvider[];
  /** Who asks for /metrics has to know it; absent: only the same machine may ask. */
  readonly metricsToken?: string;
  /** Wakes other nodes faster than the database does; never the record. */
  readonly natsUrl?: string;
  /** OTLP/HTTP collector that spans go to; absent: no spans. */
  readonly otlpEndpoint?: string;
  /** Of the structured log. */
  readonly logLevel?: Level;
  /** Where attachments lie. */
  readonly files: FilesPlace;
  /** Looks at attachments before others may have them; absent: nobody does, and the library says so. */
  readonly scanner?: ScannerPlace;
  /** Where e-mail notices are handed over, and whom they come from; absent: there are none. */
  readonly mail?: { readonly smtpUrl: string; readonly from: string };
  /** Requests a second one organisation may make in the long run. */
  readonly organisationRate: number;
  /** Partitions of the growing tables whose rows are all older go to schema `archive`; absent: everything is kept. */
  readonly keepDays?: number;
  /** What was erased, kept apart from the database's backups (R26). */
  readonly erasures?: string;
  /** From how many seconds without proof on no filing is taken (R18). */
  readonly ledgerLagSeconds?: number;
  /** Play the demo week on an empty database. */
  readonly demoWeek: boolean;
};

/** As long as the tree may stand still before nothing more is taken on. */
export const LEDGER_LAG_SECONDS = 900;

export class ConfigError extends Error {
  readonly problems: readonly Bilingual[];
  constructor(problems: readonly Bilingual[]) {
    super(problems.map((p) => `${p.zh}\n  ${p.en}`).join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** The longest six months there are. */
const LEAST_KEEP_DAYS = 184;

/** `channel`: a process that carries one channel and nothing else; it signs nothing and opens no sealed secret, so it is given no such key. */
export function loadConfig(env: Env, part: 'all' | 'channel' = 'all'): Config {
  const problems: Bilingual[] = [];
  const bad = (name: string, value: string | undefined, zh: string, en: string) =>
    problems.push({ zh: `${name}=${value ?? '（未设置）'}：${zh}`, en: `${name}=${value ?? '(unset)'}: ${en}` });

  const mode = env.PORTICO_MODE ?? 'demo';
  if (mode !== 'demo' && mode !== 'production')
    bad('PORTICO_MODE', mode, '只能是 demo 或 production', 'must be demo or production');
  const portText = env.PORT ?? '8080';
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port > 65_535)
    bad('PORT', portText, '应为 0–65535 的整数', 'must be a whole number from 0 to 65535');
  const dataDir = path.resolve(env.DATA_DIR ?? './data');
  const baseUrl = (env.BASE_URL ?? `http://localhost:${portText}`).replace(/\/$/, '');
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol))
    bad('BASE_URL', baseUrl, '应为 http(s) 网址', 'must be an http(s) address');
  const databaseUrl = env.DATABASE_URL;
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    bad('DATABASE_URL', '…', '应以 postgresql:// 开头', 'must start with postgresql://');
  const ownerUrl = env.DATABASE_OWNER_URL;
  if (ownerUrl !== undefined && (!/^postgres(ql)?:\/\//.test(ownerUrl) || databaseUrl === undefined))
    bad(
      'DATABASE_OWNER_URL',
      '…',
      '应以 postgresql:// 开头，并与 DATABASE_URL 一同给出',
      'must start with postgresql://, beside DATABASE_URL',
    );
  if (mode === 'production') {
    if (databaseUrl === undefined)
      bad(
        'DATABASE_URL',
        undefined,
        '生产模式不使用内置数据库，请指向 PostgreSQL 15 或更高版本',
        'production does not use the embedded database; point to PostgreSQL 15 or later',
      );
    if (part === 'all' && !env.PORTICO_RELEASE_KEY)
      bad(
        'PORTICO_RELEASE_KEY',
        undefined,
        '生产模式须提供放行签名私钥（PKCS#8 PEM，Ed25519 或 P-256）',
        'production needs the key that signs releases (PKCS#8 PEM, Ed25519 or P-256)',
      );
    if (part === 'all' && !env.PORTICO_LEDGER_KEY)
      bad(
        'PORTICO_LEDGER_KEY',
        undefined,
        '生产模式须提供账本签名私钥（PKCS#8 PEM，Ed25519）',
        'production needs the key that signs the ledger (PKCS#8 PEM, Ed25519)',
      );
    if (part === 'all' && Buffer.from(env.PORTICO_SEAL_KEY ?? '', 'base64').length !== 32)
      bad(
        'PORTICO_SEAL_KEY',
        env.PORTICO_SEAL_KEY === undefined ? undefined : '…',
        '生产模式须提供封存密钥（32 字节，base64），用于加密库内机密',
        'production needs the key that seals secrets in the database (32 bytes, base64)',
      );
    if (env.BASE_URL === undefined)
      bad('BASE_URL', undefined, '生产模式须给出对外网址', 'production needs its public address');
    if (env.PORTICO_SIMULATORS === 'on')
      bad('PORTICO_SIMULATORS', 'on', '生产模式不得开启模拟器', 'production must not run simulators');
  }
  if (mode === 'production' && env.PORTICO_RELEASE_KEY && !signsReleases(env.PORTICO_RELEASE_KEY))
    bad(
      'PORTICO_RELEASE_KEY',
      '…',
      '不是 Ed25519 或 P-256 私钥（PKCS#8 PEM）',
      'is not an Ed25519 or P-256 private key (PKCS#8 PEM)',
    );
  const releaseAlgorithm = env.PORTICO_RELEASE_ALGORITHM;
  if (releaseAlgorithm !== undefined && !isReleaseAlgorithm(releaseAlgorithm))
    bad(
      'PORTICO_RELEASE_ALGORITHM',
      releaseAlgorithm,
      `只能是 ${releaseAlgorithms.join('、')}`,
      `must be one of ${releaseAlgorithms.join(', ')}`,
    );
  if (env.PORTICO_LEDGER_KEY && !isEd25519(env.PORTICO_LEDGER_KEY))
    bad('PORTICO_LEDGER_KEY', '…', '不是 Ed25519 私钥（PKCS#8 PEM）', 'is not an Ed25519 private key (PKCS#8 PEM)');
  const simulatorPorts = env.PORTICO_SIMULATOR_PORTS ?? 'published';
  if (simulatorPorts !== 'published' && simulatorPorts !== 'free')
    bad('PORTICO_SIMULATOR_PORTS', simulatorPorts, '只能是 published 或 free', 'must be published or free');
  else if (mode === 'production' && env.PORTICO_SIMULATOR_PORTS !== undefined)
    bad('PORTICO_SIMULATOR_PORTS', simulatorPorts, '生产模式没有模拟器', 'production has no simulators');
  const simulators = mode === 'demo' && env.PORTICO_SIMULATORS !== 'off';
  const stampPort = env.PORTICO_SIMULATOR_STAMP_PORT;
  if (stampPort !== undefined && !(/^\d{1,5}$/.test(stampPort) && Number(stampPort) > 0 && Number(stampPort) < 65536))
    bad('PORTICO_SIMULATOR_STAMP_PORT', stampPort, '应为 1–65535 的整数', 'must be a whole number from 1 to 65535');
  const simulatorPace = Number(env.PORTICO_SIMULATOR_PACE ?? '1');
  if (!(simulatorPace > 0 && simulatorPace <= 100))
    bad(
      'PORTICO_SIMULATOR_PACE',
      env.PORTICO_SIMULATOR_PACE,
      '应为 0 到 100 之间的数',
      'must be a number from 0 to 100',
    );
  const organisationRate = Number(env.PORTICO_ORGANISATION_RATE ?? '1000');
  if (!(organisationRate >= 1 && organisationRate <= 1_000_000))
    bad(
      'PORTICO_ORGANISATION_RATE',
      env.PORTICO_ORGANISATION_RATE,
      '应为 1 到 1000000 之间的数（每秒请求数）',
      'must be a number from 1 to 1000000 (requests a second)',
    );
  const natsUrl = env.NATS_URL;
  if (
    natsUrl !== undefined &&
    !natsUrl.split(',').every((one) => /^(nats|tls):\/\/\S+$/.test(one) && URL.canParse(one))
  )
    bad('NATS_URL', '…', '应以 nats:// 或 tls:// 开头', 'must start with nats:// or tls://');
  // Compose files pass what is not set as nothing.
  const otlpEndpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT || undefined;
  if (otlpEndpoint !== undefined && !/^https?:\/\/\S+$/.test(otlpEndpoint))
    bad('OTEL_EXPORTER_OTLP_ENDPOINT', '…', '应为 http(s) 网址', 'must be an http(s) address');
  // In production somebody collects the lines; on a terminal they would bury what is said to people.
  const logLevel = env.LOG_LEVEL ?? (mode === 'production' ? 'info' : 'warn');
  if (!isLevel(logLevel))
    bad(
      'LOG_LEVEL',
      logLevel,
      '只能是 trace、debug、info、warn、error、fatal 或 silent',
      'must be trace, debug, info, warn, error, fatal or silent',
    );
  const mail = mailOf(env, bad);
  const keepDays = env.PORTICO_KEEP_DAYS === undefined ? undefined : Number(env.PORTICO_KEEP_DAYS);
  if (keepDays !== undefined && !(Number.isInteger(keepDays) && keepDays >= LEAST_KEEP_DAYS))
    bad(
      'PORTICO_KEEP_DAYS',
      env.PORTICO_KEEP_DAYS,
      `应为不小于 ${LEAST_KEEP_DAYS} 的整数（天）：网络日志留存不少于六个月（《网络安全法》第二十一条）；不设置则全部保留`,
      `must be a whole number of days, at least ${LEAST_KEEP_DAYS}: network logs are kept for six months (Cybersecurity Law, article 21); unset keeps everything`,
    );
  const ledgerLagSeconds = Number(env.PORTICO_LEDGER_LAG_SECONDS ?? LEDGER_LAG_SECONDS);
  if (!(ledgerLagSeconds >= 10 && ledgerLagSeconds <= 86_400))
    bad(
      'PORTICO_LEDGER_LAG_SECONDS',
      env.PORTICO_LEDGER_LAG_SECONDS,
      '应为 10 到 86400 之间的数（秒）：账本停滞多久后不再接收申报',
      'must be a number from 10 to 86400 (seconds): how long the ledger may stand still before no filing is taken',
    );
  const endpoints = parseEndpoints(env, bad);
  const elsewhere = (env.PORTICO_CHANNELS_ELSEWHERE ?? '').split(',').flatMap((id) => id.trim() || []);
  const digestRoots = parseDigestRoots(env, bad);
  const credentialIssuers = parseCredentialIssuers(env, bad);
  const signedChannels = parseSignedChannels(env, bad);
  const timeStamps = timeStampsOf(env, bad);
  const identityProviders = parseIdentityProviders(env, mode === 'production', bad);
  const trustedProxies = parseProxies(env, bad);
  const files = parseFilesUrl(env, dataDir, bad);
  const sealKeysBeside = parseSealKeys(env.PORTICO_SEAL_KEYS_BESIDE, env.PORTICO_SEAL_KEY, bad);
  const scanner = parseScannerUrl(env, bad);
  if (problems.length > 0) throw new ConfigError(problems);
  // In a demonstration the key of the simulators is made of the seal key, which lies in the data directory.
  const keyless = part === 'channel' && mode === 'production';
  return {
    mode: mode as Config['mode'],
    port,
    dataDir,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(ownerUrl === undefined ? {} : { databaseOwnerUrl: ownerUrl }),
    baseUrl,
    trustedProxies,
    releaseKeyPem: env.PORTICO_RELEASE_KEY ?? (keyless ? '' : demoReleaseKey(dataDir)),
    ...(releaseAlgorithm ? { releaseAlgorithm: releaseAlgorithm as ReleaseAlgorithm } : {}),
    ...(env.PORTICO_LEDGER_KEY ? { ledgerKeyPem: env.PORTICO_LEDGER_KEY } : {}),
    sealKey: env.PORTICO_SEAL_KEY ?? (keyless ? '' : keptSecret(dataDir, 'seal-key', 'base64', 32)),
    ...(sealKeysBeside.length > 0 ? { sealKeysBeside } : {}),
    simulatorPace,
    ...(stampPort === undefined ? {} : { simulatorStampPort: Number(stampPort) }),
    endpoints,
    ...(elsewhere.length > 0 ? { channelsElsewhere: elsewhere } : {}),
    digestRoots,
    credentialIssuers,
    ...(signedChannels ? { signedChannels } : {}),
    ...(timeStamps ? { timeStamps } : {}),
    ...(identityProviders ? { identityProviders } : {}),
    organisationRate,
    ...(env.PORTICO_METRICS_TOKEN ? { metricsToken: env.PORTICO_METRICS_TOKEN } : {}),
    ...(natsUrl === undefined ? {} : { natsUrl }),
    ...(otlpEndpoint === undefined ? {} : { otlpEndpoint }),
    logLevel: logLevel as Level,
    files,
    ...(scanner === undefined ? {} : { scanner }),
    ...(mail ? { mail } : {}),
    ...(keepDays === undefined ? {} : { keepDays }),
    erasures: path.resolve(env.PORTICO_ERASURES ?? path.join(dataDir, 'erasures.jsonl')),
    ledgerLagSeconds,
    simulators,
    simulatorPorts: simulatorPorts as Config['simulatorPorts'],
    demoWeek: simulators && env.PORTICO_DEMO_WEEK !== 'off',
  };
}

/** Both or neither; the sender is one mailbox, with a name before it or without. */
function mailOf(env: Env, bad: Bad): Config['mail'] {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = env;
  if (smtpUrl === undefined && from === undefined) return undefined;
  const valid = smtpUrl !== undefined && URL.canParse(smtpUrl) && /^smtps?:$/.test(new URL(smtpUrl).protocol);
  if (!valid || new URL(smtpUrl).hostname === '')
    bad('SMTP_URL', smtpUrl && '…', '应为 smtp:// 或 smtps:// 网址', 'must be an smtp:// or smtps:// address');
  if (!/^(?:[^<>"\p{Cc}]{1,80} <([^\s<>@]+@[^\s<>@]+)>|[^\s<>@]+@[^\s<>@]+)$/u.test(from ?? ''))
    bad('MAIL_FROM', from, '应为 邮箱 或 名称 <邮箱>', 'must be an address, or a name and <address>');
  return { smtpUrl: smtpUrl ?? '', from: from ?? '' };
}

function timeStampsOf(env: Env, bad: Bad): Config['timeStamps'] {
  const { PORTICO_TIME_STAMP_URL: url, PORTICO_TIME_STAMP_POLICY: policy } = env;
  if (url === undefined && policy === undefined) return undefined;
  if (url === undefined || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || new URL(url).username)
    bad('PORTICO_TIME_STAMP_URL', url, '应为 http(s) 网址，不带账号', 'must be an http(s) address without credentials');
  if (policy !== undefined && !/^[012](\.\d{1,9}){1,20}$/.test(policy))
    bad(
      'PORTICO_TIME_STAMP_POLICY',
      policy,
      '应为策略的对象标识符（OID）',
      'must be the object identifier of a policy',
    );
  return { url: url ?? '', ...(policy ? { policy } : {}) };
}

const isReleaseAlgorithm = (text: string): boolean => releaseAlgorithms.some((a) => a === text);
function signsReleases(pem: string): boolean {
  try {
    return configuredAlgorithm(createPrivateKey(pem)) !== undefined;
  } catch {
    return false;
  }
}
function isEd25519(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

/** Demo mode makes its own key on first start and keeps it, so that printed releases stay checkable. */
function demoReleaseKey(dataDir: string): string {
  const file = path.join(dataDir, 'secrets', 'demo-release-key.pem');
  try {
    return readFileSync(file, 'utf-8');
  } catch {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, pem, { mode: 0o600 });
    return pem;
  }
}

/** A secret kept in the data directory, made on first use (embedded database password, seal key). */
export function keptSecret(
  dataDir: string,
  name: string,
  encoding: 'base64' | 'base64url' = 'base64url',
  bytes = 24,
): string {
  const file = path.join(dataDir, 'secrets', name);
  try {
    return readFileSync(file, 'utf-8');
  } catch {
    const secret = randomBytes(bytes).toString(encoding);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, secret, { mode: 0o600 });
    return secret;
  }
}

/** As `ApplicationOptions` takes it. */
export const ownerOf = ({ databaseOwnerUrl }: Config): { ownerUrl?: string } =>
  databaseOwnerUrl === undefined ? {} : { ownerUrl: databaseOwnerUrl };
