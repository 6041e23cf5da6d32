import { defineWords } from '../words.ts';

export const words = defineWords({
  'role.city_office': ['市农工部', 'City office'],
  'role.city_leader': ['市领导', 'City leader'],
  'role.finance': ['财政', 'Finance'],
  'role.auditor': ['审计纪检', 'Audit and discipline'],
  'role.department': ['市直部门', 'Department'],
  'role.banner_office': ['旗区办公室', 'Banner office'],
  'role.township_clerk': ['苏木乡镇经办', 'Township clerk'],
  'role.village_clerk': ['嘎查村文书', 'Village clerk'],
  'role.village_accountant': ['嘎查村报账员', 'Village accountant'],
  'role.first_secretary': ['第一书记', 'First secretary'],
  'role.cooperative_manager': ['合作组织负责人', 'Cooperative manager'],
  'role.enterprise': ['企业', 'Enterprise'],
  'role.bank': ['银行', 'Bank'],
  'role.insurer': ['保险机构', 'Insurer'],
  'role.household': ['农牧户', 'Household'],
  'role.administrator': ['系统管理员', 'System administrator'],
});
