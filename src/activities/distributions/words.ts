import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['盈余分配', 'Distributions'],
  'act.distribution.read': ['查看盈余分配', 'Read distributions'],
  'act.distribution.record': ['登记盈余分配', 'Record distributions'],
  'act.distribution.correct': ['更正盈余分配', 'Correct distributions'],
  'field.distribution.place': ['嘎查村', 'Village'],
  'field.distribution.name': ['名称', 'Name'],
  'field.distribution.startsOn': ['开始日期', 'Starts on'],
  'refusal.distribution_place': ['请选择嘎查村。', 'Choose a village.'],
  'refusal.surplus_draws_beyond_whole': [
    '章程提取比例合计超过100%。',
    'The charter’s set-asides come to more than 100 %.',
  ],
  'refusal.surplus_reserve_basis_missing': [
    '提取盈余公积的，须写明按什么量化到成员。',
    'A reserve that is drawn must be quantified to members: say by what.',
  ],
  'refusal.surplus_field_of_other_form': [
    '这一项不属于该类组织的成员。',
    'Members of this legal form have no such field.',
  ],
  'refusal.fairness_uplift_beyond': [
    '上浮部分不能多于出资额或股份。',
    'The uplift cannot be more than the contribution or shares.',
  ],
  'refusal.surplus_too_large': ['合计超过 2^53 − 1 分。', 'The sum is beyond 2^53 − 1 fen.'],
  'refusal.surplus_reserve_beyond_losses': [
    '用于弥补亏损的公积 {usedFen} 分多于亏损 {lossesFen} 分；公积只能用于弥补亏损、扩大生产经营或者转为成员出资，不得用于分配。',
    'The reserve used for losses, {usedFen} fen, is more than the losses, {lossesFen} fen; a reserve covers losses, expands the business or becomes contributions, it is not distributed.',
  ],
  'refusal.surplus_patronage_below_floor': [
    '盈余返还占可分配盈余（第16行，{distributableFen} 分）的 {share}，低于 {floor}；按法律口径的可分配盈余（弥补亏损、提取公积金后的当年盈余，{lawFen} 分）计算为 {lawShare}。',
    'Patronage refunds are {share} of the distributable surplus (row 16, {distributableFen} fen), below {floor}; of the law’s own base (this year’s surplus after losses and reserves, {lawFen} fen) they are {lawShare}.',
  ],
  'refusal.surplus_patronage_of_collective': [
    '集体经济组织只能按量化份额分配，不能按交易量返还。',
    'A collective economic organisation distributes by quantified shares only, not by patronage.',
  ],
  'refusal.surplus_no_patronage': [
    '本年没有成员交易，无法按交易量返还，全部盈余结转下年。',
    'No member traded with the cooperative this year, so nothing can be refunded by patronage; the surplus is carried forward.',
  ],
  'refusal.surplus_no_reserve_basis': [
    '按章程规定的依据，没有成员可以量化本年公积。',
    'By the charter’s basis no member can be given a part of this year’s reserve.',
  ],
  'refusal.surplus_no_remainder_basis': [
    '成员没有任何分配依据，剩余盈余无法分配。',
    'No member has any base by which the remainder could be divided.',
  ],
  'refusal.distribution_in_future': ['开始日期不能晚于今天。', 'The first day cannot be after today.'],
});
