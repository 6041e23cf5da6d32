import { type Handler, handle } from '../../platform/http/handle.ts';
import { formatYuan, sumFen } from '../../platform/pure/money.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { openNotice, withdrawNotice } from '../../procedures/notices/public.ts';
import * as contract from './contract.ts';
import { rewardNotice } from './notice-rules.ts';
import { findScheme } from './scheme-store.ts';
import { digestList, listChecked, listOfList, moveRewards } from './store.ts';
import { words } from './words.ts';

/** What notices know a list of rewards by. */
const subjectType = 'reward_list';

export const routes: readonly Handler[] = [
  handle(contract.postRewardNotice, async ({ tx, body, decide }) => {
    const { id, place, schemeId, postedOn } = body;
    const refused = decide('reward.post', { place });
    if (refused) return refuse(refused);
    const scheme = await findScheme(tx, schemeId);
    if (!scheme) return refuse({ code: 'not_found', field: 'schemeId' });
    const rewards = await listChecked(tx, { place, schemeId });
    const [first] = rewards;
    if (!first) return refuse({ code: 'reward_none_checked' });
    const set = { state: 'listed', list_id: id };
    const moved = await moveRewards(tx, rewards, { from: 'checked', set, reason: 'listed' });
    if (moved !== rewards.length) return refuse({ code: 'stale' });
    const total = formatYuan(sumFen(rewards.map(({ amountFen }) => amountFen)));
    const title = `${first.placeName}${words['notice.title'][0]}`;
    const { documentNumber } = scheme;
    const content = rewardNotice({ title, schemeTitle: scheme.title, documentNumber, total, rewards }, words);
    const { county } = first;
    const opened = await openNotice(tx, {
      ...content,
      ...{ county, place, kind: 'other', subjectType, subjectId: id, digest: await digestList(tx, { county, id }) },
      ...{ postedOn, contact: body.contact, page: `/rewards?schemeId=${schemeId}` },
    });
    return opened.ok ? ok({ ...opened.value, rewards: rewards.length }) : opened;
  }),

  handle(contract.reopenRewardList, async ({ tx, params, body, decide }) => {
    const key = { county: params.county, id: params.listId };
    const rewards = await listOfList(tx, key);
    const [first] = rewards;
    if (!first) return refuse({ code: 'not_found' });
    const refused = decide('reward.post', { place: first.place });
    if (refused) return refuse(refused);
    const set = { state: 'checked', list_id: null };
    const moved = await moveRewards(tx, rewards, { from: 'listed', set, reason: body.reason });
    if (moved !== rewards.length) return refuse({ code: 'reward_closed' });
    await withdrawNotice(tx, { county: key.county, subjectType, subjectId: key.id }, body.reason);
    return ok(key);
  }),
];
