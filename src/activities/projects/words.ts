import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['项目', 'Projects'],
  'act.project.read': ['查看项目', 'Read projects'],
  'act.project.record': ['登记项目', 'Record projects'],
  'act.project.correct': ['更正项目', 'Correct projects'],
  'field.project.place': ['嘎查村', 'Village'],
  'field.project.name': ['名称', 'Name'],
  'field.project.startsOn': ['开始日期', 'Starts on'],
  'refusal.project_place': ['请选择嘎查村。', 'Choose a village.'],
  'refusal.project_in_future': ['开始日期不能晚于今天。', 'The first day cannot be after today.'],
});
