// The modules of the 1: one line each.
import type { Module } from '../runtime/module.ts';
import { accountModule } from './account/index.ts';
import { auditModule } from './audit/index.ts';
import { carriageModule } from './carriage/index.ts';
import { credentialsModule } from './credentials/index.ts';
import { directoryModule } from './directory/index.ts';
import { dispositionModule } from './disposition/index.ts';
import { documentsModule } from './documents/index.ts';
import { drawModule } from './draw/index.ts';
import { emergencyModule } from './emergency/index.ts';
import { enterpriseModule } from './enterprise/index.ts';
import { erpModule } from './erp/index.ts';
import { exchangeModule } from './exchange/index.ts';
import { inboxModule } from './inbox/index.ts';
import { inspectionModule } from './inspection/index.ts';
import { licenceModule } from './licence/index.ts';
import { mailModule } from './mail/index.ts';
import { ledgerModule } from './ledger/index.ts';
import { noticesModule } from './notices/index.ts';
import { partnerModule } from './partner/index.ts';
import { paymentModule } from './payment/index.ts';
import { referenceModule } from './reference/index.ts';
import { registrationModule } from './registration/index.ts';
import { releaseModule } from './release/index.ts';
import { shipmentModule } from './shipment/index.ts';
import { signaturesModule } from './signatures/index.ts';
import { statisticsModule } from './statistics/index.ts';
import { subscriptionsModule } from './subscriptions/index.ts';

export const hubModules: readonly Module[] = [
  enterpriseModule,
  accountModule,
  registrationModule,
  referenceModule,
  shipmentModule,
  documentsModule,
  exchangeModule,
  partnerModule,
  dispositionModule,
  inspectionModule,
  drawModule,
  releaseModule,
  credentialsModule,
  paymentModule,
  licenceModule,
  carriageModule,
  directoryModule,
  emergencyModule,
  noticesModule,
  inboxModule,
  mailModule,
  ledgerModule,
  auditModule,
  signaturesModule,
  subscriptionsModule,
  erpModule,
  statisticsModule,
];
