import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import * as contract from './decision-contract.ts';
import { type OpenAct, openActs } from './decision-rules.ts';
import { postAct, reverseAct } from './post-store.ts';
import { takeBack } from './propose-store.ts';
import * as store from './store.ts';

type Decide = (
  act: string,
  subject: { place: number; organisationId: string; makerId?: string },
) => Refusal | undefined;

export const decisionRoutes: readonly Handler[] = [
  handle(contract.checkAct, async ({ tx, params, body, decide }) => {
    const act = await open(tx, { params, decide }, 'post');
    if (!act.ok) return act;
    const posted = await postAct(tx, act.value, body);
    return posted.ok ? ok(params) : posted;
  }),

  handle(contract.refuseAct, async ({ tx, params, body, decide }) => {
    const act = await open(tx, { params, decide }, 'refuse');
    if (!act.ok) return act;
    return (await store.refuseAct(tx, act.value, body)) ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawAct, async ({ tx, params, body, decide }) => {
    const act = await open(tx, { params, decide }, 'withdraw');
    if (!act.ok) return act;
    const cooperative = await findCooperative(tx, { county: act.value.county, id: act.value.cooperativeId });
    if (!cooperative) return refuse({ code: 'not_found' });
    const done = await takeBack(tx, act.value, { ...body, cooperative });
    return done.ok ? ok(params) : done;
  }),

  handle(contract.askReversal, async ({ tx, params, body, decide }) => {
    const act = await open(tx, { params, decide }, 'reversal');
    if (!act.ok) return act;
    return (await store.askReversal(tx, act.value, body)) ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.reverseAct, async ({ tx, params, body, decide }) => {
    const act = await open(tx, { params, decide }, 'reverse');
    if (!act.ok) return act;
    const reversed = await reverseAct(tx, act.value, body);
    return reversed.ok ? ok(params) : reversed;
  }),

  handle(contract.keepAct, async ({ tx, params, body, decide }) => {
    const act = await open(tx, { params, decide }, 'keep');
    if (!act.ok) return act;
    return (await store.keepAct(tx, act.value, body)) ? ok(params) : refuse({ code: 'stale' });
  }),
];

/** The act, where this may be done with it now and by this person. */
async function open(
  tx: Tx,
  { params, decide }: { readonly params: { county: number; id: string }; readonly decide: Decide },
  name: OpenAct['name'],
): Promise<Result<store.ActRow, Refusal>> {
  const act = await store.findAct(tx, params);
  if (!act) return refuse({ code: 'not_found' });
  const next = openActs(act).find((one) => one.name === name);
  const subject = { place: act.place, organisationId: act.cooperativeId };
  const permission = next?.act ?? permissions[name];
  const refused = decide(permission, next?.maker ? { ...subject, makerId: next.maker } : subject);
  if (refused) return refuse(refused);
  return next ? ok(act) : refuse({ code: 'act_closed' });
}

const permissions: Readonly<Record<OpenAct['name'], string>> = {
  post: 'membership_act.check',
  refuse: 'membership_act.check',
  withdraw: 'membership_act.propose',
  renew: 'membership_act.propose',
  settle: 'membership_act.propose',
  reversal: 'membership_act.propose',
  reverse: 'membership_act.check',
  keep: 'membership_act.check',
};
