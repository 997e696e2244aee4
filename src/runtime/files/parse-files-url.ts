// FILES_URL: `file:/folder`, `s3://bucket/prefix?endpoint=https://host:9000&region=…`, or `database:`. Keys come from their own variables.
import type { Bad, Env } from '../bad-setting.ts';
import type { FilesPlace } from './file-store.ts';

/** Absent: a folder below `dataDir` where the database is below it too, else the database that all nodes share. */
export function parseFilesUrl(env: Env, dataDir: string, bad: Bad): FilesPlace {
  const given = env.FILES_URL;
  if (given === undefined) return env.DATABASE_URL ? { kind: 'database' } : { kind: 'disk', dir: `${dataDir}/files` };
  if (given === 'database:') return { kind: 'database' };
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.protocol === 'file:' && url.host === '' && url.pathname.length > 1)
    return { kind: 'disk', dir: decodeURIComponent(url.pathname) };
  if (url?.protocol !== 's3:' || url.host === '') {
    bad(
      'FILES_URL',
      url?.username ? '…' : given,
      '应为 file:/绝对路径、s3://桶/前缀?endpoint=…&region=… 或 database:',
      'must be file:/absolute/folder, s3://bucket/prefix?endpoint=…&region=…, or database:',
    );
    return { kind: 'database' };
  }
  return s3Place(env, url, bad);
}

function s3Place(env: Env, url: URL, bad: Bad): FilesPlace {
  if (url.username !== '' || url.password !== '')
    bad('FILES_URL', '…', '口令不写在网址里', 'keys do not belong into the address');
  for (const name of ['FILES_ACCESS_KEY', 'FILES_SECRET_KEY'])
    if (!env[name]) bad(name, undefined, '对象存储需要访问密钥', 'the object store needs its access key');
  const region = url.searchParams.get('region') ?? 'us-east-1';
  const endpoint = url.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`;
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    bad('FILES_URL', endpoint, 'endpoint 应为 http(s) 网址', 'its endpoint must be an http(s) address');
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  return {
    kind: 's3',
    bucket: url.host,
    prefix: prefix === '' ? '' : `${prefix}/`,
    endpoint,
    region,
    accessKey: env.FILES_ACCESS_KEY ?? '',
    secretKey: env.FILES_SECRET_KEY ?? '',
  };
}

export type ScannerPlace = { readonly host: string; readonly port: number };
/** SCANNER_URL: `clamd://host:port`. */
export function parseScannerUrl(env: Env, bad: Bad): ScannerPlace | undefined {
  const given = env.SCANNER_URL;
  if (given === undefined) return undefined;
  const [, host = '', port = '3310'] = /^clamd:\/\/([^:/\s]+|\[[0-9a-f:]+\])(?::(\d{1,5}))?\/?$/i.exec(given) ?? [];
  if (host === '' || Number(port) > 65_535)
    bad('SCANNER_URL', given, '应为 clamd://主机:端口', 'must be clamd://host:port');
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}
