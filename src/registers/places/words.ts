import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['行政区划', 'Places'],
  'menu.places': ['行政区划', 'Places'],
  'act.place.read': ['查看行政区划', 'Read places'],
  'act.place.change': ['登记区划变更', 'Record a change of places'],
  'act.place.flag': ['登记嘎查村标记', 'Flag villages'],
  'fact.village': ['嘎查村', 'Village'],
  'fact.village_flag': ['嘎查村标记', 'Village flag'],
  'level.province': ['省、自治区', 'Province'],
  'level.city': ['市', 'City'],
  'level.banner': ['旗区', 'Banner'],
  'level.township': ['苏木乡镇', 'Township'],
  'level.village': ['嘎查村', 'Village'],
  'flag.key_poor_village': ['扶贫重点嘎查村', 'Key poor village'],
  'flag.weak_village': ['集体经济薄弱村', 'Weak village'],
  'flag.pilot_village': ['试点嘎查村', 'Pilot village'],
});
