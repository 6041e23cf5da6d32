import { normalizeName } from '../../platform/pure/names.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import { checkResidentId, type ResidentIdRefusal } from '../../platform/pure/resident-id.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { toCodeText, toHalfWidth } from '../../platform/pure/text.ts';

/** Relation to the head, as the poverty registry of a neighbouring city codes it (domain §4.2). */
export const relations = [
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
  '99',
] as const;
export const headRelation = '01';
export const sexes = ['male', 'female'] as const;
export const educations = ['01', '02', '03', '04', '05', '06'] as const;
export const schoolings = ['none', 'preschool', 'primary', 'junior', 'senior', 'vocational', 'college'] as const;
export const healths = ['healthy', 'chronic', 'severe_illness', 'disabled'] as const;
export const labours = ['ordinary', 'skilled', 'lost', 'none'] as const;
export const employments = ['none', 'in_township', 'in_banner', 'in_region', 'outside_region'] as const;
export const politicalStatuses = ['masses', 'party_member', 'probationary', 'league_member', 'other_party'] as const;
export const structures = ['brick_concrete', 'brick_wood', 'earth_wood', 'reinforced', 'yurt', 'other'] as const;
export const electricities = ['grid', 'solar_wind', 'none'] as const;
export const waters = ['tap', 'well', 'cellar', 'hauled', 'unsafe'] as const;
export const fuels = ['wood', 'coal', 'gas', 'electricity', 'dung', 'other'] as const;
export const roads = ['concrete', 'asphalt', 'gravel', 'earth'] as const;

/** Peoples by their two-digit code of GB/T 3304; 97 other, 98 naturalised. */
export const ethnicities: readonly string[] = [
  ...Array.from({ length: 56 }, (_, index) => String(index + 1).padStart(2, '0')),
  '97',
  '98',
];

export const householdJoins = ['registered', 'moved_in', 'split'] as const;
export const householdLeaves = ['moved_out', 'split', 'merged', 'ended'] as const;
export const residentJoins = ['registered', 'born', 'married_in', 'moved_in', 'split', 'merged'] as const;
/** Reasons a clerk may give; `split` and `merged` are written by these acts alone. */
export const residentLeaves = ['moved', 'died', 'married_out', 'other'] as const;

/** How the text of a search box is to be compared, so that each way has an index of its own. */
export type Search =
  | { readonly mode: 'name' | 'latin' | 'tail'; readonly text: string }
  /** household number, external number or whole phone number */
  | { readonly mode: 'number'; readonly text: string };

/**
 * Reads what stands in the search box: Chinese is a name, letters are pinyin, initials or a name in Latin letters, four
 * characters of digits are the end of a resident id, other digits a household or phone number.
 */
export function readSearch(text: string): readonly Search[] {
  const code = toCodeText(text);
  if (code === '') return [];
  if (/^\d{3}[\dX]$/.test(code))
    return [
      { mode: 'tail', text: code },
      { mode: 'number', text: code },
    ];
  if (/^[\dA-Z-]+$/.test(code) && /\d/.test(code)) return [{ mode: 'number', text: code }];
  const key = nameKey(text);
  if (key === '') return [];
  return [{ mode: /^[\p{Script=Latin}]+$/u.test(key) ? 'latin' : 'name', text: key }];
}

/**
 * The form of a name that search compares: without spaces, middle dots, variation selectors, widths and letter cases.
 * Names that look alike in this form are proposals, never the same person.
 */
export function nameKey(text: string): string {
  if (PLAIN_KEY.test(text)) return text;
  const name = normalizeName(text);
  return toHalfWidth(name.ok ? name.value : text)
    .replace(/[\s\u00B7\u180E]|\p{Variation_Selector}/gu, '')
    .toLowerCase();
}

/** A name or a syllable as nearly all are written is its own key. */
const PLAIN_KEY = /^(?:[a-z]+|[\u4E00-\u9FFF]{1,10})$/;

/** 138****5678; a shorter number keeps its last two. */
export function maskPhone(phone: string): string {
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}

/** The last four digits, the others starred. */
export function maskCard(card: string): string {
  return `**** **** ${card.slice(-4)}`;
}

export type NumberRefusal = Refusal<'phone_format' | 'card_format'>;

/** A telephone number of 7 to 12 digits, spaces and hyphens put right. */
export function readPhone(text: string): Result<string, NumberRefusal> {
  const digits = toCodeText(text)
    .replaceAll('-', '')
    .replace(/^\+?86(?=1\d{10}$)/, '');
  return /^\d{7,12}$/.test(digits) ? ok(digits) : refuse({ code: 'phone_format', field: 'phone' });
}

/** A bank card or account of 8 to 30 digits. */
export function readCard(text: string): Result<string, NumberRefusal> {
  const digits = toCodeText(text).replaceAll('-', '');
  return /^\d{8,30}$/.test(digits) ? ok(digits) : refuse({ code: 'card_format', field: 'bankCard' });
}

export type PersonRefusal = ResidentIdRefusal | Refusal<'name_empty' | 'name_too_long' | 'name_forbidden_character'>;

export interface Person {
  readonly name: string;
  readonly idNumber: string;
  readonly sex: 'male' | 'female';
  readonly birthOn: LocalDate;
}

/** Name and number as they are stored; sex and birth date come from the number, so that they can never contradict it. */
export function readPerson(name: string, idNumber: string, today: LocalDate): Result<Person, PersonRefusal> {
  const normalName = normalizeName(name);
  if (!normalName.ok) return refuse({ ...normalName.refusal, field: 'name' });
  const id = checkResidentId(idNumber, today);
  if (!id.ok) return refuse({ ...id.refusal, field: 'idNumber' });
  return ok({ name: normalName.value, idNumber: id.value.normalized, sex: id.value.sex, birthOn: id.value.birthOn });
}

/** Whether a number was exported with stars. */
export function isMasked(text: string): boolean {
  return text.includes('*');
}

export interface Member {
  readonly id: string;
  readonly relation: string;
}

export type HeadRefusal = Refusal<'household_empty' | 'household_without_head' | 'household_two_heads'>;

/** A household has members, and exactly one of them is its head. */
export function checkMembers(members: readonly Member[]): Result<true, HeadRefusal> {
  if (members.length === 0) return refuse({ code: 'household_empty', field: 'residents' });
  const heads = members.filter((member) => member.relation === headRelation).length;
  if (heads === 0) return refuse({ code: 'household_without_head', field: 'residents' });
  return heads > 1 ? refuse({ code: 'household_two_heads', field: 'residents' }) : ok(true);
}

export type DateRefusal = Refusal<'date_in_future' | 'date_before_joined'>;

/** An event of a household or person happens after it joined and not in the future. */
export function checkEventDate(happenedOn: string, joinedOn: string, today: string): Result<true, DateRefusal> {
  if (happenedOn > today) return refuse({ code: 'date_in_future', field: 'happenedOn' });
  return happenedOn < joinedOn
    ? refuse({ code: 'date_before_joined', field: 'happenedOn', values: { date: joinedOn } })
    : ok(true);
}

/** Nothing personal is left of an erased person, least of all the number. */
export function isErased(stay: { readonly idNumberHash: Uint8Array }): boolean {
  return stay.idNumberHash.length === 0;
}

/** Field names as the columns of the tables are called. */
export function toColumns(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) columns[columnOf(key)] = fields[key];
  return columns;
}

/** The fields are few, and a list asks for their columns in every row. */
const columnNames = new Map<string, string>();

function columnOf(key: string): string {
  const known = columnNames.get(key);
  if (known !== undefined) return known;
  const column = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columnNames.set(key, column);
  return column;
}
