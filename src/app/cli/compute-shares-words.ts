import { defineWords } from '../../platform/words.ts';

/** What the rules of shares and members’ accounts do, and where they come from. */
export const words = defineWords({
  'rule.share-quantification': [
    '集体经营性资产折股量化：总股数、集体股、成员股，各成员股数之和恒等于成员股',
    'Quantify collective operating property into shares: all shares, those of the collective and of the members, exact',
  ],
  'clause.share-quantification': [
    '农村集体经济组织法第二十六条第（八）项、第四十条；办法 9.6',
    'RCEO art. 26(8) and 40; measure 9.6',
  ],
  'rule.opening-capital': [
    '出资入账：按面值计入股金（301），差额计入资本公积（321）',
    'Book contributions: share capital (301) at par, the difference to the capital reserve (321)',
  ],
  'clause.opening-capital': ['财会〔2021〕37号：股金、资本公积', 'Caikuai [2021] no. 37: accounts 301 and 321'],
  'rule.reserve-quantification': [
    '当年提取的公积金量化为每个成员的份额（按交易量、出资或平均），各份之和恒等于提取额',
    'Quantify the reserve of a year to members by patronage, contribution or equally; the parts add up exactly',
  ],
  'clause.reserve-quantification': ['农民专业合作社法第四十二条', 'Cooperatives Law art. 42'],
  'rule.grant-shares': [
    '财政补助和他人捐赠形成的财产平均量化到成员：只作分配权数，不归个人；余下的分归成员编号小的',
    'Property from state grants and gifts averaged over the members: a weight, never owned; fen left over go to the smaller ids',
  ],
  'clause.grant-shares': [
    '农民专业合作社法第四十四条；财会〔2021〕37号成员账户',
    'Cooperatives Law art. 44; member account of Caikuai [2021] no. 37',
  ],
  'rule.member-settlement': [
    '退社结算：退还出资和公积金份额，返还应得盈余，扣减应分摊的亏损和债务（以出资和公积金份额为限）',
    'What one who leaves gets: contribution, reserve share and earlier surplus, less losses and debts up to contribution and reserve share',
  ],
  'clause.member-settlement': [
    '农民专业合作社法第六、二十八、五十三条；财会〔2021〕37号',
    'Cooperatives Law art. 6, 28 and 53; Caikuai [2021] no. 37',
  ],
});
