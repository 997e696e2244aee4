// Signs a test's own ledger with a key of its own, as the worker does (P4).
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import type { Clock } from '../../src/runtime/clock.ts';
import { createSequencer } from '../../src/runtime/ledger/sequencer.ts';
import { createEd25519Signer } from '../../src/runtime/ledger/sign-head.ts';
import type { UnitOfWork } from '../../src/runtime/unit-of-work.ts';

const ORIGIN = 'test/ledger';

export function ledgerSigner(clock: Clock) {
  const signer = createEd25519Signer(ORIGIN, generateKeyPairSync('ed25519').privateKey);
  return {
    verifier: signer.verifier,
    /** Until every event so far stands under a signed head. */
    sign: async (unitOfWork: UnitOfWork): Promise<void> => {
      const onFault = (error: unknown) => assert.fail(String(error));
      const sequencer = createSequencer({ unitOfWork, clock, origin: ORIGIN, signers: [signer], onFault });
      while (await sequencer.step());
    },
  };
}
