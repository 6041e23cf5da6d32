import { defineWords } from '../platform/words.ts';

export const words = defineWords({
  title: ['指标与口径', 'Indicators'],
  'menu.indicators': ['指标与口径', 'Indicators'],
  'act.figure.read': ['查看指标', 'Read figures'],
  'act.figure.rows': ['查看指标明细', 'Read the rows of a figure'],
  'unit.household': ['户', 'households'],
  'unit.person': ['人', 'people'],
  'unit.village': ['个', 'villages'],
  'unit.branch': ['个', 'branches'],
  'unit.report': ['份', 'reports'],
  'unit.bp': ['%', '%'],
  'refusal.figure_months': ['一次最多看 {months} 个月。', 'At most {months} months at a time.'],
});
