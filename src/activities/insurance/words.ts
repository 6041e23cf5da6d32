import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['保险单', 'Insurance'],
  'act.insurance.read': ['查看保险单', 'Read insurance'],
  'act.insurance.record': ['登记保险单', 'Record insurance'],
  'act.insurance.correct': ['更正保险单', 'Correct insurance'],
  'field.insurance.place': ['嘎查村', 'Village'],
  'field.insurance.name': ['名称', 'Name'],
  'field.insurance.startsOn': ['开始日期', 'Starts on'],
  'refusal.insurance_place': ['请选择嘎查村。', 'Choose a village.'],
  'refusal.insurance_in_future': ['开始日期不能晚于今天。', 'The first day cannot be after today.'],
});
