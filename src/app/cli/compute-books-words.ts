import { defineWords } from '../../platform/words.ts';

/** What the rules of the books do, and where they come from. */
export const words = defineWords({
  'rule.year-close': [
    '由年末科目余额表写出结转分录、盈余及盈余分配表和资产负债表各行；两表勾稽关系一并核对。每个科目给年初余额（借正贷负）和本年借、贷方发生额；盈余分配按行号设明细（如 3320115 为第 15 行提取盈余公积）',
    'From the trial balance at the end of a year: the closing entries, the rows of the statement of surplus and of the balance sheet, and whether the two agree. Each account comes with its opening balance (debit positive) and the year’s debits and credits; appropriations stand on sub-accounts numbered like their row (3320115 for row 15, the reserve)',
  ],
  'clause.year-close': [
    '财会〔2021〕37号 会农社01、02 及 331、332 科目说明；财会〔2023〕14号 321、322 科目',
    'Caikuai [2021] no. 37, statements 01 and 02, accounts 331 and 332; Caikuai [2023] no. 14, accounts 321 and 322',
  ],
  'rule.depreciation': [
    '逐月折旧：年限平均法或工作量法；增加当月不提、处置当月照提，提足为止，名义金额入账的不提；累计数逐月取整到分、末月补足',
    'Depreciation month by month, straight line or units of work: none in the month of addition, still in the month of disposal, none when full, none on a nominal amount; the sum so far is rounded down to the fen, and the last month completes it',
  ],
  'clause.depreciation': ['财会〔2021〕37号第二十三、二十六、三十一条', 'Caikuai [2021] no. 37 art. 23, 26 and 31'],
});
