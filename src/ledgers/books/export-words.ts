import { defineWords } from '../../platform/words.ts';

/** Tables and elements of GB/T 24589.1-2010, common files and general-ledger group; their source stands at `toGbt24589`. */
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
  'gbt.currency': ['币种', 'Currency'],
  'gbt.currency.columns': ['币种编码、币种名称', 'currency code, currency name'],
  'gbt.currency.name': ['人民币', 'Renminbi'],
  'gbt.aux': ['自定义档案项', 'Sub-ledger files'],
  'gbt.aux.columns': [
    '档案编码、档案名称、档案描述、是否有层级特征、档案编码规则',
    'file, name, description, has levels, rule of its codes',
  ],
  'gbt.auxValue': ['自定义档案项值', 'Sub-ledger values'],
  'gbt.auxValue.columns': [
    '档案编码、档案值编码、档案值名称、档案值描述、档案值父节点、档案值级次',
    'file, value number, value name, description, parent, level',
  ],
  'gbt.general': ['总账基础信息', 'Basic data of the general ledger'],
  'gbt.general.columns': [
    '结构分隔符、会计科目编号规则、现金流量项目编码规则、凭证头可扩展字段结构、凭证头可扩展结构对应档案、分录行可扩展字段结构、分录行可扩展字段对应档案',
    'separator, rule of account numbers, rule of cash-flow items, own fields of vouchers, their files, own fields of lines, their files',
  ],
  'gbt.account': ['会计科目', 'Accounts'],
  'gbt.account.columns': [
    '科目编号、科目名称、科目级次、科目类型、余额方向',
    'account number, account name, level, kind, side',
  ],
  'gbt.accountAux': ['科目辅助核算', 'Sub-ledgers'],
  'gbt.accountAux.columns': [
    '科目编号、辅助项编号、辅助项名称、对应档案、辅助项描述',
    'account number, item number, item name, file, description',
  ],
  'gbt.balance': ['科目余额及发生额', 'Balances and turnover'],
  'gbt.balance.columns': [
    '科目编号、辅助项1编号、期初余额方向、期末余额方向、币种编码、计量单位、会计年度、会计期间号、期初数量、期初原币余额、期初本币余额、借方数量、借方原币金额、借方本币金额、贷方数量、贷方原币金额、贷方本币金额、期末数量、期末原币余额、期末本币余额',
    'account number, sub-ledger 1, opening side, closing side, currency, unit, fiscal year, period, opening quantity, opening in its currency, opening, debit quantity, debit in its currency, debit, credit quantity, credit in its currency, credit, closing quantity, closing in its currency, closing',
  ],
  'gbt.voucher': ['记账凭证', 'Vouchers'],
  'gbt.voucher.columns': [
    '记账凭证日期、会计年度、会计期间号、记账凭证类型编号、记账凭证编号、记账凭证行号、记账凭证摘要、科目编号、辅助项1编号、币种编码、计量单位、借方数量、借方原币金额、借方本币金额、贷方数量、贷方原币金额、贷方本币金额、汇率类型编号、汇率、单价、凭证头可扩展字段结构值、分录行可扩展字段结构值、结算方式编码、票据类型、票据号、票据日期、附件数、制单人、审核人、记账人、记账标志、作废标志、凭证来源系统',
    'date, fiscal year, period, type number, voucher number, line, summary, account number, sub-ledger 1, currency, unit, debit quantity, debit in its currency, debit, credit quantity, credit in its currency, credit, kind of rate, rate, price, own fields of the voucher, own fields of the line, way of settlement, kind of paper, its number, its date, papers, made by, checked by, posted by, posted, voided, source system',
  ],
  'gbt.description': ['格式说明', 'Description'],
  'gbt.fields': [
    '字段以制表符分隔，文本不加引号，编码 UTF-8，换行 CR LF，金额单位为元、两位小数。',
    'Fields are divided by tabs, texts without quotes, UTF-8, lines end with CR LF, amounts in yuan with two decimals.',
  ],
  'gbt.notice': [
    '表名、元素名及次序依 GB/T 24589.1-2010；报送前请与接收单位要求的版本核对。',
    'Tables, elements and their order follow GB/T 24589.1-2010; compare them with the edition that the receiver asks for.',
  ],
});
