import { mulDivFloor } from '../../platform/pure/money.ts';
import { applyBp, formatBp } from '../../platform/pure/ratio.ts';
import { type BarRefusal, type Bars, refuseBarred } from './barred-rules.ts';

/** Whose law governs the surplus: the Farmers’ Professional Cooperatives Law or that on Rural Collective Economic Organisations. */
export const legalForms = ['farmers_professional', 'collective_economic'] as const;
export type LegalForm = (typeof legalForms)[number];

/** By what the year’s reserve is quantified to members (Cooperatives Law art. 42). */
export const reserveBases = ['patronage', 'contribution', 'equal'] as const;
export type ReserveBasis = (typeof reserveBases)[number];

/** What the patronage refunds come to at least, since 2018-07-01 (Cooperatives Law art. 44), in basis points. */
export const patronageFloorBp = 6_000;

/**
 * The part of a charter that divides a surplus. The first four ratios are drawn on the surplus after losses, patronage
 * on the distributable surplus (row 16); all in basis points, 0 to 10,000.
 */
export interface SurplusCharter {
  /** surplus reserve of a cooperative, common reserve and welfare fund (公积公益金) of a collective */
  readonly surplusReserveBp: number;
  readonly reserveQuantifiedBy?: ReserveBasis | undefined;
  /** set aside for expansion (measure art. 9) */
  readonly expansionBp: number;
  /** set aside for relief of the weak (measure art. 9) */
  readonly reliefBp: number;
  readonly welfareReserveBp: number;
  /** farmers’ professional only: what is refunded by patronage */
  readonly patronageBp: number;
}

/** The closed year, in fen. */
export interface SurplusYear {
  /** row 12 of the statement; negative: a loss */
  readonly surplusFen: bigint;
  /** row 13; negative: losses to cover */
  readonly openingUndistributedFen: bigint;
  /** row 14: surplus reserve used to cover losses */
  readonly reserveUsedForLossesFen: bigint;
}

/**
 * Rows of the statement of surplus and its distribution (会农社02, 财会〔2021〕37号), in fen: 12 surplus of the year,
 * 13 undistributed at its beginning, 14 other transfers in, 15 reserves drawn, 16 distributable = 12 + 13 + 14 − 15,
 * 17 patronage refunds, 18 distribution of the remainder, 19 turned into contributions, 20 undistributed at the end =
 * 16 − 17 − 18 − 19.
 */
export interface SurplusStatement {
  readonly row12: bigint;
  readonly row13: bigint;
  readonly row14: bigint;
  readonly row15: bigint;
  readonly row16: bigint;
  readonly row17: bigint;
  readonly row18: bigint;
  readonly row19: bigint;
  readonly row20: bigint;
}

/**
 * Where a step or a refusal comes from: `COOP` Farmers’ Professional Cooperatives Law (2017), `RCEO` Law on Rural
 * Collective Economic Organisations (2024), `contract` what was agreed, `A37` 财会〔2021〕37号 with the row of 会农社02, `M` this measure.
 */
export type LawClause =
  | 'contract'
  | 'COOP 42'
  | 'COOP 44'
  | 'RCEO 36'
  | 'RCEO 42'
  | 'A37 02-12'
  | 'A37 02-16'
  | 'A37 02-20'
  | 'M 9.4'
  | 'M 9.5';

export type SurplusStepCode =
  | 'surplus'
  | 'reserve_for_losses'
  | 'losses_covered'
  | 'surplus_after_losses'
  | 'surplus_reserve'
  | 'welfare_reserve'
  | 'expansion_reserve'
  | 'relief_reserve'
  | 'law_distributable'
  | 'distributable_surplus'
  | 'patronage_refund'
  | 'remainder'
  | 'carried_forward';

export interface SurplusStep {
  readonly code: SurplusStepCode;
  readonly clause: LawClause;
  readonly amountFen: bigint;
}

export type LawRefusalCode =
  | BarRefusal['code']
  | 'surplus_reserve_beyond_losses'
  | 'surplus_patronage_below_floor'
  | 'surplus_patronage_of_collective'
  | 'surplus_no_patronage'
  | 'surplus_no_reserve_basis'
  | 'surplus_no_remainder_basis';

/** What the law does not allow, in words of `refusal.<code>`. */
export interface LawRefusal {
  readonly code: LawRefusalCode;
  readonly clause: LawClause;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface SurplusQuestion extends SurplusYear, Bars {
  readonly legalForm: LegalForm;
  readonly charter: SurplusCharter;
  /** the floor in force; `patronageFloorBp` where nothing else is decided */
  readonly floorBp: number;
}

/** A year’s surplus, split by law and charter; nothing is given to anybody yet. */
export interface SurplusSplit {
  readonly surplusAfterLossesFen: bigint;
  readonly lossesCoveredFen: bigint;
  readonly surplusReserveFen: bigint;
  readonly welfareReserveFen: bigint;
  readonly expansionFen: bigint;
  readonly reliefFen: bigint;
  /** the law’s own base (Cooperatives Law art. 44): this year’s surplus after losses and reserves */
  readonly lawDistributableFen: bigint;
  /** row 16 of the statement; negative: losses are left */
  readonly row16: bigint;
  readonly patronageFen: bigint;
  readonly remainderFen: bigint;
}

/**
 * Splits the surplus. Losses come first: of earlier losses what no reserve covered is covered by the year’s surplus.
 * Reserves are then drawn on what is left, each rounded down to the fen (never more than the charter’s part); the
 * patronage refunds are rounded up (never less than the charter’s part of row 16); the remainder is the rest.
 */
export function splitSurplus({ charter, legalForm, ...year }: SurplusQuestion): SurplusSplit {
  const { surplusFen, openingUndistributedFen, reserveUsedForLossesFen } = year;
  const uncoveredFen = positive(-openingUndistributedFen - reserveUsedForLossesFen);
  const lossesCoveredFen = smaller(positive(surplusFen), uncoveredFen);
  const base = positive(surplusFen) - lossesCoveredFen;
  const surplusReserveFen = applyBp(base, charter.surplusReserveBp);
  const welfareReserveFen = applyBp(base, charter.welfareReserveBp);
  const expansionFen = applyBp(base, charter.expansionBp);
  const reliefFen = applyBp(base, charter.reliefBp);
  const drawnFen = surplusReserveFen + welfareReserveFen + expansionFen + reliefFen;
  const row16 = surplusFen + openingUndistributedFen + reserveUsedForLossesFen - drawnFen;
  const distributableFen = positive(row16);
  const patronageFen = legalForm === 'farmers_professional' ? ceilBp(distributableFen, charter.patronageBp) : 0n;
  return {
    surplusAfterLossesFen: base,
    lossesCoveredFen,
    surplusReserveFen,
    welfareReserveFen,
    expansionFen,
    reliefFen,
    lawDistributableFen: base - drawnFen,
    row16,
    patronageFen,
    remainderFen: distributableFen - patronageFen,
  };
}

/** The statement’s rows; a distribution that is refused leaves the whole of row 16 undistributed. */
export function statementOf(year: SurplusYear, split: SurplusSplit, refused: boolean): SurplusStatement {
  const row17 = refused ? 0n : split.patronageFen;
  const row18 = refused ? 0n : split.remainderFen;
  return {
    row12: year.surplusFen,
    row13: year.openingUndistributedFen,
    row14: year.reserveUsedForLossesFen,
    row15: split.surplusReserveFen + split.welfareReserveFen + split.expansionFen + split.reliefFen,
    row16: split.row16,
    row17,
    row18,
    row19: 0n,
    row20: split.row16 - row17 - row18,
  };
}

/** The way from the surplus to what is paid, each step with its clause. */
export function stepsOf(
  legalForm: LegalForm,
  split: SurplusSplit,
  statement: SurplusStatement,
): readonly SurplusStep[] {
  const cooperative = legalForm === 'farmers_professional';
  const reserve = cooperative ? 'COOP 42' : 'RCEO 42';
  const share = cooperative ? 'COOP 44' : 'RCEO 42';
  return [
    { code: 'surplus', clause: 'A37 02-12', amountFen: statement.row12 },
    { code: 'reserve_for_losses', clause: reserve, amountFen: statement.row14 },
    { code: 'losses_covered', clause: share, amountFen: split.lossesCoveredFen },
    { code: 'surplus_after_losses', clause: share, amountFen: split.surplusAfterLossesFen },
    { code: 'surplus_reserve', clause: reserve, amountFen: split.surplusReserveFen },
    { code: 'welfare_reserve', clause: reserve, amountFen: split.welfareReserveFen },
    { code: 'expansion_reserve', clause: 'M 9.4', amountFen: split.expansionFen },
    { code: 'relief_reserve', clause: 'M 9.5', amountFen: split.reliefFen },
    { code: 'law_distributable', clause: share, amountFen: split.lawDistributableFen },
    { code: 'distributable_surplus', clause: 'A37 02-16', amountFen: statement.row16 },
    ...(cooperative ? [{ code: 'patronage_refund', clause: share, amountFen: statement.row17 } as const] : []),
    { code: 'remainder', clause: share, amountFen: statement.row18 },
    { code: 'carried_forward', clause: 'A37 02-20', amountFen: statement.row20 },
  ];
}

/** What the law refuses whoever the members are. */
export function refuseSplit(question: SurplusQuestion, split: SurplusSplit): readonly LawRefusal[] {
  const { legalForm, charter, floorBp } = question;
  const cooperative = legalForm === 'farmers_professional';
  const refusals: LawRefusal[] = [];
  const lossesFen = positive(-question.openingUndistributedFen) + positive(-question.surplusFen);
  if (question.reserveUsedForLossesFen > lossesFen) {
    const values = { lossesFen: String(lossesFen), usedFen: String(question.reserveUsedForLossesFen) };
    refusals.push({ code: 'surplus_reserve_beyond_losses', clause: cooperative ? 'COOP 42' : 'RCEO 42', values });
  }
  if (cooperative && split.row16 > 0n && charter.patronageBp < floorBp) {
    refusals.push({ code: 'surplus_patronage_below_floor', clause: 'COOP 44', values: floorValues(split, floorBp) });
  }
  if (!cooperative && charter.patronageBp > 0) {
    refusals.push({ code: 'surplus_patronage_of_collective', clause: 'RCEO 42' });
  }
  if (!cooperative) refusals.push(...refuseBarred({ givenFen: split.remainderFen, keptFen: keptOf(split) }, question));
  return refusals;
}

/** What stays with the organisation of the year’s surplus: it covers losses or is set aside. */
function keptOf(split: SurplusSplit): bigint {
  const { lossesCoveredFen, surplusReserveFen, welfareReserveFen, expansionFen, reliefFen } = split;
  return lossesCoveredFen + surplusReserveFen + welfareReserveFen + expansionFen + reliefFen;
}

/** The refunds as a part of row 16, and beside it as a part of the law’s own base. */
function floorValues(split: SurplusSplit, floorBp: number): LawRefusal['values'] {
  const { patronageFen, row16, lawDistributableFen } = split;
  return {
    floor: formatBp(floorBp),
    share: shareText(patronageFen, row16),
    distributableFen: String(row16),
    lawShare: shareText(patronageFen, lawDistributableFen),
    lawFen: String(lawDistributableFen),
  };
}

/** Part of a whole in percent, rounded down to a basis point, so that a share below a floor never looks like it. */
export function shareText(partFen: bigint, wholeFen: bigint): string {
  if (wholeFen <= 0n) return '—';
  return formatBp(Number(mulDivFloor(partFen, 10_000n, wholeFen)));
}

/** Whether all set-asides together stay inside the surplus they are drawn on. */
export function drawsWithin(charter: SurplusCharter): boolean {
  return charter.surplusReserveBp + charter.welfareReserveBp + charter.expansionBp + charter.reliefBp <= 10_000;
}

/** The part of an amount in basis points, rounded up. */
function ceilBp(amountFen: bigint, bp: number): bigint {
  return -mulDivFloor(-amountFen, BigInt(bp), 10_000n);
}

function positive(fen: bigint): bigint {
  return fen > 0n ? fen : 0n;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
