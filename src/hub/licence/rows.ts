// Licences and claims as they are kept.
import type { Amounts, Balance, Correction, FiledLine, Licence, LicenceKind } from './contract.ts';

export type LicenceRow = {
  id: string;
  number: string;
  channel: string;
  kind: LicenceKind;
  organisation_id: string;
  state: Licence['state'];
  goods: readonly string[];
  granted: Amounts;
  unit: string | null;
  currency: string | null;
  valid_from: string;
  valid_to: string;
  year: number | null;
  issuer: string;
  said_at: string;
  books_left: Amounts | null;
  books_at: string | null;
  balance: Balance;
  correction: Correction | null;
  message_id: string;
  simulated: boolean;
};
export type ClaimRow = {
  number: string;
  shipment_id: string;
  version: number;
  trader_uscc: string;
  lines: readonly FiledLine[];
  state: 'filed' | 'cleared' | 'given-back';
  short: boolean;
  filed_at: string;
  cleared_at: string | null;
};
