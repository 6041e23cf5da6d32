import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['月度报告', 'Monthly report'],
  'menu.monthly': ['月度报告', 'Monthly report'],
  'act.report.read': ['查看月度报告', 'Read monthly reports'],
  'refusal.report_not_own_place': [
    '只能确认本岗位所在地的月报。',
    'You can confirm only the report of your own place.',
  ],
  'refusal.report_binds_nothing': [
    '这个工作簿里没有 {{指标编码}} 占位符。',
    'This workbook has no {{indicator}} placeholder.',
  ],
  'exception.jump': ['与上月相差较大', 'Moved much against last month'],
  'exception.changed_since': ['确认后记录有变动', 'Records changed after the confirmation'],
  'exception.emptied': ['降为零', 'Fell to nothing'],
});
