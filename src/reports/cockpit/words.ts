import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['月度调度', 'Month at a glance'],
  'menu.cockpit': ['月度调度', 'Month at a glance'],
  'act.cockpit.read': ['查看月度调度', 'See the month at a glance'],

  'page.title': ['{place}产业发展月度调度', '{place}: the month at a glance'],
  'page.about': [
    '{month} · 由 {villages} 个嘎查村的业务记录自动汇总，无需填报。每个数都能点开看到是哪几条记录。',
    '{month} · added up from the records of {villages} villages; nobody fills in a form. Every number opens its records.',
  ],
  'page.up': ['返回上一级', 'Up one level'],
  'page.report': ['打开月报', 'Open the monthly report'],
  'page.map': ['地图和方格显示', 'Map and tiles show'],

  'headline.target': ['目标 {target}', 'Target {target}'],
  'headline.met': ['已达目标 {target}', 'Target {target} met'],
  'headline.near': ['接近目标 {target}', 'Near the target {target}'],
  'headline.late': ['未达目标 {target}', 'Short of the target {target}'],
  'headline.change': ['较上月 {change}', '{change} on the month before'],
  'headline.same': ['与上月相同', 'Same as the month before'],

  'below.city': ['各旗区', 'Banners'],
  'below.banner': ['各苏木乡镇', 'Townships'],
  'below.township': ['各嘎查村', 'Villages'],
  'below.village': ['本村月报', 'Reports of the village'],
  'below.place': ['地区', 'Place'],
  'below.lights': ['近 12 个月月报', 'Reports of twelve months'],
  'below.late': ['督办', 'Overdue'],
  'below.lateCount': ['逾期 {count} 项', '{count} overdue'],
  'below.none': ['无', 'None'],
  'below.lightsOf': ['{place}近 12 个月月报', 'Reports of {place} over twelve months'],

  'late.title': ['逾期和责任人', 'What is late, and who holds it'],
  'late.none': ['没有逾期的月报。', 'No report is overdue.'],
  'late.total': ['共 {count} 项', '{count} in all'],
  'late.days': ['逾期 {days} 天', '{days} days overdue'],
  'late.self': ['待{holder}确认', '{holder} has to confirm'],
  'late.above': ['待{holder}核准', '{holder} has to approve'],
  'late.returned': ['退回后待{holder}重新确认', 'Returned; {holder} has to confirm again'],
  'late.people': ['在岗：{people}', 'In post: {people}'],
  'late.vacant': ['无人在岗', 'Nobody in post'],
  'late.count': [
    '{level} {sent}/{owed} 已报，{approved} 已核准',
    '{level}: {sent} of {owed} sent, {approved} approved',
  ],

  'changes.title': ['本月变动', 'What changed'],
  'changes.none': ['与上月相比没有变动。', 'Nothing moved against the month before.'],
  'changes.line': ['{previous} → {value}（{change}）', '{previous} → {value} ({change})'],
  'restated.title': ['对往月的补正', 'Corrections of earlier months'],
  'restated.line': ['{month} {change}，涉及 {places} 处', '{month}: {change}, in {places} places'],

  'map.title': ['{name}：各旗区', '{name} by banner'],
  'map.tiles': ['{count} 个嘎查村 · 每格一村', '{count} villages, one square each'],
  'map.about': ['深色＝数值大', 'Darker is more'],

  'todo.title': ['本村要办的', 'What the village has to do'],
  'todo.confirm': ['确认 {month} 月报，截止 {due}', 'Confirm the report of {month}, due {due}'],
  'todo.open': [
    '{month} 尚未结束，月末以后确认，截止 {due}',
    '{month} is not over; confirm after its last day, due {due}',
  ],
  'todo.returned': [
    '{month} 月报被退回，请在 {due} 前更正并重新确认',
    'The report of {month} came back; correct it and confirm again by {due}',
  ],
  'todo.waiting': [
    '{month} 月报已确认，待苏木乡镇核准',
    'The report of {month} is confirmed and waits for the township',
  ],
  'todo.done': ['{month} 月报已核准', 'The report of {month} is approved'],
  'todo.none': ['本地当月不需要报送月报。', 'No report is owed here for the month.'],
  'todo.go': ['去办理', 'Do it'],
  'todo.reason': ['退回理由：{reason}', 'Reason: {reason}'],
});
