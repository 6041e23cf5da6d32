import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['月度调度', 'Month at a glance'],
  'menu.cockpit': ['月度调度', 'Month at a glance'],
  'act.cockpit.read': ['查看月度调度', 'See the month at a glance'],
});
