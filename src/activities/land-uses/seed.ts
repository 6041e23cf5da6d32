import { loadPast, type PastRow } from '../../platform/db/load.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { addDays, atNine, type LocalDate } from '../../platform/pure/period.ts';
import { answerDueOn } from './rules.ts';

export interface DemoUseSpan {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** who asks for the village, and who answers for the department */
  readonly askedBy: string;
  readonly answeredBy: string;
}

const projects = [
  ['leading_enterprise', '蒙草生态公司', '饲草料加工厂', 'processing', 'construction'],
  ['village', '嘎查村集体', '肉羊育肥基地', 'production', 'facility'],
  ['cooperative', '养殖专业合作社', '标准化圈舍', 'production', 'facility'],
  ['village', '嘎查村集体', '草原旅游驿站', 'tourism', 'construction'],
] as const;

/** So many working days for an answer, as the law has it. */
const answerDays = 20;

/** Requests of one demo village for land: most are answered in time, some late, a few wait. */
export function demoLandUses(random: () => number, place: number, span: DemoUseSpan): readonly PastRow[] {
  const count = random() < 0.25 ? 1 + Math.floor(random() * 2) : 0;
  return Array.from({ length: count }, (_, at) => demoUse(random, { place, at }, span));
}

/** Loads what was made for the villages of a banner. */
export async function loadDemoLandUses(tx: Tx, uses: readonly PastRow[]): Promise<void> {
  await loadPast(tx, 'land_use', uses);
}

function demoUse(
  random: () => number,
  { place, at }: { readonly place: number; readonly at: number },
  span: DemoUseSpan,
): PastRow {
  const [applicant, name, project, purpose, landClass] =
    projects[Math.floor(random() * projects.length)] ?? projects[0];
  const requestedOn = addDays(span.from, 30 + Math.floor(random() * 640));
  const dueOn = answerDueOn(requestedOn, answerDays);
  const answeredOn = addDays(dueOn, random() < 0.85 ? -1 - Math.floor(random() * 10) : 3 + Math.floor(random() * 20));
  const isAnswered = random() < 0.9 && answeredOn <= span.until;
  const isGranted = isAnswered && random() < 0.9;
  const areaMu = 5 + Math.floor(random() * 60);
  const securedOn = addDays(answeredOn, 20);
  const isSecured = isGranted && securedOn <= span.until && random() < 0.8;
  const asked = {
    ...{ county: Math.floor(place / 1_000_000), place, id: seededId(atNine(requestedOn).getTime(), random) },
    ...{ number: `用地${requestedOn.slice(0, 4)}-${at + 1}`, applicant_kind: applicant, applicant_name: name },
    ...{ project_name: project, purpose, land_class: landClass, area_mu: areaMu, requested_on: requestedOn },
    ...{ department: '旗自然资源局', answer_days: answerDays, due_on: dueOn, made_by: span.askedBy, state: 'asked' },
    ...emptyAnswer,
  };
  if (!isAnswered) return { row: asked, recordedAt: atNine(requestedOn) };
  const answer = {
    ...{ state: isGranted ? 'granted' : 'refused', answered_on: answeredOn, answered_by: span.answeredBy },
    ...{ granted_mu: isGranted ? areaMu : null, answer_document: isGranted ? '旗自然资函' : null },
    answer_reason: isGranted ? null : '不符合国土空间规划',
    ...(isSecured ? { secured_on: securedOn, secured_document: '供地通知书' } : {}),
  };
  const recordedAt = atNine(isSecured ? securedOn : answeredOn);
  return { row: asked, recordedAt: atNine(requestedOn), later: { set: answer, recordedAt, reason: 'answered' } };
}

const emptyAnswer = {
  ...{ answered_on: null, answered_by: null, granted_mu: null, answer_document: null, answer_reason: null },
  ...{ secured_on: null, secured_document: null },
};
