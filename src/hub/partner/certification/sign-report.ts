// The report of a certification as a compact JWS (RFC 7515) under a key of the platform that stays published: a partner shows it for years.
import type { ReleaseKeySet } from '../../../kernel/release-token.ts';
import type { Context } from '../../../runtime/context.ts';
import { jwkOf } from '../../../runtime/signatures/jwk.ts';
import { createSoftwareKeys, type Signer } from '../../../runtime/signatures/keys.ts';
import { refuse } from '../refusals.ts';
import type { CertificationFile, CertificationReport } from '../contract.ts';
import { detailOf } from './start-certification.ts';
import {
  type CertificationRow,
  findCertification,
  findReportKey,
  insertReportKey,
  listMessagesWithBytes,
  listReportKeys,
  lockReportKeys,
} from './store-certifications.ts';

const REPORT_TYPE = 'partner-certification+jwt';
export const reportKeyLabel = 'partner certification';

async function keyInUse(context: Context): Promise<{ readonly kid: string; readonly signer: Signer }> {
  const store = createSoftwareKeys(context.settings);
  const known = await findReportKey(context);
  if (known) return { kid: known.kid, signer: await store.open(reportKeyLabel, known.key_reference) };
  await lockReportKeys(context);
  const again = await findReportKey(context);
  if (again) return { kid: again.kid, signer: await store.open(reportKeyLabel, again.key_reference) };
  const { reference, signer } = await store.generate(reportKeyLabel, 'EdDSA');
  const { kid } = await jwkOf(signer.spki, 'EdDSA');
  await insertReportKey(context, {
    kid,
    algorithm: 'EdDSA',
    spki: signer.spki,
    key_reference: reference,
    made_at: context.now,
  });
  return { kid, signer };
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
export async function signReport(context: Context, row: CertificationRow): Promise<string> {
  const report: CertificationReport = {
    issuer: context.settings.baseUrl,
    ...(await detailOf(context, row)),
    passedAll: row.failed === 0 && row.passed === row.scenarios,
    demonstration: context.settings.mode === 'demo',
  };
  const { kid, signer } = await keyInUse(context);
  const signed = `${part({ alg: signer.algorithm, kid, typ: REPORT_TYPE })}.${part(report)}`;
  return `${signed}.${(await signer.sign(Buffer.from(signed))).toString('base64url')}`;
}

/** What is published (RFC 7517): every key that ever signed a report. */
export async function readReportKeys(context: Context): Promise<ReleaseKeySet> {
  const rows = await listReportKeys(context);
  return { keys: await Promise.all(rows.map((row) => jwkOf(row.spki, row.algorithm))) };
}

export async function readReport(
  context: Context,
  id: string,
): Promise<{ file: CertificationFile; report: CertificationReport }> {
  const row = await findCertification(context, id);
  if (!row) throw refuse('CERTIFICATION_UNKNOWN');
  if (!row.report) throw refuse('CERTIFICATION_NOT_FINISHED');
  const messages = await listMessagesWithBytes(context, id);
  const kept = new Map(messages.flatMap((one) => (one.bytes ? [[one.digest, one] as const] : [])));
  return {
    report: JSON.parse(Buffer.from(row.report.split('.')[1] ?? '', 'base64url').toString()) as CertificationReport,
    file: {
      report: row.report,
      messages: [...kept].map(([digest, one]) => ({
        digest,
        contentType: one.content_type,
        base64: (one.bytes ?? Buffer.of()).toString('base64'),
      })),
    },
  };
}
