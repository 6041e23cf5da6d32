import { defineWords } from '../../platform/words.ts';

/** What the rules of the register of cooperatives do, and where they come from. */
export const words = defineWords({
  'rule.cooperative-composition': [
    '合作社成员构成是否合法：成员数、农民比例、单位成员限额、公共管理职能单位、联合社；不合规的给出整改期限',
    'Whether the members are such as the law wants them: number, farmers, units, bodies of public administration, federations; with the day by which a breach is to be cured',
  ],
  'clause.cooperative-composition': [
    '农民专业合作社法第十二、十九、二十、五十六条；市场主体登记管理条例实施细则（六个月内整改）；民法典第一千二百五十九条（以上、不超过包括本数）',
    'Cooperatives Law art. 12, 19, 20, 56; implementing rules of market entity registration (six months to cure); Civil Code art. 1259 (at least and at most include the number)',
  ],
});
