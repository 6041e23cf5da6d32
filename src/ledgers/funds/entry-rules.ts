/** Levels of those who hold public money, from above. */
export const fundTiers = ['city', 'banner', 'township', 'village', 'cooperative'] as const;
export type FundTier = (typeof fundTiers)[number];

/** Sums that the pages show, by the accounts of the books they are taken over; `sign` turns a credit balance round. */
export const sumAccounts = {
  received: { codes: ['received'], sign: -1 },
  allotted: { codes: ['allotted'], sign: -1 },
  passedOn: { codes: ['passed_on'], sign: 1 },
  returned: { codes: ['returned'], sign: 1 },
  sentBack: { codes: ['sent_back'], sign: 1 },
  paid: { codes: ['paid'], sign: 1 },
  held: { codes: ['available', 'committed'], sign: 1 },
  committed: { codes: ['committed'], sign: 1 },
  /** what came in from wherever, less what went on or back */
  contributed: { codes: ['received', 'allotted', 'passed_on', 'returned', 'sent_back'], sign: -1 },
} as const;

export type EntrySum = keyof typeof sumAccounts;
export const entrySums = Object.keys(sumAccounts) as [EntrySum, ...EntrySum[]];
