import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['用地申请', 'Land uses'],
  'act.landUse.read': ['查看用地申请', 'Read land uses'],
  'act.landUse.record': ['登记用地申请', 'Record land uses'],
  'act.landUse.correct': ['更正用地申请', 'Correct land uses'],
  'field.landUse.place': ['嘎查村', 'Village'],
  'field.landUse.name': ['名称', 'Name'],
  'field.landUse.startsOn': ['开始日期', 'Starts on'],
  'refusal.land_use_place': ['请选择嘎查村。', 'Choose a village.'],
  'refusal.land_use_in_future': ['开始日期不能晚于今天。', 'The first day cannot be after today.'],
});
