import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['贷款', 'Loans'],
  'act.loan.read': ['查看贷款', 'Read loans'],
  'act.loan.record': ['登记贷款', 'Record loans'],
  'act.loan.correct': ['更正贷款', 'Correct loans'],
  'field.loan.place': ['嘎查村', 'Village'],
  'field.loan.name': ['名称', 'Name'],
  'field.loan.startsOn': ['开始日期', 'Starts on'],
  'refusal.loan_place': ['请选择嘎查村。', 'Choose a village.'],
  'refusal.loan_in_future': ['开始日期不能晚于今天。', 'The first day cannot be after today.'],
});
