// Puts an enveloped signature into an XML document, in the shape of the customs e-commerce messages (formats §2.4): last child of the
// root, inclusive C14N, `URI=""`, the certificate and its serial number as KeyName. SHA-256 or SM3 instead of their SHA-1.
import { createHash } from 'node:crypto';
import { type XmlNode, XmlSources } from '../codec/xml-node.ts';
import { parseXml, writeXml, type XmlPart } from '../codec/xml.ts';
import { algorithmTable, digestUris } from './algorithms.ts';
import { canonicalize, inclusiveUri } from './c14n.ts';
import type { Signer } from './keys.ts';
import { DSIG } from './verify-xml.ts';

const how = { exclusive: false, comments: false };

/** `text` is a document of ours with a root that is not empty and no signature yet. `chain`: DER, the signer's certificate first. */
export async function signXml(
  text: string,
  signer: Signer,
  { chain, keyName }: { readonly chain: readonly Uint8Array[]; readonly keyName: string },
): Promise<string> {
  const { xml, digest } = algorithmTable[signer.algorithm];
  if (xml === undefined) throw new RangeError(`${signer.algorithm} has no name in XML signatures`);
  const end = text.lastIndexOf('</');
  const before = read(text);
  if (end < 0 || before.root.children.length === 0) throw new RangeError('there is nothing to sign in this document');
  const hash = createHash(digest)
    .update(canonicalize(before.root, before.sources, how))
    .digest('base64');
  const place = (value: string): string =>
    `${text.slice(0, end)}${fragment(signature({ xml, digestUri: digestUris[digest], hash, value, chain, keyName }))}${text.slice(end)}`;
  const unsigned = read(place('AA=='));
  const signedInfo = unsigned.root.children.at(-1)?.children[0] as XmlNode;
  const bytes = canonicalize(unsigned.root, unsigned.sources, how, { apex: signedInfo });
  return place((await signer.sign(bytes)).toString('base64'));
}

function read(text: string): { root: XmlNode; sources: XmlSources } {
  const sources = new XmlSources();
  // Already text: what the declaration says about its bytes no longer matters.
  const root = parseXml(Buffer.from(text.replace(/^<\?xml[^>]*\?>/, ''), 'utf-8'), undefined, sources);
  return { root, sources };
}

/** Without declaration or line ends: nothing between signature and root that was not there before. */
const fragment = (part: XmlPart): string =>
  writeXml(part)
    .replace(/^<\?xml[^>]*\?>\n/, '')
    .replace(/\n *(?=<)/g, '')
    .trimEnd();

function signature(of: {
  readonly xml: string;
  readonly digestUri: string;
  readonly hash: string;
  readonly value: string;
  readonly chain: readonly Uint8Array[];
  readonly keyName: string;
}): XmlPart {
  const algorithm = (name: string, uri: string): XmlPart => [name, [], { Algorithm: uri }];
  return [
    'ds:Signature',
    [
      [
        'ds:SignedInfo',
        [
          algorithm('ds:CanonicalizationMethod', inclusiveUri),
          algorithm('ds:SignatureMethod', of.xml),
          [
            'ds:Reference',
            [
              ['ds:Transforms', [algorithm('ds:Transform', `${DSIG}enveloped-signature`)]],
              algorithm('ds:DigestMethod', of.digestUri),
              ['ds:DigestValue', of.hash],
            ],
            { URI: '' },
          ],
        ],
      ],
      ['ds:SignatureValue', of.value],
      [
        'ds:KeyInfo',
        [
          ['ds:KeyName', of.keyName],
          ['ds:X509Data', of.chain.map((der): XmlPart => ['ds:X509Certificate', Buffer.from(der).toString('base64')])],
        ],
      ],
    ],
    { 'xmlns:ds': DSIG },
  ];
}
