import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  'rule.assembly-vote': [
    '一次会议能否作决定、一项议题是否通过：按组织形式和议题类别计算法定到会数和所需票数。“以上”含本数，“超过”不含本数；章程只能更严。合作社按全社表决权总数计，集体经济组织按全体成员计，村民会议按到会人数计。',
    'Whether a meeting may decide and whether a motion is carried: quorum and votes needed by form of organisation and class of motion. “At least” includes the number, “more than” excludes it; a charter may only be stricter. Cooperatives count over all votes of the cooperative, collectives over all members, villagers over those who attend.',
  ],
  'clause.assembly-vote': [
    '农民专业合作社法第十四、二十二、三十、三十三、六十条；农村集体经济组织法第十五、二十七、二十八、三十一条；村民委员会组织法第二十二、二十六、二十八条；中国共产党支部工作条例（试行）第十一条；民法典第一千二百五十九条',
    'Cooperatives Law art. 14, 22, 30, 33, 60; Law on Rural Collective Economic Organisations art. 15, 27, 28, 31; Villagers’ Committees Law art. 22, 26, 28; Regulation on Party Branches (trial) art. 11; Civil Code art. 1259',
  ],
});
