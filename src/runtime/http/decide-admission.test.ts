// Turns: room for everybody while there is some, equal shares when there is none, urgent requests on top, and a limit that follows
// what is measured (exchange R23).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Bucket,
  decideAdmission,
  fullBucket,
  isFarBehind,
  LIMITS,
  nextLimit,
  type Proven,
  prove,
  restAt,
  takeToken,
  TARGET_MS,
} from './decide-admission.ts';

const ordinary = { urgent: false };

test('[P12] while there is room one party may have all of it', () => {
  assert.equal(
    decideAdmission({ limit: 100, running: 99, beyond: 0, parties: 1 }, { ...ordinary, running: 99 }),
    'admitted',
  );
  assert.equal(
    decideAdmission({ limit: 100, running: 100, beyond: 0, parties: 1 }, { ...ordinary, running: 100 }),
    'overloaded',
  );
});

test('[P12] who floods is turned away for his share, and another still gets his', () => {
  const full = { limit: 100, running: 100, beyond: 0, parties: 2 };
  assert.equal(decideAdmission(full, { ...ordinary, running: 99 }), 'share-used-up');
  assert.equal(decideAdmission(full, { ...ordinary, running: 0 }), 'admitted');
  assert.equal(decideAdmission(full, { ...ordinary, running: 49 }), 'admitted');
  assert.equal(decideAdmission(full, { ...ordinary, running: 50 }), 'share-used-up');
});

test('[P12][P7] what goods wait for goes on when everything else is turned away, and is bounded too', () => {
  const full = { limit: 100, running: 150, beyond: 50, parties: 1 };
  assert.equal(decideAdmission(full, { urgent: true, running: 150 }), 'admitted');
  assert.equal(decideAdmission({ ...full, running: 300, beyond: 200 }, { urgent: true, running: 150 }), 'overloaded');
});

test('[P12][P7] a limit that has just fallen shuts out neither another party nor what goods wait for', () => {
  const fallen = { limit: 32, running: 180, beyond: 0, parties: 2 };
  assert.equal(decideAdmission(fallen, { ...ordinary, running: 0 }), 'admitted');
  assert.equal(decideAdmission(fallen, { urgent: true, running: 170 }), 'admitted');
  assert.equal(decideAdmission(fallen, { ...ordinary, running: 170 }), 'share-used-up');
  assert.equal(decideAdmission({ ...fallen, beyond: 32 }, { ...ordinary, running: 0 }), 'overloaded');
});

test('[P12] however many parties there are, never more than three times the limit is under way', () => {
  const counts = new Map<number, number>();
  const limit = 64;
  let running = 0;
  let beyond = 0;
  for (let i = 0; i < 10_000; i++) {
    const party = i % 500;
    const own = counts.get(party) ?? 0;
    const parties = counts.size + (own === 0 ? 1 : 0);
    if (decideAdmission({ limit, running, beyond, parties }, { urgent: i % 3 === 0, running: own }) !== 'admitted')
      continue;
    counts.set(party, own + 1);
    if (running >= limit) beyond += 1;
    running += 1;
  }
  assert.ok(running > limit && running <= limit * 3, String(running));
});

test('[P12] the limit falls while it takes too long, grows while it is used, and returns when nobody asks', () => {
  let limit: number = LIMITS.start;
  for (let i = 0; i < 50; i++) limit = nextLimit(limit, { meanMs: TARGET_MS * 4, busiest: limit });
  assert.equal(limit, LIMITS.least);
  for (let i = 0; i < 200; i++) limit = nextLimit(limit, { meanMs: 5, busiest: limit });
  assert.equal(limit, LIMITS.most);
  for (let i = 0; i < 100; i++) limit = nextLimit(limit, { meanMs: 5, busiest: 1 });
  assert.equal(limit, LIMITS.start);
  limit = LIMITS.least;
  for (let i = 0; i < 100; i++) limit = nextLimit(limit, { meanMs: 5, busiest: 1 });
  assert.equal(limit, LIMITS.start);
});

test('[P12] the limit follows at once: of so many that took twice as long as they may, half; few that are slow change nothing', () => {
  assert.equal(nextLimit(LIMITS.start, { meanMs: TARGET_MS * 2, busiest: 100 }), 50);
  assert.equal(nextLimit(LIMITS.start, { meanMs: TARGET_MS * 20, busiest: LIMITS.least }), LIMITS.start);
});

test('[P12] what was proven under a flood stays the limit for the next one, and is forgotten in the end', () => {
  let proven: Proven | undefined;
  for (let at = 0; at < 5000; at += 250) proven = prove(proven, 150 + (at % 500) / 100, at);
  const rest = restAt(proven, 10_000);
  assert.ok(rest >= 60 && rest <= 62, String(rest));
  let limit: number = LIMITS.start;
  for (let i = 0; i < 60; i++) limit = nextLimit(limit, { meanMs: 20, busiest: 2 }, rest);
  assert.equal(limit, rest);
  assert.equal(restAt(proven, 200_000), LIMITS.start);
  assert.equal(restAt(prove(undefined, 0, 0), 0), LIMITS.least);
  assert.equal(restAt(prove(undefined, 9000, 0), 0), LIMITS.start);
});

test('[P12] in the long run a party gets its rate, after what it has saved up', () => {
  const quota = { perSecond: 10, burst: 20 };
  let bucket: Bucket = fullBucket(quota, 0);
  let taken = 0;
  for (let now = 0; now <= 60_000; now += 20) {
    const next = takeToken(bucket, quota, now);
    if ('waitMs' in next) assert.ok(next.waitMs > 0 && next.waitMs <= 100);
    else {
      bucket = next;
      taken += 1;
    }
  }
  assert.ok(taken >= 615 && taken <= 621, String(taken));
});

test('[P12] filings wait only when the reactions are far behind in number and in time', () => {
  assert.equal(isFarBehind({ events: 30_000, seconds: 90 }), true);
  assert.equal(isFarBehind({ events: 30_000, seconds: 5 }), false);
  assert.equal(isFarBehind({ events: 10, seconds: 9000 }), false);
});
