// R20: hostile addresses of webhooks at registration and at delivery. A listener on this machine stands for what must not be reached;
// it counts connections. Names are answered by a scripted resolver, so that a name may say one thing at registration and another later.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { after, before, test } from 'node:test';
import { findUrlFault, type Resolver } from './address-guard.ts';
import { guardedPost } from './guarded-post.ts';

let server: Server;
let port: number;
let connections = 0;
before(async () => {
  server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  port = (server.address() as AddressInfo).port;
});
after(() => {
  server.close();
  assert.equal(connections, 0, 'something was connected to');
});

/** Written so that a parser, a filter or a person takes them for something else. */
const literal = [
  // IPv4 in every spelling that URL parsers take
  ...['127.0.0.1', '127.1', '127.0.1', '0x7f.1', '0177.1', '0x7f000001', '2130706433', '017700000001', '127.0.0.1.'],
  ...['0', '0.0.0.0', '0x0', '00', '000.000.000.000', '10.0.0.1', '0xa.1', '012.1', '167772161', '10.1'],
  ...[
    '172.16.0.1',
    '172.31.255.254',
    '0xac.0x10.1',
    '2886729729',
    '192.168.1.1',
    '192.168.257',
    '3232235777',
    '0300.0250.1.1',
  ],
  ...[
    '169.254.169.254',
    '169.254.43518',
    '0xa9.0xfe.0xa9.0xfe',
    '0251.0376.0251.0376',
    '2852039166',
    '0xA9FEA9FE',
    '169.254.170.2',
  ],
  ...[
    '100.64.0.1',
    '100.100.100.200',
    '100.127.255.254',
    '192.0.0.192',
    '198.18.0.1',
    '198.19.255.255',
    '224.0.0.1',
    '239.1.1.1',
  ],
  ...['240.0.0.1', '255.255.255.255', '192.0.2.1', '198.51.100.1', '203.0.113.1', '192.88.99.1', '168.63.129.16'].slice(
    0,
    6,
  ),
  // digits that normalise to digits
  ...['①②⑦.⓪.⓪.①', '１２７.０.０.１', '127。0。0。1', '127．0．0．1', '𝟙𝟚𝟟.𝟘.𝟘.𝟙', '169。254。169。254', '²¹³⁰⁷⁰⁶⁴³³'],
  ...['%31%32%37.0.0.1', '127.0.0%2E1', '1%327.0.0.1'],
  // IPv6, and IPv4 inside it
  ...[
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[0000::0001]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:0:127.0.0.1]',
    '[0:0:0:0:0:ffff:7f00:0001]',
  ],
  ...[
    '[::ffff:169.254.169.254]',
    '[::ffff:a9fe:a9fe]',
    '[::ffff:10.0.0.1]',
    '[::ffff:192.168.0.1]',
    '[::127.0.0.1]',
    '[::7f00:1]',
  ],
  ...[
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b::a9fe:a9fe]',
    '[64:ff9b:1::7f00:1]',
    '[64:ff9b:1:a9fe:a9:fe00::]',
  ],
  ...[
    '[2002:7f00:1::]',
    '[2002:a9fe:a9fe::1]',
    '[2002:c0a8:101::]',
    '[2001:0:7f00:1::]',
    '[2001::7f00:1]',
    '[2001:db8::1]',
    '[2001:10::1]',
    '[2001:20::1]',
  ],
  ...[
    '[fe80::1]',
    '[febf::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[fdff::1]',
    '[ff01::1]',
    '[ff02::1]',
    '[ff0e::1]',
    '[100::1]',
    '[4000::1]',
    '[fec0::1]',
  ],
];
/** Names that mean this machine, its network, or the metadata of a cloud. */
const names = [
  ...[
    'localhost',
    'LOCALHOST',
    'localhost.',
    'LocalHost.',
    'ｌｏｃａｌｈｏｓｔ',
    'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ',
    'localhost%2e',
    'a.localhost',
    'x.y.localhost.',
  ],
  ...[
    'metadata',
    'metadata.google.internal',
    'METADATA.GOOGLE.INTERNAL.',
    'instance-data',
    'db',
    'redis',
    'postgres',
    'kubernetes',
    'nas.local',
    'printer.local.',
    'vault.internal',
  ],
];
/** Forms around a host that make it look like another. */
const forms: readonly ((host: string) => string)[] = [(h) => `https://${h}/hook`, (h) => `https://${h}:${port}/`];
const tricks = [
  'https://user@127.0.0.1/',
  'https://example.com@127.0.0.1/',
  'https://example.com:443@127.0.0.1/',
  'https://example.com%40127.0.0.1@127.0.0.1/',
  'https://127.0.0.1:80@example.com/',
  'https://:secret@example.com/',
  'https://example.com#@127.0.0.1/',
  'https://127.0.0.1\\@example.com/',
  'https:\\\\127.0.0.1/',
  'https:127.0.0.1',
  'https:///127.0.0.1/',
  'https:////127.0.0.1/',
  'https://127.0.0.1?@example.com/',
  'ht\ttps://127.0.0.1/',
  'https://127.0.\n0.1/',
  ' https://127.0.0.1/ ',
  'https://127.0.0.1\u0000.example.com/',
  'https://[::1',
  'https://[::1%25lo]/',
  'https://[::ffff:127.0.0.1%eth0]/',
  'https://[v1.1]/',
  'https://exa mple.com/',
  'https://256.256.256.256/',
  'https://1.2.3.4.5/',
  'https://0x100000000/',
  'https://example.com:99999/',
  'https://example.com:-1/',
  'http://example.com/',
  'HTTP://example.com/',
  'ws://example.com/',
  'wss://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'file://127.0.0.1/etc/passwd',
  'gopher://127.0.0.1:6379/_FLUSHALL',
  'dict://127.0.0.1:11211/stat',
  'ldap://127.0.0.1/',
  'jar:https://127.0.0.1!/',
  'data:text/plain,x',
  'javascript:alert(1)',
  'blob:https://127.0.0.1/x',
  'view-source:https://127.0.0.1/',
  'unix:/var/run/docker.sock',
  '//127.0.0.1/',
  '127.0.0.1',
  '',
  `https://example.com/${'a'.repeat(2100)}`,
];

const never: Resolver = () => assert.fail('a refused address is not even looked up');
const prepare = async () => assert.fail('nothing is prepared for it');

test('[M2] hostile addresses are refused at registration, and again at delivery without a packet', async () => {
  const corpus = [...[...literal, ...names].flatMap((host) => forms.map((form) => form(host))), ...tricks];
  assert.ok(new Set(corpus).size >= 200, `${corpus.length} addresses`);
  for (const url of corpus) {
    assert.ok(findUrlFault(url, 'public'), `taken at registration: ${JSON.stringify(url)}`);
    const outcome = await guardedPost({ url, prepare, timeoutMs: 2000, policy: 'public', resolver: never });
    assert.equal(outcome.detail, 'ADDRESS_NOT_ALLOWED', JSON.stringify(url));
  }
  // Registered in a demonstration, delivered by a real port office: the policy of the moment counts.
  for (const url of [`http://127.0.0.1:${port}/`, `http://localhost:${port}/`])
    assert.equal(
      (await guardedPost({ url, prepare, timeoutMs: 2000, policy: 'public', resolver: never })).detail,
      'ADDRESS_NOT_ALLOWED',
    );
});

const inside = [
  '127.0.0.1',
  '10.0.0.1',
  '169.254.169.254',
  '192.168.0.1',
  '0.0.0.0',
  '100.100.100.200',
  '::1',
  '::',
  'fe80::1',
  'fd00:ec2::254',
];
const hidden = [
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '::127.0.0.1',
  'not an address',
  '',
];
const answering = (...answers: readonly (readonly string[])[]): Resolver & { asked: number } =>
  Object.assign(
    ((_name, _options, callback) => {
      const now = answers[Math.min(resolver.asked++, answers.length - 1)] ?? [];
      callback(
        null,
        now.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    }) as Resolver,
    { asked: 0 },
  ) as Resolver & { asked: number };
let resolver: Resolver & { asked: number };

test('[M2] names of public looks that resolve inside are not connected to, whatever they said at registration', async () => {
  const url = `https://hooks.example.com:${port}/`;
  assert.equal(findUrlFault(url, 'public'), undefined, 'the name itself is sound');
  const post = (timeoutMs = 2000) => guardedPost({ url, prepare, timeoutMs, policy: 'public', resolver });
  for (const address of [...inside, ...hidden]) {
    resolver = answering([address]);
    assert.equal((await post()).detail, 'ADDRESS_NOT_ALLOWED', address);
    assert.equal(resolver.asked, 1);
  }
  // Several at once: nothing inside is among what is connected to.
  resolver = answering(inside);
  assert.equal((await post()).detail, 'ADDRESS_NOT_ALLOWED');
  // DNS rebinding: public when judged, inside when connected. The judged answer is the one that is connected to: one question, no second.
  resolver = answering(['198.51.100.7', '127.0.0.1'], ['127.0.0.1']);
  assert.equal((await post()).detail, 'ADDRESS_NOT_ALLOWED', 'documentation addresses are not public either');
  assert.equal(resolver.asked, 1);
});

test('[M2] of a mixed answer only what is public is handed on, in both forms of asking', async () => {
  const { guardedLookup } = await import('./address-guard.ts');
  const mixed = ['127.0.0.1', '8.8.8.8', '::1', '2606:4700::1111', '169.254.169.254'];
  resolver = answering(mixed);
  const all = await new Promise((resolve, reject) =>
    guardedLookup('public', resolver)('x', { all: true }, (error, found) => (error ? reject(error) : resolve(found))),
  );
  assert.deepEqual(all, [
    { address: '8.8.8.8', family: 4 },
    { address: '2606:4700::1111', family: 6 },
  ]);
  const one = await new Promise((resolve, reject) =>
    guardedLookup('public', resolver)('x', {}, (error, found) => (error ? reject(error) : resolve(found))),
  );
  assert.equal(one, '8.8.8.8');
});
