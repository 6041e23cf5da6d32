import { defineRoute } from '../../platform/http/contract.ts';
import { actKey, done, revisionAndReason } from './contract.ts';

const decision = { params: actKey, body: revisionAndReason, reply: done } as const;

export const checkAct = defineRoute({
  method: 'POST',
  path: '/membership-acts/:county/:id/post',
  act: 'membership_act.check',
  summary: 'post what another person proposed: members, shares and voucher at once',
  ...decision,
});

export const refuseAct = defineRoute({
  method: 'POST',
  path: '/membership-acts/:county/:id/refuse',
  act: 'membership_act.check',
  summary: 'refuse what another person proposed',
  ...decision,
});

export const withdrawAct = defineRoute({
  method: 'POST',
  path: '/membership-acts/:county/:id/withdraw',
  act: 'membership_act.propose',
  summary: 'take back what waits; a notice to leave before its day',
  ...decision,
});

export const askReversal = defineRoute({
  method: 'POST',
  path: '/membership-acts/:county/:id/reversal',
  act: 'membership_act.propose',
  summary: 'ask for a posted act to be reversed',
  ...decision,
});

export const reverseAct = defineRoute({
  method: 'POST',
  path: '/membership-acts/:county/:id/reverse',
  act: 'membership_act.check',
  summary: 'reverse a posted act on which another person asked for it: shares and voucher in red',
  ...decision,
});

export const keepAct = defineRoute({
  method: 'POST',
  path: '/membership-acts/:county/:id/keep',
  act: 'membership_act.check',
  summary: 'let a posted act stand for which a reversal was asked',
  ...decision,
});
