import type { WordPair } from '../platform/words.ts';

/** Why no figure proves these clauses yet; a clause leaves the list as soon as an indicator cites it (law L5). */
export interface WithoutIndicator {
  readonly clauses: readonly string[];
  readonly reason: WordPair;
}

export const withoutIndicator: readonly WithoutIndicator[] = [
  {
    clauses: ['8.1', '17.4'],
    reason: [
      '包联关系还没有台账；建成后按每户、每村的包联记录计算。',
      'Pairings are not on record yet; each pairing of a village or household will count once they are.',
    ],
  },
  {
    clauses: ['8.2'],
    reason: [
      '驻村派驻和走访还没有台账；建成后按每次走访记录计算。',
      'Postings and visits are not on record yet; each visit will count once they are.',
    ],
  },
  {
    clauses: ['10.1.3'],
    reason: [
      '支部服务和收购合同还没有台账；建成后按每次服务和每份合同计算。',
      'Branch services and purchase contracts are not on record yet; each of them will count once they are.',
    ],
  },
  {
    clauses: ['10.4.1', '15.1', '15.2'],
    reason: [
      '培训和就业扶持还没有台账；建成后按每人次计算。',
      'Training and employment support are not on record yet; each person will count once they are.',
    ],
  },
  {
    clauses: ['16.1', '17.1', '17.2', '17.3'],
    reason: [
      '任务分解和认领还没有台账；建成后按每项任务计算。',
      'Tasks and claims are not on record yet; each task will count once they are.',
    ],
  },
  {
    clauses: ['16.2', '16.3'],
    reason: [
      '联席会议和困难问题还没有台账；建成后按每次会议、每个问题计算。',
      'Joint conferences and difficulties are not on record yet; each of them will count once they are.',
    ],
  },
  {
    clauses: ['19.1', '19.4', '19.5', '19.6'],
    reason: [
      '考评、督查、问责和表扬还没有台账；建成后按每条记录计算。',
      'Assessments, inspections, measures of accountability and commendations are not on record yet; each record will count once they are.',
    ],
  },
  {
    clauses: ['20.1', '20.2'],
    reason: [
      '宣传和典型案例还没有台账；建成后按每次活动、每个案例计算。',
      'Publicity and model cases are not on record yet; each of them will count once they are.',
    ],
  },
];
