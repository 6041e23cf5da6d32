import type { Tx } from '../../platform/db/transact.ts';
import type { Block, KeyValue, ListDocument, Table } from '../../platform/documents/model.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { renderWord } from '../../platform/documents/word.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { formatsOf } from '../../platform/ui/format.ts';
import { type Language, speak } from '../../platform/words.ts';
import { printMinutes, printSheet } from './contract.ts';
import { readFacts } from './meeting-store.ts';
import { listMotions, type MotionRow } from './motion-store.ts';
import { listRoll, type RollRow } from './roll-store.ts';
import { numberText } from './rules.ts';
import { type AssemblyRow, findAssembly } from './store.ts';
import { type MeetingFacts, quorumOfMeeting, standingOf } from './view-rules.ts';
import { words } from './words.ts';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Lines for signatures where there is no roll by name. */
const emptyLines = 40;

export const routes: readonly Handler[] = [
  handle(printMinutes, async ({ tx, params, query, language }) => {
    const printed = await read(tx, params, language);
    if (!printed) return refuse({ code: 'not_found' });
    const document = minutesOf(printed, tx);
    const name = `${document.title}-${printed.assembly.heldOn}`;
    if (query.format === 'pdf') {
      return ok({ fileName: `${name}.pdf`, contentType: 'application/pdf', content: await renderPdf(document) });
    }
    return ok({ fileName: `${name}.docx`, contentType: docxType, content: await renderWord(document) });
  }),

  handle(printSheet, async ({ tx, params, language }) => {
    const printed = await read(tx, params, language);
    if (!printed) return refuse({ code: 'not_found' });
    const document = sheetOf(printed, tx);
    const fileName = `${document.title}-${printed.assembly.heldOn}.pdf`;
    return ok({ fileName, contentType: 'application/pdf', content: await renderPdf(document) });
  }),
];

interface Printed {
  readonly assembly: AssemblyRow;
  readonly motions: readonly MotionRow[];
  readonly facts: MeetingFacts;
  readonly roll: readonly RollRow[];
  readonly language: Language;
}

async function read(
  tx: Tx,
  key: { readonly county: number; readonly id: string },
  language: Language,
): Promise<Printed | undefined> {
  const assembly = await findAssembly(tx, key);
  if (!assembly) return undefined;
  const motions = await listMotions(tx, key);
  const roll = assembly.rollKind === 'named' ? await listRoll(tx, key) : [];
  return { assembly, motions, facts: await readFacts(tx, assembly, motions), roll, language };
}

type Say = (key: keyof typeof words, values?: Record<string, string | number>) => string;

function sayIn(language: Language): Say {
  return (key, values) => speak(words[key], language, values);
}

function frame({ assembly, language }: Printed, tx: Tx, title: string) {
  return {
    kind: 'list' as const,
    title: `${assembly.cooperativeName ?? assembly.placeName}${language === 'en' ? ' ' : ''}${title}`,
    subtitle: assembly.title,
    locale: language,
    footer: { printedBy: tx.actor.name, printedAt: tx.now },
  };
}

function minutesOf(printed: Printed, tx: Tx): ListDocument {
  const { assembly, motions, language } = printed;
  const say = sayIn(language);
  const text = assembly.minutes ? [{ kind: 'paragraph' as const, text: assembly.minutes }] : [];
  const draft = assembly.state === 'closed' ? [] : [{ kind: 'paragraph' as const, text: say('minutes.draft') }];
  return {
    ...frame(printed, tx, say('minutes.title', { organ: organName(assembly, language) })),
    blocks: [
      ...draft,
      { kind: 'keyValues', pairs: headOf(printed) },
      { kind: 'heading', level: 1, text: say('minutes.motions') },
      ...motions.flatMap((motion) => motionBlocks(motion, printed)),
      ...(text.length > 0
        ? [{ kind: 'heading' as const, level: 1 as const, text: say('minutes.record') }, ...text]
        : []),
      { kind: 'heading', level: 1, text: say('minutes.signatures') },
      signatureTable(printed),
    ],
  };
}

function organName({ form, organ }: AssemblyRow, language: Language): string {
  const known: Readonly<Record<string, readonly [string, string]>> = words;
  return speak(known[`organ.${form}.${organ}`] ?? words[`code.organ.${organ}`], language);
}

function headOf({ assembly, facts, language }: Printed): KeyValue[] {
  const say = sayIn(language);
  const { date } = formatsOf(language);
  const { counts } = facts;
  const quorum = quorumOfMeeting(facts);
  const [way] = quorum?.ways ?? [];
  const pairs: (readonly [string, string | number | null | undefined])[] = [
    [say('field.heldOn'), `${date(assembly.heldOn)} ${assembly.startsAt ?? ''}`.trim()],
    [say('field.venue'), assembly.venue],
    [say('field.noticedOn'), date(assembly.noticedOn)],
    [say('field.documentsOn'), assembly.documentsOn && date(assembly.documentsOn)],
    [say('field.chairName'), assembly.chairName],
    [say('field.recorderName'), assembly.recorderName],
    [say('field.counterNames'), assembly.counterNames],
    [say('field.entitled'), counts.entitled],
    [say('field.present'), counts.present],
    [say('field.proxies'), counts.proxies || null],
    [say('field.presentHouseholds'), counts.presentHouseholds || null],
    [say('field.additionalVotes'), counts.additionalVotes || null],
    [
      say('field.quorum'),
      quorum &&
        way &&
        say(quorum.met ? 'quorum.met' : 'quorum.unmet', { required: way.required, present: way.present }),
    ],
  ];
  return pairs.flatMap(([label, value]) => (value == null || value === '' ? [] : [[label, String(value)] as const]));
}

function motionBlocks(motion: MotionRow, { facts, language }: Printed): Block[] {
  const say = sayIn(language);
  const standing = standingOf(motion, facts);
  const result = motion.result ?? standing.result;
  const number = numberText(motion);
  const said = result === null ? say('result.open') : say(`result.${result}`);
  const cells = [
    motion.votesFor,
    motion.votesAgainst,
    motion.votesAbstained,
    motion.votesWhole ?? standing.whole,
    motion.votesRequired ?? standing.required,
  ].map((value) => (value === null ? '' : String(value)));
  return [
    { kind: 'heading', level: 2, text: `${motion.ordinal ?? ''}. ${motion.title}` },
    ...(motion.body ? [{ kind: 'paragraph' as const, text: motion.body }] : []),
    {
      kind: 'table',
      columns: [
        { title: say('field.votesFor'), align: 'right' },
        { title: say('field.votesAgainst'), align: 'right' },
        { title: say('field.votesAbstained'), align: 'right' },
        { title: say('field.whole'), align: 'right' },
        { title: say('field.required'), align: 'right' },
        { title: say('field.result'), align: 'left' },
      ],
      rows: [[...cells, said]],
    },
    {
      kind: 'paragraph',
      text: [
        ...(number === undefined ? [] : [say('minutes.number', { number })]),
        say('minutes.clause', { clause: speak(words[`clause.${standing.clause}`], language) }),
        ...(motion.digest === null ? [] : [say('minutes.digest', { digest: motion.digest })]),
      ].join('\n'),
    },
  ];
}

/** Who came, with room to sign; the chair and the recorder sign in any case (Cooperatives Law art. 34). */
function signatureTable({ assembly, roll, language }: Printed): Table {
  const say = sayIn(language);
  const there = roll.filter(({ mode }) => mode !== 'absent');
  const people = there.map((row) => [
    row.number,
    row.name,
    row.mode === 'proxy' ? say('minutes.byProxy', { name: row.proxyName ?? '' }) : say(`code.mode.${row.mode}`),
    '',
  ]);
  const officers = [
    ['', assembly.chairName ?? '', say('field.chairName'), ''],
    ['', assembly.recorderName ?? '', say('field.recorderName'), ''],
  ];
  return { kind: 'table', columns: signatureColumns(say), rows: [...officers, ...people] };
}

function signatureColumns(say: Say): Table['columns'] {
  return [
    { title: say('field.number'), align: 'left', width: 5 },
    { title: say('field.name'), align: 'left', width: 10 },
    { title: say('field.mode'), align: 'left', width: 9 },
    { title: say('field.signature'), align: 'left', width: 14 },
  ];
}

/** The sheet for the table at the door: the roll with additional votes announced (Cooperatives Law art. 22). */
function sheetOf(printed: Printed, tx: Tx): ListDocument {
  const { assembly, roll, language } = printed;
  const say = sayIn(language);
  const { date } = formatsOf(language);
  const extra = roll.filter(({ additionalVotes }) => additionalVotes > 0);
  const announced = extra.map(({ name, additionalVotes }) => say('sheet.extra', { name, votes: additionalVotes }));
  const rows =
    roll.length > 0
      ? roll.map((row) => [row.number, row.name, '', ''])
      : Array.from({ length: emptyLines }, (_, at) => [String(at + 1), '', '', '']);
  return {
    ...frame(printed, tx, say('sheet.title')),
    blocks: [
      {
        kind: 'paragraph',
        text: say('sheet.head', { day: date(assembly.heldOn), venue: assembly.venue ?? '', count: roll.length }),
      },
      ...(announced.length > 0
        ? [{ kind: 'paragraph' as const, text: say('sheet.announced', { list: announced.join(say('sheet.comma')) }) }]
        : []),
      { kind: 'table', columns: signatureColumns(say), rows },
    ],
  };
}
