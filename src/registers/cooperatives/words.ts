import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['合作组织', 'Cooperatives'],
  'refusal.cooperative_place': ['住所地请选择嘎查村。', 'Choose the village of the seat.'],
  'refusal.cooperative_in_future': ['登记日期不能晚于今天。', 'The day of registration cannot be after today.'],
  'refusal.cooperative_code_kind': [
    '这类组织的信用代码应以 {prefixes} 开头。',
    'The credit code of this kind begins with {prefixes}.',
  ],
  'refusal.cooperative_code_known': [
    '该信用代码已登记在另一个组织名下。',
    'Another organisation is registered with this credit code.',
  ],
  'refusal.cooperative_name_known': ['该村已有同名组织。', 'The village has an organisation of this name.'],
  'refusal.cooperative_dissolved': ['该组织已注销。', 'The organisation is dissolved.'],
  'refusal.cooperative_dissolution_day': [
    '注销日期应在登记日期之后、今天或以前。',
    'The day lies between registration and today.',
  ],
  'refusal.cooperative_in_use': [
    '已有成员、章程或其他记录，不能作废；请办理注销。',
    'Members, charters or other records hang on it; dissolve it instead.',
  ],
  'refusal.credit_code_length': [
    '统一社会信用代码应为 18 位，现有 {length} 位。',
    'A credit code has 18 characters, not {length}.',
  ],
  'refusal.credit_code_characters': [
    '统一社会信用代码含有不允许的字符（不用 I O Z S V）。',
    'The credit code holds a forbidden character (never I O Z S V).',
  ],
  'refusal.credit_code_organisation_digit': [
    '组织机构代码校验位不对（第 17 位）。',
    'The check digit of the organisation code (position 17) is wrong.',
  ],
  'refusal.credit_code_check_digit': [
    '统一社会信用代码校验位不对（第 18 位）。',
    'The check digit of the credit code (position 18) is wrong.',
  ],
  'refusal.charter_patronage_floor': [
    '按交易量（额）返还不得低于可分配盈余的 {floor}%（农民专业合作社法第四十四条）。',
    'At least {floor}% of the distributable surplus goes by patronage (Cooperatives Law, art. 44).',
  ],
  'refusal.charter_additional_votes': [
    '附加表决权不得超过基本表决权总数的 {most}%（第二十二条）。',
    'Additional votes are at most {most}% of all basic votes (art. 22).',
  ],
  'refusal.charter_drawings': ['各项提取合计 {sum}%，超过 100%。', 'The drawings add up to {sum}%, more than 100%.'],
  'refusal.charter_patronage_form': [
    '集体经济组织按量化份额分配，不按交易量返还（农村集体经济组织法第四十二条）。',
    'A collective distributes by quantified shares, not by patronage (RCEO art. 42).',
  ],
  'refusal.charter_votes_form': [
    '集体经济组织一人一票，没有附加表决权（第二十七条）。',
    'One person one vote in a collective (RCEO art. 27).',
  ],
  'refusal.charter_votes_weaker': ['章程只能比法律更严格。', 'A charter may only be stricter than the law.'],
  'refusal.charter_order': [
    '新章程应晚于现行章程的起始日期 {date}。',
    'A new charter begins after the one that holds since {date}.',
  ],
  'refusal.charter_not_latest': ['只能作废最新的章程。', 'Only the latest charter can be withdrawn.'],
  'refusal.member_in_future': ['入社日期不能晚于今天。', 'The day of joining cannot be after today.'],
  'refusal.member_place': ['请选择成员所在的嘎查村。', 'Choose the member’s village.'],
  'refusal.member_number': ['请填写成员编号。', 'Enter a number.'],
  'refusal.member_unit_kind': ['请选择单位性质。', 'Choose the kind of unit.'],
  'refusal.member_public_affairs': [
    '具有管理公共事务职能的单位（如党支部、村委会）不得入社（第十九条）；请由村集体经济组织入社，干部以个人身份当选。',
    'A body of public administration, such as a Party branch, may not join (art. 19): the collective joins, cadres are elected as persons.',
  ],
  'refusal.member_number_known': ['该成员编号已使用。', 'This number is used already.'],
  'refusal.member_known': ['此人（单位）已是本组织成员。', 'This person or unit is a member already.'],
  'refusal.member_left': ['该成员资格已终止。', 'The membership has ended already.'],
  'refusal.member_leaving_day': ['终止日期不能早于入社日期。', 'The last day cannot be before the first.'],
  'refusal.membership_in_use': [
    '该成员已有股份或其他记录，不能作废；请办理退社。',
    'Shares or other records hang on this membership; let the member leave instead.',
  ],
  'refusal.member_row_other': [
    '与成员 {other} 号是同一个证件或代码。',
    'The same resident id or code as member {other}.',
  ],
  'refusal.member_row_masked': ['带 * 的号码与已登记的不一致。', 'The masked number is not the one on record.'],
  'refusal.member_row_left': ['该编号的成员已退出。', 'The member of this number has left.'],
  'refusal.member_row_person': ['该编号登记的是另一个证件号。', 'This number belongs to another resident id.'],
  'refusal.name_empty': ['请填写姓名。', 'Enter the name.'],
  'refusal.name_too_long': ['姓名最多 50 个字。', 'A name has at most 50 characters.'],
  'refusal.name_forbidden_character': ['姓名里有不能使用的控制字符。', 'The name holds a forbidden control character.'],
  'refusal.id_length': ['身份证号应为 18 位。', 'A resident id has 18 characters.'],
  'refusal.id_fifteen_digits': [
    '这是 15 位旧号码，请填写 18 位身份证号。',
    'This is an old 15-digit number; enter 18.',
  ],
  'refusal.id_characters': ['身份证号只能是数字，末位可为 X。', 'Digits only; the last may be X.'],
  'refusal.id_birth_date': ['号码中的出生日期不存在。', 'The birth date in the number does not exist.'],
  'refusal.id_check_digit': ['身份证号校验位不对，请核对。', 'The check digit is wrong; compare the number.'],
  'refusal.place_invalid': ['请选择地方。', 'Choose a place.'],
  'refusal.import_rejected': [
    '有 {count} 行不能导入；请改正，或只导入正确的行。',
    '{count} rows cannot be imported; correct them or take the good ones alone.',
  ],
  'refusal.import_empty': ['文件里没有数据行。', 'The file has no rows.'],
});
