import { noteAct, noteTakenOut } from '../../platform/db/history.ts';
import type { ListDocument } from '../../platform/documents/model.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { type Language, speak, type WordPair } from '../../platform/words.ts';
import { exportAlerts } from './alert-contract.ts';
import { type AlertRow, listAlerts } from './alert-store.ts';
import { exportClaims } from './claim-contract.ts';
import { showClaims } from './claim-routes.ts';
import { exportPolicies, printPolicy } from './contract.ts';
import { exportRenewals } from './coverage-contract.ts';
import { showRenewals } from './coverage-routes.ts';
import { listInsured } from './insured-store.ts';
import { exportRiskRequests } from './risk-contract.ts';
import { showRequests } from './risk-routes.ts';
import { alertSheet, claimSheet, policySheet, renewalSheet, riskSheet } from './sheet-contract.ts';
import { findPolicy, listPolicies, type PolicyRow } from './store.ts';
import { words } from './words.ts';

const all = { limit: 100_000, offset: 0 };
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const routes: readonly Handler[] = [
  handle(exportPolicies, async ({ tx, actor, query, language }) => {
    const { rows } = await listPolicies(tx, { ...query, ...all });
    noteTakenOut(tx, 'insurance_policy', { ...query, exported: rows.length });
    const lines = rows.map(({ number, insurerName, placeName, lines: count, units, sumFen, ...row }) => ({
      ...{ number, insurerName, placeName, lines: String(count), units: String(units), sumFen },
      ...{ premiumFen: row.premiumFen, holderFen: row.holderFen, startsOn: row.startsOn, endsOn: row.endsOn },
      ...{ line: coded(language, 'line', row.line), holderKind: coded(language, 'holder', row.holderKind) },
      state: coded(language, 'state', row.state),
    }));
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    return ok(workbook(say(language, 'title'), await collect({ spec: policySheet, rows: lines, ...options })));
  }),

  handle(exportClaims, async ({ tx, actor, query, language }) => {
    const { rows } = await showClaims(tx, { ...query, ...all });
    noteTakenOut(tx, 'insurance_claim', { ...query, exported: rows.length });
    const lines = rows.map(
      ({ policyNumber, insurerName, placeName, occurredOn, reportedOn, lines: count, ...row }) => ({
        ...{ policyNumber, insurerName, placeName, occurredOn, reportedOn, lines: String(count) },
        ...{ agreedFen: row.agreedFen, dueOn: row.dueOn, paidOn: row.paidOn, days: String(row.days) },
        ...{ line: coded(language, 'line', row.line), cause: coded(language, 'cause', row.cause) },
        state: coded(language, 'claimState', row.state),
      }),
    );
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    return ok(workbook(say(language, 'claims.title'), await collect({ spec: claimSheet, rows: lines, ...options })));
  }),

  handle(exportRenewals, async ({ tx, actor, query, language }) => {
    const { rows } = await showRenewals(tx, { ...query, ...all });
    noteTakenOut(tx, 'insurance_insured', { ...query, exported: rows.length });
    const lines = rows.map(({ placeName, name, phoneMasked, policyNumber, endsOn, renewBy, toldOn, ...row }) => ({
      ...{ placeName, name, phoneMasked, policyNumber, endsOn, renewBy, toldOn },
      ...{ line: coded(language, 'line', row.line), light: coded(language, 'renewal', row.light) },
    }));
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    return ok(
      workbook(say(language, 'renewals.title'), await collect({ spec: renewalSheet, rows: lines, ...options })),
    );
  }),

  handle(exportAlerts, async ({ tx, actor, query, language }) => {
    const { rows } = await listAlerts(tx, { ...query, ...all });
    noteTakenOut(tx, 'insurance_alert', { ...query, exported: rows.length });
    const lines = rows.map((row) => ({
      ...{ placeName: row.placeName, name: row.name, foundOn: row.foundOn, result: row.result },
      ...{ kind: coded(language, 'alert', row.kind), state: coded(language, 'alertState', row.state) },
      ...{ found: measured(row, row.found), expected: measured(row, row.expected) },
    }));
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    return ok(workbook(say(language, 'alerts.title'), await collect({ spec: alertSheet, rows: lines, ...options })));
  }),

  handle(exportRiskRequests, async ({ tx, actor, query, language }) => {
    const { rows } = await showRequests(tx, { ...query, ...all });
    noteTakenOut(tx, 'risk_request', { ...query, exported: rows.length });
    const lines = rows.map(({ placeName, name, lossFen, insuredFen, valueFen, amountFen, ...row }) => ({
      ...{ placeName, name, lossFen, insuredFen, valueFen, amountFen, askedOn: row.askedOn, paidOn: row.paidOn },
      state: coded(language, 'riskState', row.state),
    }));
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    return ok(workbook(say(language, 'risk.title'), await collect({ spec: riskSheet, rows: lines, ...options })));
  }),

  handle(printPolicy, async ({ tx, params, language }) => {
    const row = await findPolicy(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const document = await documentOf(tx, row, language);
    noteAct(tx, 'insurance_policy', { key: params, place: row.place, note: { printed: row.lines } });
    return ok({ fileName: `${row.number}.pdf`, contentType: 'application/pdf', content: await renderPdf(document) });
  }),
];

/** The list that everybody on it signs. */
async function documentOf(
  tx: Parameters<typeof findPolicy>[0],
  row: PolicyRow,
  language: Language,
): Promise<ListDocument> {
  const insured = await listInsured(tx, row);
  const left = (key: keyof typeof words) => ({ title: say(language, key), align: 'left' as const });
  const right = (key: keyof typeof words) => ({ title: say(language, key), align: 'right' as const });
  return {
    ...{ kind: 'list', title: say(language, 'print.title'), locale: language, subtitle: row.placeName },
    footer: { printedBy: tx.actor.name, printedAt: tx.now },
    blocks: [
      {
        kind: 'paragraph',
        text: [row.insurerName, row.number, coded(language, 'line', row.line), `${row.startsOn} – ${row.endsOn}`].join(
          '  ',
        ),
      },
      {
        kind: 'table',
        columns: [
          left('field.name'),
          left('field.insuredPlace'),
          right('field.units'),
          right('field.sum'),
          right('field.premium'),
          right('field.holderPart'),
          left('print.signature'),
        ],
        rows: insured.map((one) => [
          ...[one.name, one.insuredPlaceName, String(one.units), formatYuan(one.sumFen)],
          ...[formatYuan(one.premiumFen), formatYuan(one.holderFen), ''],
        ]),
        totals: [
          ...[say(language, 'field.total'), '', String(row.units), formatYuan(row.sumFen)],
          ...[formatYuan(row.premiumFen), formatYuan(row.holderFen), ''],
        ],
      },
    ],
  };
}

function measured({ measuredIn }: AlertRow, value: number): string {
  if (measuredIn === 'count') return String(value);
  return formatYuan(BigInt(value));
}

function workbook(title: string, content: Buffer) {
  return { fileName: `${title}.xlsx`, contentType: xlsxType, content };
}

async function collect(options: Parameters<typeof writeList>[0]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writeList(options)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function say(language: Language, key: keyof typeof words): string {
  return speak(words[key], language);
}

function coded(language: Language, list: string, code: string): string {
  const known: Readonly<Record<string, WordPair>> = words;
  const pair = known[`code.${list}.${code}`];
  return pair ? speak(pair, language) : code;
}
