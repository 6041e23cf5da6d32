import { defineWords } from '../../platform/words.ts';

export const words = defineWords({
  title: ['报送', 'Submissions'],
  'act.submission.read': ['查看报送', 'Read submissions'],
  'act.submission.confirm': ['确认本级月报', 'Confirm one’s own report'],
  'act.submission.approve': ['核准下级月报', 'Approve reports from below'],
  'act.submission.return': ['退回下级月报', 'Return a report'],
  'act.submission.unlock': ['临时开放补报', 'Open a closed month until a day'],
  'fact.submission': ['月报报送', 'Report sent'],
  'level.village': ['嘎查村', 'Villages'],
  'level.township': ['苏木乡镇', 'Townships'],
  'level.banner': ['旗区', 'Banners'],
  'level.city': ['市', 'City'],
  'state.open': ['未确认', 'Not confirmed'],
  'state.confirmed': ['已确认，待核准', 'Confirmed, waiting for approval'],
  'state.returned': ['已退回', 'Returned'],
  'state.approved': ['已核准', 'Approved'],
  'refusal.submission_month_open': [
    '该月尚未结束，月末以后才能确认。',
    'The month is not over; confirm after its last day.',
  ],
  'refusal.submission_locked': [
    '该月已于 {lockedOn} 锁定，请向上级申请临时开放。',
    'The month was locked on {lockedOn}; ask the level above to open it.',
  ],
  'refusal.submission_already_approved': [
    '该月报已核准，更正将作为补正进入下一期。',
    'The report is approved; a correction goes into the next month as a restatement.',
  ],
  'refusal.submission_not_confirmed': ['下级尚未确认，不能核准或退回。', 'The level below has not confirmed yet.'],
  'refusal.submission_sent_on': [
    '该月报已随本级月报上报，更正将作为补正进入下一期。',
    'The report went up with the report above it; a correction goes into the next month as a restatement.',
  ],
  'refusal.submission_children_missing': [
    '还有 {count} 个下级未核准，请先处理。',
    '{count} reports below are not approved yet.',
  ],
  'refusal.submission_wrong_level': [
    '只能核准或退回直属下级的月报。',
    'Only the level directly above approves or returns a report.',
  ],
  'refusal.return_answer_past': ['答复期限不能早于今天。', 'The day to answer by must not lie in the past.'],
  'refusal.unlock_past': ['开放截止日必须晚于今天。', 'The day until which it opens must be in the future.'],
  'refusal.unlock_too_long': ['临时开放最多 {days} 天。', 'A month opens for {days} days at most.'],
});
