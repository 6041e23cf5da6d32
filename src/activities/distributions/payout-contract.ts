import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';
import { fenShape } from '../../platform/pure/fen-shape.ts';
import { distributionKey, done } from './contract.ts';
import { channels, payoutStates } from './rules.ts';

export const dueView = z.object({
  membershipId: z.uuid(),
  number: z.string(),
  name: z.string(),
  memberPlace: z.int(),
  amountFen: fenShape,
  holder: z.string().nullable(),
  bankName: z.string().nullable(),
  accountMasked: z.string().nullable(),
  /** how many other members have the same account */
  sharedWith: z.int(),
  flag: z.enum(['died', 'moved', 'left']).nullable(),
});

export const batchView = z.object({
  county: z.int(),
  id: z.uuid(),
  number: z.int(),
  channel: z.enum(channels),
  madeOn: z.string(),
  makerName: z.string(),
  payments: z.int(),
  totalFen: fenShape,
  state: z.enum(['sent', 'settled']),
  settledOn: z.string().nullable(),
  inFlight: z.int(),
  paidFen: fenShape,
  returnedFen: fenShape,
  revision: z.int(),
  allowed: z.array(z.string()),
});

export const getPayouts = defineRoute({
  method: 'GET',
  path: '/distributions/:county/:id/payouts',
  act: 'distribution.read',
  summary: 'every yuan: paid, on its way, come back, not claimed; with the files that were made',
  params: distributionKey,
  reply: z.object({
    paidFen: fenShape,
    inFlightFen: fenShape,
    /** owed, and last come back from the bank */
    returnedFen: fenShape,
    convertedFen: fenShape,
    /** paid and then corrected downwards: to be had back */
    overpaidFen: fenShape,
    unclaimedFen: fenShape,
    /** day since which something is not claimed */
    unclaimedSince: z.string().nullable(),
    batches: z.array(batchView),
    due: z.array(dueView),
    dueTotal: z.int(),
    allowed: z.array(z.string()),
  }),
});

export const makeBatch = defineRoute({
  method: 'POST',
  path: '/distributions/:county/:id/payouts',
  act: 'payout.make',
  summary: 'make a file for the bank of all who have an account and nothing against them, or a list paid out in cash',
  params: distributionKey,
  body: z.object({
    id: z.uuid(),
    channel: z.enum(['bank', 'cash']),
    /** in cash: who is paid; for the bank: all by default */
    membershipIds: z.array(z.uuid()).max(2_000).optional(),
  }),
  reply: done.extend({ payments: z.int(), totalFen: fenShape }),
});

export const payoutView = z.object({
  id: z.uuid(),
  batchNumber: z.int(),
  channel: z.enum(channels),
  ordinal: z.int(),
  membershipId: z.uuid(),
  number: z.string().nullable(),
  name: z.string(),
  amountFen: fenShape,
  holder: z.string().nullable(),
  bankName: z.string().nullable(),
  accountMasked: z.string().nullable(),
  state: z.enum(payoutStates),
  stateOn: z.string(),
  returnedReason: z.string().nullable(),
});

export const listPayments = defineRoute({
  method: 'GET',
  path: '/distributions/:county/:id/payments',
  act: 'distribution.read',
  summary: 'single payments of all files, by file and line',
  params: distributionKey,
  query: pageQuery.pick({ limit: true, offset: true }).extend({
    batchId: z.uuid().optional(),
    state: z.enum(payoutStates).optional(),
  }),
  reply: pageReply(payoutView),
});

export const downloadBatch = defineRoute({
  method: 'POST',
  path: '/payouts/:county/:id/file',
  act: 'payout.make',
  summary: 'the file for the bank, accounts in clear; the trail says who took it and why',
  params: distributionKey,
  query: z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  body: z.object({ reason: z.string().trim().min(2).max(500) }),
  reply: z.any(),
  download: true,
});

export const settleReport = z.object({
  paid: z.int(),
  paidFen: fenShape,
  returned: z.int(),
  returnedFen: fenShape,
  /** lines that match no payment, or more than one; and payments the file says nothing about */
  unmatched: z.array(z.object({ rowNumber: z.int(), text: z.string() })),
  missing: z.int(),
});

export const checkReturnFile = defineRoute({
  method: 'POST',
  path: '/payouts/:county/:id/returned/check',
  act: 'payout.settle',
  summary: 'read the bank’s return file and say what it would settle; nothing is written',
  params: distributionKey,
  upload: true,
  reply: settleReport,
});

export const takeReturnFile = defineRoute({
  method: 'POST',
  path: '/payouts/:county/:id/returned',
  act: 'payout.settle',
  summary: 'settle a file by the bank’s return file: paid or come back, with the voucher of what was paid',
  params: distributionKey,
  upload: true,
  reply: settleReport.extend({ voucherId: z.uuid().nullable() }),
});

export const settleCash = defineRoute({
  method: 'POST',
  path: '/payouts/:county/:id/handed-over',
  act: 'payout.settle',
  summary: 'confirm that the money of a cash list was handed over and signed for; not by who made the list',
  params: distributionKey,
  body: z.object({ revision: z.int(), notCollected: z.array(z.uuid()).max(2_000).default([]) }),
  reply: done.extend({ voucherId: z.uuid().nullable() }),
});

export const payeeView = z.object({
  id: z.uuid(),
  holder: z.string(),
  bankName: z.string(),
  accountMasked: z.string(),
  entitledBy: z.string().nullable(),
  revision: z.int(),
});

export const savePayee = defineRoute({
  method: 'PUT',
  path: '/payees/:county/:membershipId',
  act: 'payee.record',
  summary: 'record or correct the account of a member; it is sealed',
  params: z.object({ county: z.coerce.number().int(), membershipId: z.uuid() }),
  body: z.object({
    id: z.uuid(),
    revision: z.int().nullish(),
    holder: z.string().trim().min(1).max(50),
    bankName: z.string().trim().min(2).max(100),
    account: z.string().trim().min(8).max(40),
    /** paper by which it is paid out although the member died, moved or left */
    entitledBy: z
      .string()
      .trim()
      .min(2)
      .max(100)
      .nullish()
      .transform((text) => text || null),
    reason: z.string().trim().min(2).max(500).default('recorded'),
  }),
  reply: payeeView,
});
