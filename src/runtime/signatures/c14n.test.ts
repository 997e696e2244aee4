// Canonical forms against the examples of the recommendations and against libxml2, on grown documents.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XmlC14NMode, XmlDocument, XmlElement } from 'libxml2-wasm';
import { chanceFrom, growXml } from '../../../tests/hostile/mutate.ts';
import { seed } from '../../../tests/hostile/seed.ts';
import { type XmlNode, XmlSources } from '../codec/xml-node.ts';
import { parseXml } from '../codec/xml.ts';
import { type Canonicalization, canonicalize } from './c14n.ts';

function ours(text: string, how: Canonicalization, find?: (root: XmlNode) => XmlNode | undefined): string {
  const sources = new XmlSources();
  const root = parseXml(Buffer.from(text), undefined, sources);
  const apex = find?.(root);
  return canonicalize(root, sources, how, apex ? { apex } : {}).toString('utf-8');
}
const plain: Canonicalization = { exclusive: false, comments: false };
const exclusive: Canonicalization = { exclusive: true, comments: false };

test('[P4] C14N 1.0 §3.1: instructions and comments outside the document element', () => {
  const text = `<?xml version="1.0"?>

<?xml-stylesheet   href="doc.xsl"
   type="text/xsl"   ?>

<doc>Hello, world!<!-- Comment 1 --></doc>

<?pi-without-data     ?>

<!-- Comment 2 -->

<!-- Comment 3 -->`;
  assert.equal(
    ours(text, plain),
    '<?xml-stylesheet href="doc.xsl"\n   type="text/xsl"   ?>\n<doc>Hello, world!</doc>\n<?pi-without-data?>',
  );
  assert.equal(
    ours(text, { exclusive: false, comments: true }),
    '<?xml-stylesheet href="doc.xsl"\n   type="text/xsl"   ?>\n<doc>Hello, world!<!-- Comment 1 --></doc>\n<?pi-without-data?>\n<!-- Comment 2 -->\n<!-- Comment 3 -->',
  );
});

test('[P4] C14N 1.0 §3.2: white space in content stays', () => {
  const text = `<doc>
   <clean>   </clean>
   <dirty>   A   B   </dirty>
   <mixed>
      A
      <clean>   </clean>
      B
      <dirty>   A   B   </dirty>
      C
   </mixed>
</doc>`;
  assert.equal(ours(text, plain), text);
});

test('[P4] C14N 1.0 §3.3: start and end tags (without the default attribute of its DTD)', () => {
  const text = `<doc>
   <e1   />
   <e2   ></e2>
   <e3   name = "elem3"   id="elem3"   />
   <e4   name="elem4"   id="elem4"   ></e4>
   <e5 a:attr="out" b:attr="sorted" attr2="all" attr="I'm"
      xmlns:b="http://www.ietf.org"
      xmlns:a="http://www.w3.org"
      xmlns="http://example.org"/>
   <e6 xmlns="" xmlns:a="http://www.w3.org">
      <e7 xmlns="http://www.ietf.org">
         <e8 xmlns="" xmlns:a="http://www.w3.org">
            <e9 xmlns="" xmlns:a="http://www.ietf.org"/>
         </e8>
      </e7>
   </e6>
</doc>`;
  assert.equal(
    ours(text, plain),
    `<doc>
   <e1></e1>
   <e2></e2>
   <e3 id="elem3" name="elem3"></e3>
   <e4 id="elem4" name="elem4"></e4>
   <e5 xmlns="http://example.org" xmlns:a="http://www.w3.org" xmlns:b="http://www.ietf.org" attr="I'm" attr2="all" b:attr="sorted" a:attr="out"></e5>
   <e6 xmlns:a="http://www.w3.org">
      <e7 xmlns="http://www.ietf.org">
         <e8 xmlns="">
            <e9 xmlns:a="http://www.ietf.org"></e9>
         </e8>
      </e7>
   </e6>
</doc>`,
  );
});

test('[P4] C14N 1.0 §3.4: characters and references (without the attribute types of its DTD)', () => {
  const text = `<doc>
   <text>First line&#x0d;&#10;Second line</text>
   <value>&#x32;</value>
   <compute><![CDATA[value>"0" && value<"10" ?"valid":"error"]]></compute>
   <compute expr='value>"0" &amp;&amp; value&lt;"10" ?"valid":"error"'>valid</compute>
   <norm attr=' &apos;   &#x20;&#13;&#xa;&#9;   &apos; '/>
</doc>`;
  assert.equal(
    ours(text, plain),
    `<doc>
   <text>First line&#xD;
Second line</text>
   <value>2</value>
   <compute>value&gt;"0" &amp;&amp; value&lt;"10" ?"valid":"error"</compute>
   <compute expr="value>&quot;0&quot; &amp;&amp; value&lt;&quot;10&quot; ?&quot;valid&quot;:&quot;error&quot;">valid</compute>
   <norm attr=" '    &#xD;&#xA;&#x9;   ' "></norm>
</doc>`,
  );
  assert.equal(ours('<?xml version="1.0"?><doc>&#169;</doc>', plain), '<doc>©</doc>', '§3.6');
});

test('[P4] Exclusive C14N §2.2: an element does not change where its surroundings do', () => {
  const alone =
    '<n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>';
  const find = (root: XmlNode) => root.children.find((c) => c.name === 'elem2');
  const around = (start: string, end: string) => `${start}${alone}${end}`;
  const first = around('<n0:pdu xmlns:n0="http://a.example" xml:space="retain">', '</n0:pdu>');
  const second = around(
    '<n2:pdu xmlns:n1="http://example.com" xmlns:n2="http://foo.example" xml:lang="fr">',
    '</n2:pdu>',
  );
  assert.equal(ours(first, exclusive, find), alone);
  assert.equal(ours(second, exclusive, find), alone);
  assert.match(
    ours(second, plain, find),
    /^<n1:elem2 xmlns:n1="http:\/\/example.net" xmlns:n2="http:\/\/foo.example" xml:lang="en">/,
  );
  assert.match(ours(first, plain, find), / xml:space="retain">/);
});

/** Adds what the grown documents lack: prefixes declared and used at several depths, comments, instructions, xml:lang. */
function decorate(text: string, chance: ReturnType<typeof chanceFrom>): string {
  let n = 0;
  const decorated = text.replace(
    /<([A-Za-z_][\w.-]*)((?:\s[^<>]*)?)(\/?)>/g,
    (whole, name: string, rest: string, empty: string) => {
      n += 1;
      if (n > 60 || rest.includes('xmlns')) return whole;
      const pick = (chance.below(7) + n) % 7;
      const more = [
        '',
        ` xmlns:p${n % 3}="urn:x${n % 4}"`,
        ` xmlns="urn:d${n % 2}"`,
        ' xmlns=""',
        ` xmlns:q="urn:q${n % 2}" q:a="1" b="&lt;&#9;&quot;"`,
        ' xml:lang="zh"',
        '',
      ][pick];
      const inner = pick === 6 && empty === '' ? '<!--c--><?i d?>' : '';
      return `<${name}${rest}${more}${empty}>${inner}`;
    },
  );
  return decorated;
}

test('[P4] canonical forms of grown documents are those of libxml2: whole and of an element, inclusive and exclusive', () => {
  let compared = 0;
  for (let i = 0; i < 1500; i++) {
    const chance = chanceFrom(seed + i);
    // libxml2 canonicalises no relative namespace names.
    const text = decorate(growXml(chance).replaceAll('xmlns="v"', 'xmlns="urn:v"'), chance).replace(
      /^\s*<\?xml[ \t\r\n][^>]*\?>/,
      '',
    );
    let root: XmlNode;
    const sources = new XmlSources();
    let document: XmlDocument;
    try {
      root = parseXml(Buffer.from(text), undefined, sources);
      document = XmlDocument.fromString(text);
    } catch {
      continue;
    }
    for (const how of [
      plain,
      { ...plain, comments: true },
      exclusive,
      { ...exclusive, inclusivePrefixes: ['q', 'p1'] },
    ]) {
      const options = {
        mode: how.exclusive ? XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 : XmlC14NMode.XML_C14N_1_0,
        withComments: how.comments,
        ...('inclusivePrefixes' in how ? { inclusiveNamespacePrefixes: ['q', 'p1'] } : {}),
      };
      const whole = document.canonicalizeToString(options);
      assert.equal(canonicalize(root, sources, how).toString('utf-8'), whole, `seed ${seed + i}: ${text}`);
      let apex = root;
      let theirs: XmlElement = document.root;
      for (let depth = 0; depth < 2; depth++) {
        const child = apex.children.at(-1);
        let last = theirs.lastChild;
        while (last && !(last instanceof XmlElement)) last = last.prev;
        if (!child || !last) break;
        apex = child;
        theirs = last;
      }
      const part = theirs.canonicalizeToString(options);
      assert.equal(canonicalize(root, sources, how, { apex }).toString('utf-8'), part, `seed ${seed + i}: ${text}`);
      compared += 1;
    }
    document.dispose();
  }
  assert.ok(compared > 2000, `${compared} compared`);
});
