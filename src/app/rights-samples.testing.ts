import { z } from 'zod';
import { residentIdCheckDigit } from '../platform/pure/resident-id.ts';
import { plainText } from './rights.data.ts';
import { plantedIndicator, plantedMonth, textLike } from './rights-plant-store.testing.ts';

/** A record that a request may name. */
export interface Ref {
  readonly table: string;
  readonly county: number;
  readonly place: number;
  readonly id: string;
  readonly revision: number;
  readonly organisationId: string | undefined;
}

/** What the values of a sample are taken from. */
export interface Source {
  readonly place: number;
  /** the record of this table here; absent where there is none */
  ref(table: string): Ref | undefined;
  nextId(): string;
}

export interface SampleOptions {
  /** method and path of the route */
  readonly address?: string | undefined;
  readonly home: Source;
  /** the record the route is about */
  readonly subject?: Ref | undefined;
  /** fields that name a new record */
  readonly fresh?: readonly string[] | undefined;
  /** name one field to be filled from somewhere else */
  readonly swap?: { readonly key: string; readonly from: Source } | undefined;
  /** called for each field that names a place or a record */
  readonly onReference?: (key: string) => void;
  /** also fill the optional fields that name a place or a record */
  readonly references?: boolean;
}

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
}

/** The smallest valid value of a contract's shape, with places and ids of real records in it. */
export function sampleOf(shape: z.ZodType, options: SampleOptions): unknown {
  return build(schemaOf(shape), '', options);
}

/** Written out once for a shape: the walk asks for it tens of thousands of times. */
const schemas = new WeakMap<z.ZodType, JsonSchema>();

function schemaOf(shape: z.ZodType): JsonSchema {
  const known = schemas.get(shape);
  if (known) return known;
  const made = z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' }) as JsonSchema;
  schemas.set(shape, made);
  return made;
}

/** The fields of a shape that name a place or a record. */
export function referencesOf(shape: z.ZodType | undefined, home: Source): string[] {
  const keys = new Set<string>();
  if (shape) sampleOf(shape, { home, references: true, onReference: (key) => keys.add(key) });
  return [...keys];
}

export const placeKey = /^(place|places|toPlace|parent|from|code|drawnFor)$/;
const dayKey = /(On|Before|^on|^day|By|^to)$/;
const monthPattern = '(0[1-9]|1[0-2])';
/** Fields whose name is not the table they point at; of one route alone, after its address. */
const tableByKey: Readonly<Record<string, string>> = {
  intoId: 'household',
  newHeadId: 'resident',
  organisationId: 'agency',
  recordId: 'household',
  bankId: 'loan_lender',
  applicationId: 'loan_application',
  insurerId: 'insurance_insurer',
  policyId: 'insurance_policy',
  previousId: 'insurance_policy',
  insuredId: 'insurance_insured',
  schemeId: 'reward_scheme',
  documentId: 'fund_document',
  movementId: 'fund_movement',
  payeeId: 'household',
  'POST /fund-overrides accountId': 'fund_account',
  'POST /risk-requests lineId': 'insurance_claim_line',
};

function build(schema: JsonSchema, key: string, options: SampleOptions): unknown {
  const [first] = (schema.anyOf ?? schema.oneOf ?? []).filter((one) => one.type !== 'null');
  if (first) return build(first, key, options);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return enumValue(schema.enum, key);
  switch (firstOf(schema.type)) {
    case 'object':
      return objectOf(schema, key, options);
    case 'array':
      return schema.prefixItems
        ? schema.prefixItems.map((item) => build(item, key, options))
        : Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => build(schema.items ?? {}, key, options));
    case 'integer':
    case 'number':
      return numberOf(schema, key, options);
    case 'boolean':
      return false;
    default:
      return textOf(schema, key, options);
  }
}

/** One of several types will do: an amount is a number or, beyond 2^53, its digits. */
function firstOf(type: JsonSchema['type']): string | undefined {
  return typeof type === 'string' ? type : type?.find((one) => one !== 'null');
}

/** A position is given at a village, because places stand for villages here. */
function enumValue(values: readonly unknown[], key: string): unknown {
  if (key === 'role' && values.includes('village_clerk')) return 'village_clerk';
  if (key === 'relation') return '01';
  return values.find((value) => value !== null);
}

function objectOf(schema: JsonSchema, field: string, options: SampleOptions): Record<string, unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const required = new Set(schema.required);
  const knownMember = properties.length === 2 && required.has('id') && required.has('relation');
  // one of several records, in the revision that was seen
  const knownRecord = field !== '' && properties.length === 2 && required.has('id') && required.has('revision');
  const chosen = properties.filter(
    ([key, property]) => required.has(key) || (options.references && isReference(key, property) && key !== 'id'),
  );
  return Object.fromEntries(
    chosen.map(([key, property]) => {
      if (knownMember && key === 'id') return [key, reference('residentId', options)];
      if (knownRecord && key === 'id') return [key, reference(`${field.replace(/s$/, '')}Id`, options)];
      return [key, build(property, key, options)];
    }),
  );
}

function isReference(key: string, schema: JsonSchema): boolean {
  const plain =
    [schema, ...(schema.anyOf ?? [])].find((one) => one.type !== 'null' && (one.type || one.format)) ?? schema;
  const numeric = plain.type === 'integer' || plain.type === 'number' || (plain.type === 'array' && key === 'places');
  return (numeric && placeKey.test(key)) || (plain.format === 'uuid' && key.endsWith('Id') && key !== 'newId');
}

function numberOf(schema: JsonSchema, key: string, options: SampleOptions): number {
  if (placeKey.test(key)) {
    options.onReference?.(key);
    return (options.swap?.key === key ? options.swap.from : options.home).place;
  }
  if (key.endsWith('Place')) return options.home.place;
  if (key === 'revision') return options.subject?.revision ?? 1;
  if (key === 'county' || key.endsWith('County')) return Math.floor(options.home.place / 1_000_000);
  if (key === 'year') return 2019;
  return Math.max(1, schema.minimum ?? 1);
}

function textOf(schema: JsonSchema, key: string, options: SampleOptions): unknown {
  if (placeKey.test(key) && schema.type === undefined) return numberOf(schema, key, options);
  if (schema.format === 'uuid') {
    return key === 'id' || key === 'newId' ? options.home.nextId() : reference(key, options);
  }
  if (schema.pattern?.includes(monthPattern)) return plantedMonth;
  if (schema.format === 'date' || (dayKey.test(key) && !schema.pattern)) return dayOf(key);
  if (schema.format === 'date-time') return '2019-12-01T00:00:00Z';
  if (key === 'idNumber') return freshIdNumber(options.home.nextId());
  if (key === 'indicator') return plantedIndicator;
  if (key === 'formula') return `${plantedIndicator}:1:up`;
  if (key === 'clause') return '7.1';
  if (key === 'login') return `made-${options.home.nextId().slice(-12)}`;
  if (key === 'number') return options.home.nextId().slice(-6);
  if (key === 'month') return plantedMonth;
  const text = plainText.repeat(5).slice(0, Math.max(2, schema.minLength ?? 2));
  return schema.pattern && !new RegExp(schema.pattern).test(text) ? textLike(schema.pattern) : text;
}

function reference(key: string, options: SampleOptions): string {
  if (options.fresh?.includes(key)) return options.home.nextId();
  options.onReference?.(key);
  const source = options.swap?.key === key ? options.swap.from : options.home;
  return source.ref(tableOf(key, options.address))?.id ?? options.home.nextId();
}

/** The table that a field of a route points at. */
export function tableOf(key: string, address: string | undefined): string {
  return (
    tableByKey[`${address} ${key}`] ??
    tableByKey[key] ??
    key.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  );
}

/** Beginnings before ends; answers and decisions after what they are about. */
function dayOf(key: string): string {
  if (/^(ends|due|until|answerBy|closed|answered)/.test(key)) return '2020-02-03';
  return key === 'happenedOn' || key === 'startsOn' ? '2020-01-02' : '2019-12-02';
}

/** A number nobody holds, with a right check digit. */
function freshIdNumber(id: string): string {
  const serial = String(Number.parseInt(id.slice(-6), 16) % 1000).padStart(3, '0');
  const day = String(1 + (Number.parseInt(id.slice(-9, -6), 16) % 28)).padStart(2, '0');
  const first17 = `150624199102${day}${serial}`;
  return first17 + residentIdCheckDigit(first17);
}
