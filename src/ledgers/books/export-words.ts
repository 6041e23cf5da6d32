import { defineWords } from '../../platform/words.ts';

/** Tables and elements of GB/T 24589.1, general-ledger group, as the edition of 2010 is remembered. */
export const words = defineWords({
  'gbt.ledger': ['电子账簿', 'Account book'],
  'gbt.ledger.columns': [
    '电子账簿编号、电子账簿名称、会计核算单位、组织机构代码、单位性质、行业、开发单位、版本号、本位币、会计年度、标准版本号',
    'book number, book name, accounting unit, organisation code, kind of unit, trade, made by, version, currency, fiscal year, edition of the standard',
  ],
  'gbt.period': ['会计期间', 'Periods'],
  'gbt.period.columns': [
    '会计年度、会计期间号、会计期间起始日期、会计期间结束日期',
    'fiscal year, period, first day, last day',
  ],
  'gbt.voucherType': ['记账凭证类型', 'Voucher types'],
  'gbt.voucherType.columns': [
    '记账凭证类型编号、记账凭证类型名称、记账凭证类型简称',
    'type number, type name, short name',
  ],
  'gbt.account': ['会计科目', 'Accounts'],
  'gbt.account.columns': [
    '科目编号、科目名称、科目级次、科目类型、余额方向',
    'account number, account name, level, kind, side',
  ],
  'gbt.aux': ['科目辅助核算', 'Sub-ledgers'],
  'gbt.aux.columns': ['科目编号、辅助项编号、辅助项名称、对应档案', 'account number, item number, item name, file'],
  'gbt.auxValue': ['自定义档案值', 'Sub-ledger values'],
  'gbt.auxValue.columns': ['档案编码、档案值编码、档案值名称', 'file, value number, value name'],
  'gbt.balance': ['科目余额及发生额', 'Balances and turnover'],
  'gbt.balance.columns': [
    '科目编号、辅助项值编码、期初余额方向、期末余额方向、币种编码、会计年度、会计期间号、期初本币余额、借方本币金额、贷方本币金额、期末本币余额',
    'account number, sub-ledger, opening side, closing side, currency, fiscal year, period, opening, debit, credit, closing',
  ],
  'gbt.voucher': ['记账凭证', 'Vouchers'],
  'gbt.voucher.columns': [
    '记账凭证日期、会计年度、会计期间号、记账凭证类型编号、记账凭证编号、记账凭证行号、记账凭证摘要、科目编号、辅助项值编码、币种编码、借方本币金额、贷方本币金额、数量、附件数、制单人、审核人、记账人、记账标志、作废标志',
    'date, fiscal year, period, type number, voucher number, line, summary, account number, sub-ledger, currency, debit, credit, quantity, papers, made by, checked by, posted by, posted, voided',
  ],
  'gbt.description': ['格式说明', 'Description'],
  'gbt.fields': [
    '字段以制表符分隔，文本不加引号，编码 UTF-8，换行 CR LF，金额单位为元、两位小数。',
    'Fields are divided by tabs, texts without quotes, UTF-8, lines end with CR LF, amounts in yuan with two decimals.',
  ],
  'gbt.notice': [
    '元素名称按 2010 年版整理，报送前请与现行版本核对。',
    'Names of elements follow the edition of 2010; compare them with the one in force before handing the files in.',
  ],
});
