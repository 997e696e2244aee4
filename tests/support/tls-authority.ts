// A certificate authority of the tests, made by OpenSSL's command line: it vouches for a broker on this machine and for those who come to it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Key and certificate as PEM; `both` is how a channel is given them. */
export type Identity = { readonly key: string; readonly cert: string; readonly both: string };
type TlsAuthority = { readonly cert: string; issue(name: string): Identity };

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

export function makeTlsAuthority(name: string): TlsAuthority {
  const within = <T>(act: (at: (file: string) => string) => T): T => {
    const dir = mkdtempSync(path.join(tmpdir(), 'portico-tls-'));
    try {
      return act((file) => path.join(dir, file));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  };
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'pipe' });
  const own = within((at) => {
    openssl('req', '-x509', ...EC, '-subj', `/CN=${name}`, '-days', '30', '-keyout', at('key'), '-out', at('cert'));
    return { key: readFileSync(at('key'), 'utf-8'), cert: readFileSync(at('cert'), 'utf-8') };
  });
  return {
    cert: own.cert,
    issue: (subject) =>
      within((at) => {
        writeFileSync(at('ca-key'), own.key);
        writeFileSync(at('ca-cert'), own.cert);
        writeFileSync(at('more'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
        openssl('req', '-new', ...EC, '-subj', `/CN=${subject}`, '-keyout', at('key'), '-out', at('request'));
        const by = ['-CA', at('ca-cert'), '-CAkey', at('ca-key'), '-CAcreateserial', '-extfile', at('more')];
        openssl('x509', '-req', '-in', at('request'), '-days', '30', ...by, '-out', at('cert'));
        const [key, cert] = [readFileSync(at('key'), 'utf-8'), readFileSync(at('cert'), 'utf-8')];
        return { key, cert, both: `${key}${cert}` };
      }),
  };
}
