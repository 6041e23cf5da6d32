import type { Tx } from '../../platform/db/transact.ts';
import type { Block, KeyValue, ListDocument } from '../../platform/documents/model.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { renderWord } from '../../platform/documents/word.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { formatBp } from '../../platform/pure/ratio.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { formatsOf } from '../../platform/ui/format.ts';
import { type Language, speak } from '../../platform/words.ts';
import { type FormationState, readState } from './chain-store.ts';
import { printPlan } from './contract.ts';
import { capitalKinds, capitalOf, sumCapital } from './rules.ts';
import { findFormation } from './store.ts';
import { words } from './words.ts';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const routes: readonly Handler[] = [
  handle(printPlan, async ({ tx, params, query, language }) => {
    const formation = await findFormation(tx, params);
    if (!formation) return refuse({ code: 'not_found' });
    const document = planDocument(await readState(tx, formation), { tx, language });
    if (query.format === 'pdf') {
      const content = await renderPdf(document);
      return ok({ fileName: `${document.title}.pdf`, contentType: 'application/pdf', content });
    }
    return ok({ fileName: `${document.title}.docx`, contentType: docxType, content: await renderWord(document) });
  }),
];

type Say = (key: keyof typeof words, values?: Record<string, string | number>) => string;

function planDocument(
  state: FormationState,
  { tx, language }: { readonly tx: Tx; readonly language: Language },
): ListDocument {
  const say: Say = (key, values) => speak(words[key], language, values);
  const { formation, digest } = state;
  const heading = (key: keyof typeof words): Block => ({ kind: 'heading', level: 1, text: say(key) });
  return {
    kind: 'list',
    title: say('document.title', { name: formation.name }),
    subtitle: formation.placeName,
    locale: language,
    footer: { printedBy: tx.actor.name, printedAt: tx.now, verification: { code: digest.slice(0, 16) } },
    blocks: [
      { kind: 'keyValues', pairs: planPairs(state, say, language) },
      heading('part.founders'),
      foundersTable(state, say),
      heading('part.checks'),
      checksTable(state, say),
      heading('part.chain'),
      chainTable(state, say, language),
      { kind: 'paragraph', text: say('document.digest', { digest }) },
    ],
  };
}

function planPairs({ formation, founders }: FormationState, say: Say, language: Language): KeyValue[] {
  const { date } = formatsOf(language);
  const { totalFen } = sumCapital(founders);
  const bp = (value: number | null) => (value === null ? '' : formatBp(value));
  const pairs: KeyValue[] = [
    [say('field.kind'), say(`code.kind.${formation.kind}`)],
    [say('field.draftedOn'), date(formation.draftedOn)],
    [say('field.branch'), formation.branchName ?? ''],
    [say('field.address'), formation.address ?? ''],
    [say('field.business'), formation.business ?? ''],
    [say('field.capital'), say('document.yuan', { amount: formatYuan(totalFen) })],
    [say('field.parValueFen'), say('document.yuan', { amount: formatYuan(formation.parValueFen) })],
    [say('field.sharesMethod'), formation.sharesMethod ?? ''],
    [say('field.surplusMethod'), formation.surplusMethod ?? ''],
    [say('field.surplusReserveBp'), bp(formation.surplusReserveBp)],
    [say('field.expansionBp'), bp(formation.expansionBp)],
    [say('field.reliefBp'), bp(formation.reliefBp)],
    [say('field.welfareReserveBp'), bp(formation.welfareReserveBp)],
    [say('field.patronageBp'), bp(formation.patronageBp)],
    [say('field.additionalVotesBp'), bp(formation.additionalVotesBp)],
    [say('field.uplift'), say(`code.uplift.${formation.upliftMechanism}`)],
    [say('field.upliftBp'), bp(formation.upliftBp)],
    [say('field.upliftNote'), formation.upliftNote ?? ''],
    [say('field.contact'), formation.contact ?? ''],
  ];
  return pairs.filter(([, value]) => value !== '');
}

function foundersTable({ founders }: FormationState, say: Say): Block {
  const sum = sumCapital(founders);
  const shown = capitalKinds.filter((kind) => sum[`${kind}Fen`] > 0n);
  return {
    kind: 'table',
    columns: [
      { title: say('field.number'), align: 'left' },
      { title: say('field.founderName'), align: 'left' },
      { title: say('field.founderKind'), align: 'left' },
      { title: say('field.memberPlace'), align: 'left' },
      ...shown.map((kind) => ({ title: say(`field.${kind}Fen`), align: 'right' as const })),
      { title: say('field.total'), align: 'right' },
    ],
    rows: founders.map((founder) => [
      founder.number,
      founder.name,
      say(`code.memberKind.${founder.kind}`) + (founder.poor ? say('document.poor') : ''),
      founder.memberPlaceName ?? '',
      ...shown.map((kind) => formatYuan(founder[`${kind}Fen`])),
      formatYuan(capitalOf(founder)),
    ]),
    totals: [
      '',
      say('document.sum'),
      '',
      '',
      ...shown.map((kind) => formatYuan(sum[`${kind}Fen`])),
      formatYuan(sum.totalFen),
    ],
  };
}

function checksTable({ checks }: FormationState, say: Say): Block {
  return {
    kind: 'table',
    columns: [
      { title: say('field.clause'), align: 'left' },
      { title: say('field.check'), align: 'left' },
      { title: say('field.kept'), align: 'left' },
    ],
    rows: checks.map(({ clause, code, ok: kept, must }) => [
      clause,
      say(`check.${code}`),
      say(kept ? 'check.kept' : must ? 'check.broken' : 'check.advised'),
    ]),
  };
}

function chainTable({ chain }: FormationState, say: Say, language: Language): Block {
  const { date } = formatsOf(language);
  return {
    kind: 'table',
    columns: [
      { title: say('field.step'), align: 'left' },
      { title: say('field.stepState'), align: 'left' },
      { title: say('field.provenOn'), align: 'left' },
      { title: say('field.holder'), align: 'left' },
    ],
    rows: chain.map(({ step, state, holder, proof }) => [
      say(`step.${step}`),
      say(`stepState.${state}`),
      proof?.on ? date(proof.on) : '',
      say(`holder.${holder}`),
    ]),
  };
}
