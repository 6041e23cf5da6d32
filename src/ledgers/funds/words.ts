import { defineWords } from '../../platform/words.ts';
import { codeWords } from './code-words.ts';
import { fieldWords } from './field-words.ts';
import { pageWords } from './page-words.ts';
import { refusalWords } from './refusal-words.ts';

export const words = defineWords({
  title: ['专项资金', 'Public money'],
  'menu.fundOrders': ['资金拨付', 'Orders of money'],
  'menu.fundDocuments': ['资金文件', 'Funds and documents'],
  'menu.fundAccounts': ['资金账户', 'Fund accounts'],
  'menu.fundTrace': ['资金追踪', 'Trace of money'],
  'menu.fundControl': ['资金监管', 'Control of money'],
  'act.fund.read': ['查看专项资金', 'Read public money'],
  'act.fund.export': ['导出专项资金', 'Export public money'],
  'act.fund.oversee': ['查看资金拨付和监管', 'Oversee public money'],
  'act.fund.oversee_export': ['导出资金拨付和监管', 'Export the oversight of public money'],
  'act.fund.record': ['登记资金、文件和账户', 'Record funds, documents and accounts'],
  'act.fund.forbid': ['维护禁止用途', 'Set what money may not be used for'],
  'act.fund.order': ['编制资金指令', 'Make orders to move money'],
  'act.fund.check': ['复核资金指令', 'Check orders to move money'],
  'act.fund.release': ['执行资金指令、收款', 'Carry out orders and receive money'],
  'act.fund.override_ask': ['申请特批', 'Ask for leave to pay outside an earmark'],
  'act.fund.override_grant': ['批准特批', 'Grant leave to pay outside an earmark'],
  'act.fund.recover': ['下达追回', 'Order money back'],
  'act.fund.audit': ['查看被拒绝的支付', 'Read refused attempts'],
  'fact.allocation': ['资金下达', 'Allocations of money'],
  'fact.fund_receipt': ['资金到账', 'Receipts of money'],
  'fact.disbursement': ['资金拨付', 'Disbursements'],
  'fact.fund_use': ['资金使用', 'Uses of money'],
  'fact.idle_money': ['资金沉淀', 'Money that lies'],
  'fact.village_grant': ['重点嘎查村足额资金', 'Villages with the exact grant'],
  'fact.risk_fund': ['风险基金收支', 'Movements of the risk fund'],
  ...codeWords,
  ...fieldWords,
  ...pageWords,
  ...refusalWords,
});
