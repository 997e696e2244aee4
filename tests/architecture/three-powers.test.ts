// 三权分立 over the whole policy table (R25; GB/T 22239-2019 8.1.5.1–8.1.5.3): every action belongs to one power, no role of the platform
// holds two of them, and no route alters the trail for anybody.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hubModules } from '../../src/hub/modules.ts';
import {
  type Action,
  actions,
  mayDo,
  type Role,
  roles,
  rolesOfKind,
  standsAlone,
} from '../../src/runtime/identity/policy.ts';

/** What an action is to the platform; written by hand, so that a new action has to say it. */
const powers: Readonly<Record<Action, 'anybody' | 'reads' | 'business' | 'runs' | 'secures' | 'audits'>> = {
  public: 'anybody',
  'signed-in': 'anybody',
  'shipment.read': 'reads',
  'document.read': 'reads',
  'look.read': 'reads',
  'inspection.read': 'reads',
  'yard.read': 'reads',
  'draw.read': 'reads',
  'roster.read': 'reads',
  'release.read': 'reads',
  'release.verify': 'reads',
  'payment.read': 'reads',
  'licence.read': 'reads',
  'carriage.read': 'reads',
  'directory.read': 'reads',
  'reference.read': 'reads',
  'enterprise.read': 'reads',
  'retention.read': 'reads',
  'notice.read': 'reads',
  'shipment.write': 'business',
  'shipment.submit': 'business',
  'look.withhold': 'business',
  'message.post': 'business',
  'instruction.issue': 'business',
  'collision.resolve': 'business',
  'inspection.record': 'business',
  'draw.conduct': 'business',
  'roster.manage': 'business',
  'release.gate-out': 'business',
  'payment.order': 'business',
  'carriage.order': 'business',
  'directory.apply': 'business',
  'enterprise.manage': 'business',
  'authorisation.grant': 'business',
  'authorisation.accept': 'business',
  // The yard's slots are the platform's to give; an enterprise chooses its own.
  'inspection.schedule': 'runs',
  'yard.manage': 'runs',
  'subscription.manage': 'runs',
  'jurisdiction.manage': 'runs',
  'exchange.operate': 'runs',
  'payment.reconcile': 'runs',
  'reference.manage': 'runs',
  'organisation.admit': 'runs',
  'enterprise.mark': 'runs',
  // A program's key can do what its maker can, never more; the port office's counts when a second person has confirmed it.
  'api-key.manage': 'runs',
  'emergency.declare': 'runs',
  'paper-act.handle': 'runs',
  'staff.manage': 'secures',
  'api-key.confirm': 'secures',
  'trust.manage': 'secures',
  'release-key.rotate': 'secures',
  'retention.manage': 'secures',
  'audit.read': 'audits',
  'audit.export': 'audits',
};
const changing = ['business', 'runs', 'secures'];
const powersOf = (role: Role) => new Set(actions.filter((a) => mayDo([role], a)).map((a) => powers[a]));
const routes = hubModules.flatMap((m) => m.routes);

test('[P11] every action of the table belongs to one power', () => {
  assert.deepEqual(Object.keys(powers).sort(), [...actions].sort());
});

test('[P11] no role that changes data, rules or rights reads the audit trail as auditor, and the auditor changes nothing', () => {
  const holders = (Object.keys(roles) as Role[]).filter((role) => powersOf(role).has('audits'));
  assert.deepEqual(holders, ['auditor']);
  for (const power of changing) assert.ok(!powersOf('auditor').has(power as 'business'), power);
});

test('[P11] of the platform’s own roles none holds two powers, and no person holds two of the roles', () => {
  const platform = rolesOfKind('port-office');
  assert.deepEqual([...platform].sort(), ['auditor', 'operator', 'security-administrator']);
  for (const role of platform) {
    const held = [...powersOf(role)].filter((p) => p !== 'anybody' && p !== 'reads');
    assert.equal(held.length, 1, `${role}: ${held.join(', ')}`);
  }
  assert.deepEqual(platform.map((role) => [...powersOf(role)].find((p) => p !== 'anybody' && p !== 'reads')).sort(), [
    'audits',
    'runs',
    'secures',
  ]);
  // Two of three stand alone, so no two of the three meet in one person.
  assert.ok(platform.filter((role) => !standsAlone(role)).length <= 1);
  // What secures and audits belongs to the platform, but for an organisation's manager, who has his own staff.
  const others = (Object.keys(roles) as Role[]).filter(
    (role) => !platform.includes(role) && powersOf(role).has('secures'),
  );
  assert.deepEqual(others, ['enterprise-manager']);
  assert.deepEqual(
    actions.filter((a) => powers[a] === 'secures' && mayDo(['enterprise-manager'], a)),
    ['staff.manage'],
  );
});

test('[P11][M6] whoever says who can be drawn neither draws nor inspects, and whoever does keeps no roster', () => {
  const keepers = (Object.keys(roles) as Role[]).filter((role) => mayDo([role], 'roster.manage'));
  assert.deepEqual(keepers, ['roster-keeper']);
  assert.ok(standsAlone('roster-keeper'), 'nobody holds it beside another role');
  const business = actions.filter((a) => powers[a] === 'business' && mayDo(['roster-keeper'], a));
  assert.deepEqual(business, ['roster.manage']);
  assert.ok(!mayDo(['enterprise-manager'], 'roster.manage'), 'nor does whoever gives out roles');
});

test('[P11][P4] what changes something is no audit route, but the asking for an export, which is itself recorded', () => {
  const audits = routes.filter((r) => powers[r.action] === 'audits' && r.method !== 'GET');
  assert.deepEqual(
    audits.map((r) => `${r.method} ${r.path}`),
    ['POST /audit-exports'],
  );
  // Erasing content is nobody's over HTTP; nothing else writes to the log but the outbox, the sequencer and that.
  const sources = readdirSync('src', { recursive: true, encoding: 'utf-8' }).filter((at) =>
    /(?<!\.test)\.ts$/.test(at),
  );
  const writers = sources.filter((at) =>
    /(insert into|update|delete from|truncate)\s+runtime\.(event|ledger_\w+)\b/i.test(
      readFileSync(`src/${at}`, 'utf-8'),
    ),
  );
  assert.deepEqual(writers.sort(), ['runtime/ledger/store.ts', 'runtime/outbox/store.ts']);
  const erasers = sources.filter((at) => /\beraseContent\(/.test(readFileSync(`src/${at}`, 'utf-8')));
  assert.deepEqual(erasers.sort(), ['hub/audit/erase-everywhere.ts', 'hub/ledger/erase-content.ts']);
  const doors = sources.filter((at) => /\berase(Everywhere|Returned)\(/.test(readFileSync(`src/${at}`, 'utf-8')));
  assert.deepEqual(doors, ['hub/audit/erase-everywhere.ts'], 'only `npm run ledger` asks for it');
});

test('[P7][P11] nobody releases by hand: a release follows from instructions alone, and those on paper take two persons', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf-8' }).filter((at) =>
    /(?<!\.test)\.ts$/.test(at),
  );
  const granting = sources.filter((at) => /emit\(context, 'release\.granted'/.test(readFileSync(`src/${at}`, 'utf-8')));
  assert.deepEqual(granting, ['hub/release/decide-releases.ts']);
  const callers = sources.filter(
    (at) => at.startsWith('hub/') && /\bdecideReleases\b/.test(readFileSync(`src/${at}`, 'utf-8')),
  );
  assert.deepEqual(callers.sort(), ['hub/flow.ts', 'hub/release/decide-releases.ts', 'hub/release/index.ts']);
  // Each road by which a person's own act can end in a release, with what keeps one person from it.
  const roads = routes.filter(
    (r) =>
      ['instruction.issue', 'collision.resolve', 'paper-act.handle', 'jurisdiction.manage'].includes(r.action) &&
      r.method !== 'GET',
  );
  assert.deepEqual(roads.map((r) => `${r.method} ${r.path}`).sort(), [
    'POST /collisions/:id/resolution', // an instruction of the authority concerned, as if over its channel
    'POST /emergencies/:id/paper-acts', // counts when another person has confirmed it
    'POST /expiry-changes', // counts when another person has approved it
    'POST /instructions', // the authority's own word
    'POST /jurisdiction-changes', // counts when another person has approved it
    'POST /jurisdiction-changes/:id/approval',
    'POST /jurisdiction-changes/:id/rehearsal',
    'POST /jurisdiction-changes/:id/withdrawal',
    'POST /paper-acts/:id/decision',
    'POST /paper-acts/:id/settlement', // refused a release that the partner denied stays with the authority
    'POST /precedence-changes', // counts when another person has approved it; no order puts a release before what keeps back
    'POST /test-results/:id/decision', // the authority’s own word on its own condition, as an instruction
  ]);
});
