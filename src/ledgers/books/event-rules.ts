import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { type SubKind, statutoryAccount, subKinds } from './chart-rules.ts';
import { accountOf, assetRoles, type Chart, type ChartRole, type eventChoices } from './event-roles-rules.ts';

export type Choice = (typeof eventChoices)[number];

/** The party of a form, apart from the choice that has the same name: `memberSub`. */
export const partyKeys = subKinds.map((party) => `${party}Sub` as const) as [PartyKey, ...PartyKey[]];

export type PartyKey = `${SubKind}Sub`;

/** Part of an event's line: an account by its role in the chart, or by what was chosen. */
export type Place = { readonly role: ChartRole } | { readonly choice: Choice };

/** One line of a template; `rest` takes what the others leave, on whichever side. */
export interface TemplateLine {
  readonly side: 'debit' | 'credit' | 'rest';
  readonly account: Place;
  /** amount by its name in the template; absent on the rest */
  readonly amount?: string;
  /** a rest on the debit side goes here instead, for example a loss to other expenses */
  readonly debitRole?: ChartRole;
}

/** How a business event becomes a voucher. */
export interface EventTemplate {
  readonly kind: string;
  /** the rule it carries out */
  readonly clause: string;
  /** amounts in fen to be entered, in the order of the form; those in `optional` may be nought */
  readonly amounts: readonly string[];
  readonly optional?: readonly string[];
  readonly choices?: Readonly<Partial<Record<Choice, readonly ChartRole[]>>>;
  /** goods or animals are counted as well as valued */
  readonly quantity?: boolean;
  /** turnover with this member that counts as patronage (Cooperatives Law art. 41, 43) */
  readonly patronage?: string;
  readonly lines: readonly TemplateLine[];
}

/** What somebody recorded. */
export interface EventFacts {
  readonly amounts: Readonly<Record<string, bigint>>;
  readonly choices: Readonly<Partial<Record<Choice, ChartRole>>>;
  /** keys of the sub-ledgers that the accounts demand */
  readonly parties: Readonly<Partial<Record<SubKind, string>>>;
}

/** One line of the voucher to be; debit is positive, credit negative, in fen. */
export interface EventLine {
  readonly code: string;
  readonly sub: string;
  readonly amountFen: bigint;
}

export type EventRefusal = Refusal<
  | 'event_amount_missing'
  | 'event_amount_negative'
  | 'event_choice_missing'
  | 'event_party_missing'
  | 'event_unknown_in_chart'
  | 'event_empty'
>;

/**
 * Writes the voucher lines of an event in a statutory chart. The lines balance by construction: what is entered stands on
 * both sides, or the rest closes the difference. A line in an account that is kept by member, project … names that party.
 */
export function writeLines(
  template: EventTemplate,
  chart: Chart,
  facts: EventFacts,
): Result<readonly EventLine[], EventRefusal> {
  const refused = refuseFacts(template, facts);
  if (refused) return refuse(refused);
  const lines: EventLine[] = [];
  let openFen = 0n;
  for (const line of template.lines) {
    const amountFen = amountOf(line, facts, openFen);
    openFen += amountFen;
    if (amountFen === 0n) continue;
    const role = roleOf(line, amountFen, facts);
    const code = role && accountOf(chart, role);
    if (role === undefined || code === undefined) return refuse(refusal('event_unknown_in_chart'));
    const party = statutoryAccount(chart, code)?.subKind;
    const sub = party ? facts.parties[party] : '';
    if (sub === undefined) return refuse(refusal('event_party_missing', `parties.${party}Sub`));
    lines.push({ code, sub, amountFen });
  }
  return lines.length < 2 ? refuse(refusal('event_empty')) : ok(lines);
}

/** The parties a form asks for, given what has been chosen; patronage is always somebody’s. */
export function partiesOf(
  { lines, patronage }: EventTemplate,
  choices: EventFacts['choices'],
  chart: Chart,
): readonly SubKind[] {
  const named = lines.map(({ account }) => ('role' in account ? account.role : choices[account.choice]));
  const needed = named.flatMap((role): SubKind[] => {
    const code = role && accountOf(chart, role);
    const subKind = code && statutoryAccount(chart, code)?.subKind;
    return subKind ? [subKind] : [];
  });
  return [...new Set<SubKind>(patronage ? ['member', ...needed] : needed)];
}

/** Whether the goods or animals of an event are counted on this account. */
export function isCounted(chart: Chart, code: string): boolean {
  const roles: readonly ChartRole[] = [...assetRoles, 'entrusted_goods'];
  return roles.some((role) => accountOf(chart, role) === code);
}

/** What a member delivered to the cooperative or took from it by an event; undefined where it is no trade with one. */
export function tradeOf(
  { kind, patronage }: EventTemplate,
  amounts: EventFacts['amounts'],
): { readonly direction: 'delivers' | 'takes'; readonly amountFen: bigint } | undefined {
  if (!patronage) return undefined;
  return { direction: kind === 'inputs_for_members' ? 'takes' : 'delivers', amountFen: amounts[patronage] ?? 0n };
}

function refuseFacts(template: EventTemplate, facts: EventFacts): EventRefusal | undefined {
  const { amounts, optional = [], choices = {} } = template;
  for (const name of amounts) {
    const amountFen = facts.amounts[name] ?? 0n;
    if (amountFen < 0n) return refusal('event_amount_negative', `amounts.${name}`);
    if (amountFen === 0n && !optional.includes(name)) return refusal('event_amount_missing', `amounts.${name}`);
  }
  for (const [choice, allowed] of Object.entries(choices)) {
    const chosen = facts.choices[choice as Choice];
    if (chosen === undefined || !allowed.includes(chosen)) return refusal('event_choice_missing', `choices.${choice}`);
  }
  return undefined;
}

function amountOf(line: TemplateLine, facts: EventFacts, openFen: bigint): bigint {
  if (line.side === 'rest') return -openFen;
  const amountFen = facts.amounts[line.amount ?? ''] ?? 0n;
  return line.side === 'debit' ? amountFen : -amountFen;
}

function roleOf(line: TemplateLine, amountFen: bigint, facts: EventFacts): ChartRole | undefined {
  if (line.debitRole && amountFen > 0n) return line.debitRole;
  return 'role' in line.account ? line.account.role : facts.choices[line.account.choice];
}
