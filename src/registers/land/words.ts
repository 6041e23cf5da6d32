import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['地块', 'Land'],
  'act.land.read': ['查看地块', 'Read land'],
  'act.land.record': ['登记地块', 'Record land'],
  'act.land.correct': ['更正地块', 'Correct land'],
  'field.land.place': ['嘎查村', 'Village'],
  'field.land.name': ['名称', 'Name'],
  'field.land.startsOn': ['开始日期', 'Starts on'],
  'refusal.land_place': ['请选择嘎查村。', 'Choose a village.'],
  'refusal.land_in_future': ['开始日期不能晚于今天。', 'The first day cannot be after today.'],
});
