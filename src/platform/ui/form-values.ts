import type { z } from 'zod';
import { formatYuan, parseYuan, toJsonFen } from '../pure/money.ts';
import { parseDate, parseMonth } from '../pure/period.ts';
import { checkResidentId } from '../pure/resident-id.ts';
import type { Refusal, Result } from '../pure/result.ts';
import { toHalfWidth } from '../pure/text.ts';
import type { WordValues } from '../words.ts';
import type { Field, FormValues } from './form-fields.ts';
import type { words } from './words.ts';

/** Between what people type and what a route takes. Pure. */
export interface FieldError {
  readonly field: string;
  readonly key: keyof typeof words;
  readonly values?: WordValues;
  /** a refusal code that the contract names, whose words go before those of `key` */
  readonly code?: string;
  /** said by the server, goes before all words */
  readonly message?: string;
}

export interface Body {
  readonly value: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
}

export interface Entry {
  readonly schema: z.ZodObject;
  readonly fields: readonly Field[];
  readonly values: FormValues;
  /** sent along without an input */
  readonly fixed?: object;
}

/** The body to send, or what is wrong with it: field by field as typed, then as the contract demands. */
export function bodyOf({ schema, fields, values, fixed }: Entry): Body {
  const value: Record<string, unknown> = { ...fixed };
  const errors: FieldError[] = [];
  for (const field of fields) {
    if (field.shown?.(values) === false) continue;
    const read = readField(field, values[field.key], schema.shape[field.key]);
    if (read.ok) value[field.key] = read.value;
    else errors.push({ field: field.key, ...read.refusal });
  }
  const parsed = schema.safeParse(value);
  const unreadable = new Set(errors.map((error) => error.field));
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0] ?? '');
    if (!unreadable.has(field)) errors.push(errorOf(issue, field, value[field]));
    unreadable.add(field);
  }
  return { value, errors: inOrder(errors, fields) };
}

/** What the inputs show for a record as the server sent it. */
export function valuesOf(fields: readonly Field[], record: Readonly<Record<string, unknown>>): FormValues {
  return Object.fromEntries(fields.map((field) => [field.key, shownValue(field, record[field.key])]));
}

type Codes<K> = K extends `refusal.${infer Code}` ? Code : never;
type PureCode = Codes<keyof typeof words>;
type Read = Result<unknown, { readonly key: keyof typeof words; readonly values?: WordValues }>;

/** Nothing typed is sent as null where the contract wants null, else left out. */
function readField(field: Field, typed: FormValues[string], schema: unknown): Read {
  if (field.kind === 'switch') return { ok: true, value: typed === true };
  const text = typeof typed === 'string' ? typed.trim() : typed;
  if (text === undefined || text === '') return { ok: true, value: takesNull(schema) ? null : undefined };
  if (typeof text !== 'string') return { ok: true, value: text };
  const asText = baseType(schema) === 'string';
  switch (field.kind) {
    case 'date':
      return spoken(parseDate(text));
    case 'month':
      return spoken(parseMonth(text));
    case 'yuan':
      return spoken(parseYuan(text), (fen) => (asText ? fen.toString() : toJsonFen(fen)));
    case 'id-number':
      return spoken(checkResidentId(text), (id) => id.normalized);
    case 'code':
      return { ok: true, value: codeValue(text, baseType(schema)) };
    case 'integer':
    case 'decimal':
      return readNumber(text, field.kind, asText);
    default:
      return { ok: true, value: text };
  }
}

/** Codes are texts in a list; the contract may keep yes and no, or numbers. */
function codeValue(text: string, type: string | undefined): string | number | boolean {
  if (type === 'boolean') return text === 'true';
  return type === 'number' || type === 'int' ? Number(text) : text;
}

function spoken<T>(result: Result<T, Refusal<PureCode>>, wire: (value: T) => unknown = (value) => value): Read {
  if (result.ok) return { ok: true, value: wire(result.value) };
  return {
    ok: false,
    refusal: {
      key: `refusal.${result.refusal.code}`,
      ...(result.refusal.values ? { values: result.refusal.values } : {}),
    },
  };
}

function readNumber(text: string, kind: 'integer' | 'decimal', asText: boolean): Read {
  const plain = toHalfWidth(text).replaceAll(/[,\s]/g, '');
  const isNumber = kind === 'integer' ? /^-?\d{1,15}$/.test(plain) : /^-?\d{1,12}(?:\.\d{1,6})?$/.test(plain);
  if (!isNumber) return { ok: false, refusal: { key: `error.${kind}` } };
  return { ok: true, value: asText ? plain : Number(plain) };
}

function shownValue(field: Field, value: unknown): FormValues[string] {
  if (value === undefined || value === null) return field.kind === 'switch' ? false : undefined;
  if (field.kind === 'yuan') return formatYuan(BigInt(value as number | string | bigint));
  if (field.kind === 'switch') return value === true;
  if (field.kind === 'place') return Number(value);
  return String(value);
}

function errorOf(issue: z.core.$ZodIssue, field: string, value: unknown): FieldError {
  if (value === undefined || value === null || value === '') return { field, key: 'error.required' };
  switch (issue.code) {
    case 'too_small':
      return {
        field,
        key: issue.origin === 'string' ? 'error.tooShort' : 'error.tooSmall',
        values: { limit: String(issue.minimum) },
      };
    case 'too_big':
      return {
        field,
        key: issue.origin === 'string' ? 'error.tooLong' : 'error.tooBig',
        values: { limit: String(issue.maximum) },
      };
    case 'custom':
      return { field, key: 'error.format', code: issue.message };
    default:
      return { field, key: 'error.format' };
  }
}

function inOrder(errors: readonly FieldError[], fields: readonly Field[]): readonly FieldError[] {
  const order = new Map(fields.map((field, at) => [field.key, at]));
  return errors.toSorted((a, b) => (order.get(a.field) ?? fields.length) - (order.get(b.field) ?? fields.length));
}

interface Definition {
  readonly def?: { readonly type?: string; readonly innerType?: unknown; readonly in?: unknown };
}

/** The type under optional, nullable, default and pipe wrappings. */
function baseType(schema: unknown): string | undefined {
  const def = (schema as Definition | undefined)?.def;
  const inner = def?.innerType ?? def?.in;
  return inner === undefined ? def?.type : baseType(inner);
}

function takesNull(schema: unknown): boolean {
  const def = (schema as Definition | undefined)?.def;
  if (def?.type === 'nullable') return true;
  return def?.innerType !== undefined && takesNull(def.innerType);
}
