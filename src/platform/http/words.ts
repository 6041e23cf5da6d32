import { defineWords } from '../words.ts';

/** Refusals that any route may answer. */
export const words = defineWords({
  'refusal.not_found': ['没有找到，或不在您的管辖范围内。', 'Not found, or outside your range.'],
  'refusal.forbidden': ['您的岗位没有这项权限。', 'Your position does not hold this permission.'],
  'refusal.own_work': ['不能审核自己经办的事项，请由他人办理。', 'Nobody checks their own work; ask a colleague.'],
  'refusal.not_signed_in': ['请先登录。', 'Please sign in first.'],
  'refusal.sign_in_failed': ['账号或密码不对。', 'Account or password is wrong.'],
  'refusal.sign_in_locked': [
    '尝试次数过多，请在 {seconds} 秒后再试。',
    'Too many attempts; try again in {seconds} seconds.',
  ],
  'refusal.no_position': [
    '该账号目前没有在任岗位，请联系管理员。',
    'This account holds no position today; ask the administrator.',
  ],
  'refusal.csrf': ['页面已过期，请刷新后再提交。', 'This page is out of date; reload and submit again.'],
  'refusal.invalid_input': ['有 {count} 处填写有误，请改正。', 'There are {count} problems in what was entered.'],
  'refusal.idempotency_key_missing': ['请求缺少幂等键。', 'The request lacks an idempotency key.'],
  'refusal.idempotency_mismatch': [
    '同一次提交的内容不一致，已拒绝。',
    'This key was already used for another request.',
  ],
  'refusal.stale': [
    '这条记录已被别人修改，请比对后再保存。',
    'Somebody changed this record meanwhile; compare and save again.',
  ],
  'refusal.conflict': ['与已有记录冲突。', 'Conflicts with an existing record.'],
  'refusal.too_many_requests': ['操作太频繁，请稍后再试。', 'Too many requests; try again shortly.'],
  'refusal.too_large': ['文件或内容过大。', 'The file or content is too large.'],
  'refusal.file_missing': ['请选择文件。', 'Choose a file.'],
  'refusal.read_only': ['磁盘空间不足，系统暂时只能查看。', 'The disk is nearly full; Silian is read-only for now.'],
  'refusal.internal': [
    '系统出错，已记录编号 {requestId}。您填写的内容没有保存。',
    'Something broke on our side (number {requestId}). Nothing was saved.',
  ],
  'refusal.password_change_due': ['请先设置新密码。', 'Set a new password first.'],
  'refusal.reason_missing': ['请填写理由。', 'Give a reason.'],
  'refusal.text_unstorable': ['含有无法保存的字符', 'Holds a character that cannot be stored'],
  'field.required': ['必填', 'Required'],
  'field.invalid': ['格式不对', 'Not valid'],
  'field.too_long': ['太长', 'Too long'],
  'field.too_small': ['太小或太短', 'Too small or too short'],
});
