import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['月度调度', 'Month at a glance'],
  'act.cockpit.read': ['查看月度调度', 'See the month at a glance'],

  'page.title': ['{place}产业发展月度调度', '{place}: the month at a glance'],
  'page.about': [
    '{month} · 由 {villages} 个嘎查村的业务记录自动汇总，无需填报',
    '{month} · added up from the records of {villages} villages; nobody fills in a form',
  ],
  'page.aboutVillage': [
    '{month} · 由本村业务记录自动汇总，无需填报。每个数都能点开看到是哪几条记录',
    '{month} · added up from the records of the village; nobody fills in a form. Every number opens its records',
  ],
  'page.unconfirmed': ['（含 {count} 个未确认）', '({count} not confirmed)'],
  'page.parents': ['上级地区', 'Places above'],
  'page.report': ['打开月报', 'Open the report'],

  'short.poor_households': ['未脱贫户', 'Still poor'],
  'short.lifted_out_ratio': ['脱贫户占比', 'Lifted out'],
  'short.key_poor_villages_in_model_ratio': ['重点村模式覆盖', 'Key villages covered'],
  'short.villages_without_secretary': ['书记空缺的村', 'No secretary'],

  'headline.met': ['已达目标 {target}', 'Target {target} met'],
  'headline.near': ['接近目标 {target}', 'Near target {target}'],
  'headline.late': ['未达目标 {target}', 'Short of {target}'],
  'headline.change': ['较上月 {change}', '{change} in a month'],
  'headline.same': ['与上月相同', 'As last month'],
  'headline.previous': ['上月 {value}', 'Month before: {value}'],

  'below.city': ['各旗区推进情况', 'Banner by banner'],
  'below.banner': ['各苏木乡镇推进情况', 'Township by township'],
  'below.township': ['各嘎查村推进情况', 'Village by village'],
  'below.village': ['本村', 'The village'],
  'column.city': ['旗区', 'Banner'],
  'column.banner': ['苏木乡镇', 'Township'],
  'column.township': ['嘎查村', 'Village'],
  'column.village': ['嘎查村', 'Village'],
  'below.lights': ['近 12 个月月报', 'Reports of twelve months'],
  'below.lightsOf': ['{place}近 12 个月月报', 'Reports of {place} over twelve months'],
  'below.late': ['逾期', 'Overdue'],
  'below.lateCount': ['逾期 {count} 份', '{count} overdue'],
  'below.none': ['无', 'None'],

  'origin.records': ['{count} 条业务记录', '{count} records'],

  'late.title': ['谁卡住了', 'Who holds it up'],
  'late.none': ['没有逾期的月报。', 'No report is overdue.'],
  'late.total': ['逾期 {count} 份', '{count} overdue'],
  'late.more': ['再看 {count} 份', '{count} more'],
  'late.further': ['其余 {count} 份在月报里看', 'The other {count} in the report'],
  'late.days': ['逾期 {days} 天', '{days} days overdue'],
  'late.self': ['尚未确认', 'not confirmed yet'],
  'late.above': ['待{holder}核准', 'to be approved by {holder}'],
  'late.returned': ['退回后尚未重新确认', 'returned, not confirmed again yet'],
  'late.outside': ['上级', 'the level above'],
  'late.vacant': ['无人在岗', 'Nobody in post'],
  'late.count': ['应报 {owed}　已报 {sent}　已核准 {approved}', '{sent} of {owed} sent, {approved} approved'],

  'changes.title': ['本月变动', 'What changed'],
  'changes.about': ['与上月比，变动大的在前', 'Against the month before, the largest first'],
  'changes.none': ['与上月相比没有变动。', 'Nothing moved against the month before.'],
  'restated.title': ['对往月的补正', 'Corrections of earlier months'],
  'restated.places': ['（{places} 处）', '({places} places)'],

  'figures.title': ['本月的数', 'Figures of the month'],
  'figures.about': ['只列不为零的', 'Those that are not nothing'],
  'figures.name': ['指标', 'Indicator'],
  'figures.now': ['本月', 'This month'],
  'figures.before': ['上月', 'Month before'],
  'figures.change': ['增减', 'Change'],

  'map.title': ['旗区分布', 'Map of banners'],
  'map.of': ['{name}：各旗区', '{name} by banner'],
  'map.article': ['第{article}条', 'Article {article}'],
  'map.choose': ['地图和方格显示的指标', 'Indicator of map and squares'],
  'map.tiles': ['{count} 个嘎查村 · 每格一村', '{count} villages, one square each'],

  'state.open': ['未确认，截止 {due}', 'Not confirmed, due {due}'],
  'state.returned': ['已退回，{due} 前重报', 'Returned, again by {due}'],
  'state.confirmed': ['已确认，待核准', 'Confirmed, waits for approval'],
  'state.approved': ['已核准', 'Approved'],

  'todo.open': [
    '{month}月报可以确认了，截止 {due}。数已汇总好，看一遍，无误就确认。',
    'The report of {month} is ready to confirm, due {due}. Look through the figures and confirm.',
  ],
  'todo.approve': [
    '{month}有 {count} 份下级月报已确认，等待核准。',
    '{count} reports of {month} from below are confirmed and wait for approval.',
  ],
  'todo.running': [
    '{month}尚未结束，下面是到现在为止的实时数；月末以后确认，截止 {due}。',
    '{month} is not over: these are the figures so far. Confirm after its last day, by {due}.',
  ],
  'todo.returned': [
    '{place} {month}月报被退回，请在 {due} 前更正记录并重新确认。',
    'The report of {place} for {month} came back; correct the records and confirm again by {due}.',
  ],
  'todo.none': ['这里当月不需要报送月报。', 'No report is owed here for the month.'],
  'todo.goConfirm': ['去确认', 'Look and confirm'],
  'todo.goApprove': ['去核准', 'Look and approve'],
  'todo.reason': ['退回理由：{reason}', 'Reason: {reason}'],
});
