import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['会议', 'Assemblies'],
  'refusal.assembly_place': ['请选择嘎查村。', 'Choose a village.'],
  'refusal.assembly_organ_unknown': [
    '这种组织没有这种会议，或那一天还没有相应的法律。',
    'This form has no such organ, or there was no law on it on that day.',
  ],
  'refusal.assembly_form_unknown': [
    '公司和资产收益项目按合同办理，不在这里开会表决。',
    'Companies and asset-income projects go by contract and hold no assembly here.',
  ],
  'refusal.assembly_needs_cooperative': [
    '请选择合作组织；还没有登记的只能开设立大会。',
    'Choose the cooperative; one that is not registered has only its founding assembly.',
  ],
  'refusal.assembly_notice_after': ['通知日期不能晚于开会日期。', 'Notice cannot come after the meeting.'],
  'refusal.assembly_notice_future': ['通知日期不能晚于今天。', 'Notice cannot lie in the future.'],
  'refusal.assembly_documents_after': ['资料备查日期不能晚于开会日期。', 'Papers cannot open after the meeting.'],
  'refusal.assembly_over': ['会议已结束或取消，不能再改。', 'The meeting is over and cannot be changed.'],
  'refusal.assembly_not_closed': ['会议还没有结束。', 'The meeting is not closed.'],
  'refusal.assembly_not_held': ['开会日期 {day} 还没到。', 'The meeting is on {day}; it cannot be closed before.'],
  'refusal.assembly_nobody_entitled': [
    '应到人数是零，请先录名册或人数。',
    'Nobody is entitled; fill the roll or enter the counts first.',
  ],
  'refusal.assembly_sheet_missing': [
    '清点人数的会议，请先上传签到表照片。',
    'Attach the photo of the signed sheet first.',
  ],
  'refusal.assembly_roll_kind': ['点名方式召集后不能更换。', 'How attendance is taken cannot change after the call.'],
  'refusal.motion_reserved': ['法律规定这件事不能由这种会议决定。', 'The law keeps this matter from this organ.'],
  'refusal.motion_organ_unknown': ['这种会议不能表决这件事。', 'This organ does not vote on this matter.'],
  'refusal.motion_taken': ['这个议题已列入另一次会议。', 'This motion is on the agenda of another meeting.'],
  'refusal.motion_matter_fixed': ['由别处提出的议题，类别不能改。', 'The matter of an offered motion is fixed.'],
  'refusal.motion_not_counted': [
    '第 {ordinal} 个议题还没有录票数；不表决的请先撤下。',
    'Motion {ordinal} has no votes yet; take it off if it was not voted on.',
  ],
  'refusal.motion_votes_wrong': [
    '第 {ordinal} 个议题的票数多于现场票数，请核对。',
    'Motion {ordinal} has more votes than were present; check them.',
  ],
  'refusal.roll_name_twice': [
    '“{name}”已在名册上；同名的请加以区别。',
    '“{name}” is on the roll already; tell people of one name apart.',
  ],
  'refusal.proxy_not_allowed': [
    '这种会议不能委托他人表决，或章程没有规定代理。',
    'No proxies here, or the charter does not know them.',
  ],
  'refusal.proxy_name_missing': ['请写明代理人。', 'Say who represents the member.'],
  'refusal.proxy_too_many': [
    '“{name}”代理的人数超过章程允许的 {most} 人。',
    '{name} represents more than the {most} the charter allows.',
  ],
  'refusal.vote_law_unknown': ['没有这种组织、会议或那一天的法律。', 'No law is known for this form, organ or day.'],
  'refusal.motion_class_unknown': ['这种会议没有这一类议题。', 'This organ knows no such class of motion.'],
  'refusal.attendance_exceeds': ['到会的多于应到的 {entitled}。', 'More are present than the {entitled} there are.'],
  'refusal.votes_exceed_present': [
    '共 {cast} 票，多于现场的 {most} 票。',
    '{cast} votes are more than the {most} present.',
  ],
  'refusal.vote_no_quorum': [
    '须到会 {required}，实到 {present}，不足法定人数。',
    '{required} are needed, {present} came: no quorum.',
  ],
  'refusal.vote_rejected': [
    '须赞成 {required} 票，得 {votes} 票。',
    '{required} votes are needed, {votes} were in favour.',
  ],
  'refusal.vote_additional_votes_exceeded': [
    '附加表决权超过基本表决权总数的百分之二十，或超过章程规定。',
    'Additional votes are more than a fifth of the basic votes, or than the charter allows.',
  ],
  'refusal.vote_additional_votes_not_allowed': [
    '一人（一社）一票，不能有附加表决权。',
    'One member, one vote: additional votes are not allowed.',
  ],
});
