import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['月度报告', 'Monthly report'],
  'menu.monthly': ['月度报告', 'Monthly report'],
  'act.report.read': ['查看月度报告', 'Read monthly reports'],
  'refusal.report_not_own_place': [
    '只能确认本岗位所在地的月报。',
    'You can confirm only the report of your own place.',
  ],
  'refusal.report_not_owed': ['这里当月不需要报送月报。', 'No report is owed here for this month.'],
  'refusal.report_still_writing': [
    '有记录正在写入，请过几秒再确认一次。',
    'Records are being written just now; confirm again in a few seconds.',
  ],
  'refusal.report_binds_nothing': [
    '这个工作簿里没有 {{指标编码}} 占位符。',
    'This workbook has no {{indicator}} placeholder.',
  ],
  'exception.jump': ['与上月相差较大', 'Moved much against last month'],
  'exception.changed_since': ['确认后记录有变动', 'Records changed after the confirmation'],
  'exception.emptied': ['降为零', 'Fell to nothing'],

  'column.clause': ['条款', 'Clause'],
  'column.name': ['指标', 'Indicator'],
  'column.code': ['指标编码', 'Code'],
  'column.unit': ['单位', 'Unit'],
  'column.value': ['本月', 'This month'],
  'column.previous': ['上月', 'Month before'],
  'column.lastYear': ['上年同月', 'Year before'],
  'column.rowCount': ['记录数', 'Records'],
  'column.exceptions': ['需要留意', 'Attention'],
  'column.formula': ['口径', 'Definition'],
  'column.place': ['地区', 'Place'],
  'column.placeCode': ['区划代码', 'Division code'],
  'column.occurredOn': ['发生日期', 'Date'],
  'column.endedOn': ['结束日期', 'Ended on'],
  'column.quantity': ['计入数', 'Counts as'],
  'column.recordType': ['记录种类', 'Kind of record'],
  'column.recordId': ['记录编号', 'Record number'],

  'document.title': ['{place}{month}产业发展月度报告', 'Monthly report of {place}, {month}'],
  'document.month': ['{year}年{month}月', '{year}-{month}'],
  'document.frozen': [
    '本报告由{place}于{date}确认，数据由业务记录自动汇总，无人工填报；{villages}个嘎查村中{unconfirmed}个尚未确认。',
    'This report was confirmed by {place} on {date}. The figures are added up from the records; nobody typed them. Of {villages} villages, {unconfirmed} have not confirmed.',
  ],
  'document.live': [
    '本报告尚未确认，数据为打印时的实时汇总；{villages}个嘎查村中{unconfirmed}个尚未确认。',
    'This report is not confirmed yet; the figures are those of the moment of printing. Of {villages} villages, {unconfirmed} have not confirmed.',
  ],
  'document.article': ['第{article}条', 'Article {article}'],
  'document.remark': ['说明：{remark}', 'Remark: {remark}'],
  'rows.title': ['指标明细', 'Records of a figure'],
});
