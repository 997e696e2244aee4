// The exact texts that people sign (P4), made by the browser from what it shows and by the server from what it keeps; a signature
// holds only where both are the same. Each begins with what it is for, so that none can pass for another.
import { canonicalJson } from './canonical-json.ts';

type Value = string | readonly { readonly [id: string]: string }[];
/** Values as the form keeps them: well-formed, NFC, trimmed; empty ones are not there. */
const clean = (text: string): string => text.toWellFormed().replaceAll('\u0000', '').normalize('NFC').trim();
const cleanRow = (row: { readonly [id: string]: string }) =>
  Object.fromEntries(
    Object.entries(row)
      .map(([id, value]) => [id, clean(value)] as const)
      .filter(([, value]) => value !== ''),
  );
const cleanForm = (form: { readonly [id: string]: Value }) =>
  Object.fromEntries(
    Object.entries(form)
      .map(([id, value]) => [id, typeof value === 'string' ? clean(value) : value.map(cleanRow)] as const)
      .filter(([, value]) => value !== ''),
  );

/** A filing: which case, which version of it, and every value of the form. */
export const filingText = (filing: {
  readonly shipmentId: string;
  readonly version: number;
  readonly form: { readonly [id: string]: Value };
}): string =>
  canonicalJson({
    sign: 'portico filing 1',
    shipmentId: filing.shipmentId,
    version: filing.version,
    form: cleanForm(filing.form),
  });

/** An authority's part of an inspection: which task, whose part, and everything that was recorded; photos by their digests. */
export const findingsText = (of: {
  readonly inspectionId: string;
  readonly authority: string;
  readonly findings: object;
}): string =>
  canonicalJson({
    sign: 'portico findings 1',
    inspectionId: of.inspectionId,
    authority: of.authority,
    findings: of.findings,
  });

/** The proof that whoever asks for a certificate has the key. */
export const enrolmentText = (of: { readonly personId: string; readonly keyId: string; readonly device: string }) =>
  canonicalJson({ sign: 'portico enrolment 1', personId: of.personId, keyId: of.keyId, device: of.device });
