import { noteAct, noteTakenOut } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Card, CardsDocument, KeyValue } from '../../platform/documents/model.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { type Language, speak, type WordPair } from '../../platform/words.ts';
import { type CardHousehold, listCards } from './card-store.ts';
import { findHousehold, type HouseholdKey } from './household-store.ts';
import { printCard, printCards } from './import-contract.ts';
import { listHouseholdKeys } from './list-store.ts';
import { words } from './words.ts';

/** A village with room to spare; more is printed village by village. */
const mostCards = 400;

export const routes: readonly Handler[] = [
  handle(printCards, async ({ tx, query, language }) => {
    const { origin, ...filters } = query;
    const keys = await listHouseholdKeys(tx, filters, mostCards + 1);
    if (keys.length === 0) return refuse({ code: 'not_found' });
    if (keys.length > mostCards) return refuse({ code: 'cards_too_many', values: { most: mostCards } });
    noteTakenOut(tx, 'household', { ...filters, printed: keys.length });
    return ok(await print(tx, keys, { language, origin }));
  }),

  handle(printCard, async ({ tx, params, query, language, decide }) => {
    const household = await findHousehold(tx, params);
    if (!household) return refuse({ code: 'not_found' });
    const barred = decide('household.export', { place: household.place });
    if (barred) return refuse(barred);
    noteAct(tx, 'household', { key: params, place: household.place, note: { printed: 1 } });
    return ok(await print(tx, [params], { language, origin: query.origin }));
  }),
];

interface Printing {
  readonly language: Language;
  /** where the desk was opened, so that the code on paper leads back to it */
  readonly origin: string | undefined;
}

async function print(tx: Tx, keys: readonly HouseholdKey[], printing: Printing) {
  const households = await listCards(tx, keys);
  const { language } = printing;
  const [first] = households;
  const title =
    households.length > 1 && first?.placeName
      ? speak(words['card.village'], language, { village: first.placeName })
      : speak(words['card.title'], language);
  const document: CardsDocument = {
    kind: 'cards',
    title,
    locale: language,
    footer: { printedBy: tx.actor.name, printedAt: tx.now },
    cards: households.map((household) => cardOf(household, printing)),
  };
  return { fileName: `${title}.pdf`, contentType: 'application/pdf', content: await renderPdf(document) };
}

function cardOf(household: CardHousehold, { language, origin = '' }: Printing): Card {
  const say = (key: keyof typeof words) => speak(words[key], language);
  const head = household.residents.find((person) => person.relation === '01');
  const name = (key: keyof typeof words) => ({ title: say(key), align: 'left' as const });
  return {
    title: head?.name ?? household.number,
    mark: `${say('field.number')} ${household.number}`,
    pairs: pairsOf(household, language),
    table: {
      columns: [
        name('field.name'),
        name('field.relation'),
        name('field.sex'),
        name('field.birthOn'),
        name('field.education'),
        name('field.health'),
        name('field.labour'),
        name('field.medicalInsured'),
        name('field.pensionInsured'),
      ],
      rows: household.residents.map((person) => [
        person.name,
        coded('relation', person.relation, language),
        coded('sex', person.sex, language),
        person.birthOn,
        coded('education', person.education, language),
        coded('health', person.health, language),
        coded('labour', person.labour, language),
        yesNo(person.medicalInsured, language),
        yesNo(person.pensionInsured, language),
      ]),
    },
    note: say('card.note'),
    qr: `${origin}/households/${household.county}/${household.id}`,
  };
}

function pairsOf(household: CardHousehold, language: Language): KeyValue[] {
  const say = (key: keyof typeof words) => speak(words[key], language);
  const area = (value: number | null) => (value === null ? '' : `${value} ${say('unit.mu')}`);
  const pairs: KeyValue[] = [
    [say('field.place'), household.placeName ?? ''],
    [say('field.address'), household.address ?? ''],
    [say('field.phone'), household.phoneMasked ?? ''],
    [say('field.state'), coded('state', household.state ?? 'none', language)],
    [say('field.kind'), coded('kind', household.kind, language)],
    [say('field.mainCause'), coded('cause', household.mainCause, language)],
    [say('field.startsOn'), household.startsOn ?? ''],
    [say('field.documentNumber'), household.documentNumber ?? ''],
    [say('field.croplandMu'), area(household.croplandMu)],
    [say('field.irrigatedMu'), area(household.irrigatedMu)],
    [say('field.forestMu'), area(household.forestMu)],
    [say('field.grasslandMu'), area(household.grasslandMu)],
    [say('field.housingM2'), household.housingM2 === null ? '' : `${household.housingM2} ${say('unit.m2')}`],
    [say('field.housingStructure'), coded('structure', household.housingStructure, language)],
    [say('field.housingDangerous'), yesNo(household.housingDangerous, language)],
    [say('field.water'), coded('water', household.water, language)],
  ];
  return pairs.filter(([, value]) => value !== '');
}

function yesNo(value: boolean | null, language: Language): string {
  return value === null ? '' : coded('yes', String(value), language);
}

function coded(list: string, code: string | null, language: Language): string {
  const known: Readonly<Record<string, WordPair>> = words;
  const pair = code === null ? undefined : known[`code.${list}.${code}`];
  return pair ? speak(pair, language) : '';
}
