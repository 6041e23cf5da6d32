import type { Tx } from '../../platform/db/transact.ts';
import { normalizeName } from '../../platform/pure/names.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import { parsePlace } from '../../platform/pure/place.ts';
import { checkResidentId } from '../../platform/pure/resident-id.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { toCodeText } from '../../platform/pure/text.ts';
import { type Converters, rowChecker } from '../../platform/sheets/check.ts';
import type { SheetColumn, SheetRow, ValuesOf } from '../../platform/sheets/model.ts';
import type { Cells, ImportRow, RowFault, SecretCell } from './import-rules.ts';
import { idNumberHash } from './key-store.ts';
import type { Villages } from './known-store.ts';
import { isMasked, type Person, readCard, readPerson, readPhone } from './rules.ts';
import { homeColumns, householdSheet, personColumns } from './sheet-contract.ts';

export type ReadRow = { readonly row: ImportRow } | { readonly faults: readonly RowFault[] };

/** Turns a row of the sheet into what the rules decide on: places, numbers and names checked, doubles named. */
export function rowReader(tx: Tx, { villages, today }: { villages: Villages; today: LocalDate }) {
  const check = rowChecker(householdSheet, converters(villages, today));
  const readHome = homeReader(tx);
  const seen = new Map<string, number>();
  const [sole] = villages.codes.size === 1 ? villages.codes : [];
  return (sheetRow: SheetRow): ReadRow => {
    const { rowNumber, values, errors } = check(sheetRow);
    if (values === undefined) return { faults: errors };
    const fault = (key: string, { code, values: said }: Refusal): ReadRow => ({
      faults: [{ rowNumber, key, code, ...(said ? { values: said } : {}) }],
    });
    const place = values.place === undefined ? sole : Number(values.place);
    if (place === undefined) return fault('place', { code: 'place_required' });
    const named = readName(values, today);
    if (!named.ok) return fault(named.refusal.field ?? 'name', named.refusal);
    const home = readHome(values);
    if (!home.ok) return fault(home.refusal.field ?? '', home.refusal);
    const idNumber = secret(tx, 'resident_id', values.idNumber);
    const other = idNumber.hash === undefined ? undefined : seen.get(idNumber.hash);
    if (other !== undefined) return fault('idNumber', { code: 'duplicate_row', values: { other } });
    if (idNumber.hash !== undefined) seen.set(idNumber.hash, rowNumber);
    const { joinedOn, relation } = values;
    if (joinedOn !== undefined && joinedOn > today) return fault('joinedOn', { code: 'date_in_future' });
    return {
      row: {
        rowNumber,
        place,
        number: toCodeText(values.number),
        home: home.value.cells,
        phone: home.value.phone,
        bankCard: home.value.bankCard,
        name: named.value.name,
        nameOriginal: values.name,
        idNumber,
        identity: named.value.identity,
        relation,
        person: personCells(values),
        joinedOn,
      },
    };
  };
}

/** The name as it is stored, and what the number tells where it has no stars. */
function readName(
  { name, idNumber }: Pick<Values, 'name' | 'idNumber'>,
  today: LocalDate,
): Result<{ readonly name: string; readonly identity: Person | undefined }, Refusal> {
  if (isMasked(idNumber)) {
    const normal = normalizeName(name);
    return normal.ok ? ok({ name: normal.value, identity: undefined }) : normal;
  }
  const person = readPerson(name, idNumber, today);
  return person.ok ? ok({ name: person.value.name, identity: person.value }) : person;
}

function converters(villages: Villages, today: LocalDate): Converters {
  return {
    id(text, column) {
      if (isMasked(text)) return ok(text);
      return plainNumber(text, column, today);
    },
    place(text) {
      const named = villages.byName.get(text.trim());
      if (named !== undefined) return ok(String(named));
      if (villages.byName.has(text.trim())) return refuse({ code: 'place_ambiguous' });
      const code = parsePlace(text);
      return code.ok && villages.codes.has(code.value) ? ok(String(code.value)) : refuse({ code: 'place_unknown' });
    },
  };
}

function plainNumber(text: string, column: SheetColumn, today: LocalDate): Result<string, Refusal> {
  switch (column.key) {
    case 'idNumber': {
      const id = checkResidentId(text, today);
      return id.ok ? ok(id.value.normalized) : id;
    }
    case 'phone':
      return readPhone(text);
    case 'bankCard':
      return readCard(text);
    default:
      return ok(toCodeText(text));
  }
}

type Values = ValuesOf<typeof householdSheet>;

interface Home {
  readonly cells: Cells;
  readonly phone: SecretCell | undefined;
  readonly bankCard: SecretCell | undefined;
}

/** Reads what a row says of its household; those who live together say the same, and it is read once for all of them. */
function homeReader(tx: Tx): (values: Values) => Result<Home, Refusal> {
  let last: { readonly values: Values; readonly home: Result<Home, Refusal> } | undefined;
  return (values) => {
    const known = last?.values;
    if (last && homeKeys.every((key) => known?.[key] === values[key])) return last.home;
    const cells = homeCells(values);
    const { phone, bankCard } = values;
    const home = cells.ok
      ? ok({
          cells: cells.value,
          phone: phone === undefined ? undefined : secret(tx, 'phone', phone),
          bankCard: bankCard === undefined ? undefined : secret(tx, 'bank_card', bankCard),
        })
      : cells;
    last = { values, home };
    return home;
  };
}

const homeKeys = [...homeColumns, 'phone', 'bankCard'] as const;
const kinds = new Map(householdSheet.columns.map(({ key, kind }) => [key, kind]));

function homeCells(values: Values): Result<Cells, Refusal> {
  const cells: Record<string, string | number | boolean> = {};
  for (const key of homeColumns) {
    const value = values[key];
    if (value === undefined) continue;
    const kind = kinds.get(key);
    if (kind === 'decimal') {
      const number = Number(value);
      const most = key === 'housingM2' ? 99_999 : 9_999_999;
      const inRange = number >= 0 && number <= most && /^\d+(\.\d{1,2})?$/.test(value);
      if (!inRange) return refuse({ code: 'number_out_of_range', field: key, values: { most } });
      cells[key] = number;
    } else cells[key] = kind === 'code' ? value === 'true' : value.trim();
  }
  return ok(cells);
}

function personCells(values: Values): Cells {
  const cells: Record<string, string | boolean> = {};
  for (const key of personColumns) {
    const value = values[key];
    if (value !== undefined) cells[key] = key.endsWith('Insured') ? value === 'true' : value;
  }
  return cells;
}

function secret(tx: Tx, kind: 'resident_id' | 'phone' | 'bank_card', text: string): SecretCell {
  if (isMasked(text)) return { text, hash: undefined };
  const hash = kind === 'resident_id' ? idNumberHash(tx, text) : tx.vault.fingerprint(kind, text);
  return { text, hash: hash.toString('hex') };
}
