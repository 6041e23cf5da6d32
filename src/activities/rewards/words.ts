import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['奖补', 'Rewards'],
  'act.reward.read': ['查看奖补', 'Read rewards'],
  'act.reward.record': ['登记奖补', 'Record rewards'],
  'act.reward.correct': ['更正奖补', 'Correct rewards'],
  'field.reward.place': ['嘎查村', 'Village'],
  'field.reward.name': ['名称', 'Name'],
  'field.reward.startsOn': ['开始日期', 'Starts on'],
  'refusal.reward_place': ['请选择嘎查村。', 'Choose a village.'],
  'refusal.reward_in_future': ['开始日期不能晚于今天。', 'The first day cannot be after today.'],
});
