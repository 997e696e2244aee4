// Checks an enveloped XML signature as the customs e-commerce messages carry it (formats §2.4): one signature, a direct child of the
// root, with one reference that covers the whole document but the signature itself. Whatever is allowed by the recommendation and not
// needed for that – references to parts, XPath, XSLT, objects inside, several signatures – is refused, because each of them lets a
// reader and a checker look at different things (signature wrapping). The tree that comes out is the one that was hashed.
import { createHash } from 'node:crypto';
import { type XmlNode, XmlSources } from '../codec/xml-node.ts';
import { parseXml } from '../codec/xml.ts';
import { type Algorithm, algorithmOfXml, algorithmTable, type DigestName, digestOfUri } from './algorithms.ts';
import { type Canonicalization, canonicalizationOf, canonicalize, EXC_C14N, inclusiveUri } from './c14n.ts';
import { isSignedBy, type PublicKey } from './public-key.ts';

export const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const ENVELOPED = `${DSIG}enveloped-signature`;

/** Why a signature is not good, before anybody asks whose it is. */
export type XmlSignatureFault =
  | 'SEVERAL_SIGNATURES'
  | 'SIGNATURE_MISPLACED'
  | 'SIGNATURE_SHAPE'
  | 'ALGORITHM_NOT_ALLOWED'
  | 'TRANSFORM_NOT_ALLOWED'
  | 'REFERENCE_NOT_WHOLE'
  | 'CONTENT_CHANGED';
export type XmlSignature = {
  readonly algorithm: Algorithm;
  readonly digest: DigestName;
  readonly keyName?: string;
  /** DER, as they stand there: the first is not necessarily the signer's. */
  readonly certificates: readonly Buffer[];
  /** Whether the signature is by this key. */
  isBy(key: PublicKey): boolean;
  /** What the signature covers. */
  readonly root: XmlNode;
};
export type XmlReading =
  | { readonly found: false; readonly root: XmlNode }
  | { readonly found: true; readonly fault: XmlSignatureFault }
  | { readonly found: true; readonly signature: XmlSignature };

class Fault extends Error {
  readonly fault: XmlSignatureFault;
  constructor(fault: XmlSignatureFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Throws `UnreadableMessage` where the bytes are no XML that we take. */
export function readXmlSignature(bytes: Uint8Array, allowed: readonly Algorithm[]): XmlReading {
  const sources = new XmlSources();
  const root = parseXml(bytes, undefined, sources);
  const signatures: XmlNode[] = [];
  const collect = (node: XmlNode): void => {
    if (node.name === 'Signature' && node.namespace === DSIG) signatures.push(node);
    for (const child of node.children) collect(child);
  };
  collect(root);
  const [signature, second] = signatures;
  if (!signature) return { found: false, root };
  try {
    if (second) throw new Fault('SEVERAL_SIGNATURES');
    if (!root.children.includes(signature)) throw new Fault('SIGNATURE_MISPLACED');
    return { found: true, signature: check(root, sources, signature, allowed) };
  } catch (error) {
    if (error instanceof Fault) return { found: true, fault: error.fault };
    throw error;
  }
}

function check(root: XmlNode, sources: XmlSources, signature: XmlNode, allowed: readonly Algorithm[]): XmlSignature {
  const [signedInfo, value, keyInfo] = childrenExactly(signature, ['SignedInfo', 'SignatureValue', 'KeyInfo?']);
  const [canonical, method, reference] = childrenExactly(signedInfo, [
    'CanonicalizationMethod',
    'SignatureMethod',
    'Reference',
  ]);
  const algorithm = algorithmOfXml(attribute(method, 'Algorithm'));
  if (!algorithm || !allowed.includes(algorithm)) throw new Fault('ALGORITHM_NOT_ALLOWED');
  childrenExactly(method, []);
  if (reference?.attributes.get('URI') !== '') throw new Fault('REFERENCE_NOT_WHOLE');
  const [transforms, digestMethod, digestValue] = childrenExactly(reference, [
    'Transforms',
    'DigestMethod',
    'DigestValue',
  ]);
  const digest = digestOfUri(attribute(digestMethod, 'Algorithm'));
  // SHA-1 comes with RSA-SHA1 and with nothing else.
  const legacy = algorithmTable[algorithm].legacy === true;
  if (!digest || (digest === 'sha1' && !legacy)) throw new Fault('ALGORITHM_NOT_ALLOWED');
  const covered = canonicalize(root, sources, transformOf(transforms), { omit: signature });
  const expected = decodeBase64(digestValue);
  if (!createHash(digest).update(covered).digest().equals(expected)) throw new Fault('CONTENT_CHANGED');
  const signed = canonicalize(root, sources, canonicalizationAt(canonical), { apex: signedInfo as XmlNode });
  const signatureBytes = decodeBase64(value);
  const { certificates, keyName } = readKeyInfo(keyInfo);
  return {
    algorithm,
    digest,
    ...(keyName ? { keyName } : {}),
    certificates,
    isBy: (key) => isSignedBy(key, algorithm, signed, signatureBytes),
    root,
  };
}

/** Just these children, in this order, all of the signature's namespace; `?` marks one that may be missing. */
function childrenExactly(node: XmlNode | undefined, names: readonly string[]): readonly (XmlNode | undefined)[] {
  const left = [...(node?.children ?? [])];
  const found = names.map((name) => {
    const wanted = name.replace('?', '');
    const [next] = left;
    if (next?.name === wanted && next.namespace === DSIG) return left.shift();
    if (name.endsWith('?')) return undefined;
    throw new Fault('SIGNATURE_SHAPE');
  });
  if (left.length > 0) throw new Fault('SIGNATURE_SHAPE');
  return found;
}
const attribute = (node: XmlNode | undefined, name: string): string => node?.attributes.get(name) ?? '';

function transformOf(transforms: XmlNode | undefined): Canonicalization {
  const [enveloped, then, ...more] = transforms?.children ?? [];
  const named = [enveloped, then, ...more].every(
    (t) => t === undefined || (t.name === 'Transform' && t.namespace === DSIG),
  );
  if (!named || attribute(enveloped, 'Algorithm') !== ENVELOPED || more.length > 0)
    throw new Fault('TRANSFORM_NOT_ALLOWED');
  if ((enveloped?.children.length ?? 0) > 0) throw new Fault('TRANSFORM_NOT_ALLOWED');
  return then ? canonicalizationAt(then) : (canonicalizationOf(inclusiveUri) as Canonicalization);
}

/** Comments are never part of a reference to the whole document (XML-DSig §4.4.3.3), so a form with them would change nothing. */
function canonicalizationAt(node: XmlNode | undefined): Canonicalization {
  const how = canonicalizationOf(attribute(node, 'Algorithm'));
  if (!how) throw new Fault('TRANSFORM_NOT_ALLOWED');
  const [inclusive, ...more] = node?.children ?? [];
  const plain: Canonicalization = { ...how, comments: false };
  if (!inclusive) return plain;
  const isList = inclusive.name === 'InclusiveNamespaces' && inclusive.namespace === EXC_C14N && how.exclusive;
  if (!isList || more.length > 0 || inclusive.children.length > 0) throw new Fault('TRANSFORM_NOT_ALLOWED');
  const prefixes = attribute(inclusive, 'PrefixList')
    .split(/\s+/)
    .filter((p) => p !== '');
  return { ...plain, inclusivePrefixes: prefixes.map((p) => (p === '#default' ? '' : p)) };
}

function decodeBase64(node: XmlNode | undefined): Buffer {
  const text = (node?.text ?? '').replace(/\s+/g, '');
  if ((node?.children.length ?? 0) > 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new Fault('SIGNATURE_SHAPE');
  return Buffer.from(text, 'base64');
}

const KEY_INFO = new Set(['KeyName', 'KeyValue', 'X509Data']);
const X509 = new Set(['X509Certificate', 'X509IssuerSerial', 'X509SubjectName', 'X509SKI']);
const MOST_CERTIFICATES = 8;
/** Says who claims to have signed; nothing here is believed before a chain leads to a trusted root. Only known names: a message hidden here would be covered by no digest. */
function readKeyInfo(keyInfo: XmlNode | undefined): { certificates: Buffer[]; keyName?: string } {
  const inside = keyInfo?.children ?? [];
  const foreign = (node: XmlNode): boolean => node.namespace !== DSIG || node.children.some(foreign);
  const data = inside.filter((n) => n.name === 'X509Data').flatMap((n) => n.children);
  if (inside.some((n) => !KEY_INFO.has(n.name) || foreign(n)) || data.some((n) => !X509.has(n.name)))
    throw new Fault('SIGNATURE_SHAPE');
  const certificates = data.filter((n) => n.name === 'X509Certificate').map(decodeBase64);
  if (certificates.length > MOST_CERTIFICATES) throw new Fault('SIGNATURE_SHAPE');
  const keyName = inside.find((n) => n.name === 'KeyName')?.text.trim();
  return { certificates, ...(keyName ? { keyName: keyName.slice(0, 200) } : {}) };
}
