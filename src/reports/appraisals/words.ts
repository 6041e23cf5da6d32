import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['绩效目标', 'Performance goals'],
  intro: [
    '目标就是指标：今天的数字是起点，到期那个月的数字决定得分，谁也不用打分。',
    'A goal is an indicator: today’s figure is the start, the figure of the month it is due makes the score. Nobody gives marks.',
  ],
  'act.appraisal.read': ['查看绩效目标', 'Read performance goals'],
  'act.appraisal.set': ['设定绩效目标', 'Set performance goals'],
  'act.appraisal.score': ['评定绩效得分', 'Score performance goals'],
  none: [
    '还没有绩效目标，项目的钱不能动。点“添加目标”，选一个指标。',
    'No goals yet, and the project’s money cannot move. Add one: choose an indicator.',
  ],
  'field.indicator': ['指标', 'Indicator'],
  'field.baseline': ['起点', 'Start'],
  'field.target': ['目标', 'Target'],
  'field.weight': ['权重', 'Weight'],
  'field.dueOn': ['考评日期', 'Due on'],
  'field.now': ['现在', 'Now'],
  'field.value': ['到期时', 'When due'],
  'field.score': ['得分', 'Score'],
  'help.target': [
    '指标的最小单位：金额填分，比例填万分之几。',
    'In the indicator’s smallest unit: fen, or ten-thousandths of a ratio.',
  ],
  'help.weight': ['万分之几，合计 10000。', 'In ten-thousandths; all together 10000.'],
  'action.add': ['添加目标', 'Add a goal'],
  'action.remove': ['移除', 'Remove'],
  'action.save': ['保存目标', 'Save the goals'],
  'action.score': ['按指标评分', 'Score by the indicators'],
  total: ['合计', 'In all'],
  'said.saved': ['目标已保存。', 'The goals are saved.'],
  'said.scored': ['得分 {score}。', 'Score {score}.'],
  'effect.score': [
    '按到期那个月的指标记下得分，以后不再改。',
    'Writes down the scores by the figures of the month each goal was due.',
  ],
  'refusal.goals_fixed': ['已签合同或已付款，目标不能再改。', 'Something was contracted or paid: the goals stand.'],
  'refusal.goals_scored': ['已经评过分。', 'They were scored already.'],
  'refusal.goals_not_due': ['还有目标没到考评日期（{dueOn}）。', 'A goal is not due before {dueOn}.'],
  'refusal.goals_none': ['没有可评的目标。', 'There are no goals to score.'],
});
