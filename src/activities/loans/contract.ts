import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { pageQuery, pageReply } from '../../platform/http/paging.ts';

const changeable = z.object({ name: z.string().trim().min(1).max(100), startsOn: z.iso.date() });

export const loanDraft = changeable.extend({ id: z.uuid(), place: z.int() });
export const loanChange = changeable.extend({ revision: z.int().min(1), reason: z.string().trim().min(1).max(500) });
export const loanKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const loanRow = loanDraft.extend({ county: z.int(), revision: z.int() });

export const listLoans = defineRoute({
  method: 'GET',
  path: '/loans',
  act: 'loan.read',
  summary: 'List loans',
  query: pageQuery.pick({ limit: true, offset: true }),
  reply: pageReply(loanRow),
});

export const recordLoan = defineRoute({
  method: 'POST',
  path: '/loans',
  act: 'loan.record',
  summary: 'Record loans',
  body: loanDraft,
  reply: loanRow.pick({ county: true, id: true }),
});

export const correctLoan = defineRoute({
  method: 'PUT',
  path: '/loans/:county/:id',
  act: 'loan.correct',
  summary: 'Correct loans',
  params: loanKey,
  body: loanChange,
  reply: loanRow.pick({ county: true, id: true }),
});
