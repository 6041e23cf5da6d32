import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['专项资金', 'Funds'],
  'act.fund.read': ['查看专项资金', 'Read funds'],
  'act.fund.record': ['登记专项资金', 'Record funds'],
  'act.fund.correct': ['更正专项资金', 'Correct funds'],
  'field.fund.place': ['嘎查村', 'Village'],
  'field.fund.name': ['名称', 'Name'],
  'field.fund.startsOn': ['开始日期', 'Starts on'],
  'refusal.fund_place': ['请选择嘎查村。', 'Choose a village.'],
  'refusal.fund_in_future': ['开始日期不能晚于今天。', 'The first day cannot be after today.'],
});
