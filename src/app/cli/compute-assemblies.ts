import { z } from 'zod';
import { ok } from '../../platform/pure/result.ts';
import { assemblyForms, lawClauses, motionClasses, organs } from '../../procedures/assemblies/law-rules.ts';
import { type Finding, judgeVote, type VoteResult } from '../../procedures/assemblies/vote-rules.ts';
import { type ComputeRule, day, defineRule, lawRefusal } from './compute-rule.ts';

const count = z.int().min(0).max(1_000_000_000);
const none = count.default(0);
const bp = z.int().min(1).max(10_000).optional();
const clause = z
  .enum(lawClauses)
  .describe('COOP Cooperatives Law, RCEO law on collectives, VC Villagers’ Committees Law, PARTY branches; article');

const assemblyVote = defineRule({
  name: 'assembly-vote',
  input: z.strictObject({
    form: z.enum(assemblyForms),
    organ: z.enum(organs).default('members_assembly'),
    motionClass: z
      .enum(motionClasses)
      .default('ordinary')
      .describe('unanimous: a charter at the founding assembly; outsider_income: RCEO 15'),
    on: day.optional().describe('day of the meeting; the law in force at last where it is left out'),
    entitled: count.describe(
      'all who may vote: members, founders, representatives, directors; of collectives and villages those of full capacity',
    ),
    households: none.describe('households of the village, for the quorum by households'),
    present: none.describe('members there in person or connected'),
    proxies: none.describe(
      'members represented in writing: by charter in a cooperative, by their household in a collective',
    ),
    presentHouseholds: none,
    additionalVotes: none.describe('granted by the charter, COOP 22'),
    additionalVotesPresent: none,
    votesFor: none.describe('votes, additional ones included'),
    votesAgainst: none,
    votesAbstained: none,
    charter: z
      .strictObject({
        quorumBp: bp,
        ordinaryBp: bp,
        specialBp: bp,
        additionalVotesBp: z.int().min(0).max(10_000).optional(),
      })
      .prefault({})
      .describe('thresholds in basis points; what is looser than the law has no effect'),
  }),
  output: z.strictObject({
    quorum: z.strictObject({
      ways: z
        .array(
          z.strictObject({
            population: z.enum(['members', 'households']),
            whole: count,
            required: count,
            present: count,
            met: z.boolean(),
          }),
        )
        .describe('one of them is enough'),
      met: z.boolean(),
      clause,
    }),
    majority: z.strictObject({
      of: z.enum(['all_votes', 'all_members', 'attendees']),
      whole: count,
      required: count,
      votesFor: count,
      met: z.boolean(),
      clause,
    }),
    result: z.enum(['passed', 'rejected', 'no_quorum', 'not_valid']),
    refusals: z.array(lawRefusal).describe('why it is not carried; empty when it is'),
    notes: z.array(z.strictObject({ code: z.string(), clause })).describe('what was left out of the count'),
  }),
  example: {
    form: 'farmers_professional',
    motionClass: 'special',
    entitled: 30,
    present: 20,
    proxies: 4,
    additionalVotes: 3,
    additionalVotesPresent: 3,
    votesFor: 22,
    votesAgainst: 3,
  },
  run(input) {
    const { form, organ, on, charter, motionClass } = input;
    const judged = judgeVote({ form, organ, on, charter }, motionClass, { attendance: input, ballot: input });
    if (!judged.ok) return judged;
    const { quorum, majority, findings, result } = judged.value;
    return ok({
      quorum: { ...quorum, ways: [...quorum.ways] },
      majority,
      result,
      refusals: reasonsOf(judged.value),
      notes: findings.filter((finding) => !isReason(finding)),
    });
  },
});

function isReason({ code }: Finding): boolean {
  return code === 'additional_votes_exceeded' || code === 'additional_votes_not_allowed';
}

/** Why a motion is not carried, each reason with its clause. */
function reasonsOf({ quorum, majority, findings }: VoteResult) {
  const [way] = quorum.ways;
  const reasons = findings.filter(isReason).map(({ code, clause: cited }) => ({ code: `vote_${code}`, clause: cited }));
  const quorumValues = { required: way?.required ?? 0, present: way?.present ?? 0 };
  const votes = { required: majority.required, votes: majority.votesFor };
  return [
    ...reasons,
    ...(quorum.met ? [] : [{ code: 'vote_no_quorum', clause: quorum.clause, values: quorumValues }]),
    ...(majority.met ? [] : [{ code: 'vote_rejected', clause: majority.clause, values: votes }]),
  ];
}

/** How assemblies vote, by the law of each form of organisation. */
export const assembliesRules: readonly ComputeRule[] = [assemblyVote];
