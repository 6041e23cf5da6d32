import { defineSheet, type SheetCode } from '../../platform/sheets/model.ts';
import type { WordPair } from '../../platform/words.ts';
import { movementKinds, payeeKinds, purposes } from './rules.ts';
import { words } from './words.ts';

const pairs: Readonly<Record<string, WordPair>> = words;

function codesOf(list: string, codes: readonly string[]): SheetCode[] {
  return codes.map((code) => ({ code, words: pairs[`code.${list}.${code}`] ?? [code, code] }));
}

function text<K extends string>(key: K, title: WordPair, width = 18) {
  return { key, title, kind: 'text', example: '', width } as const;
}

function date<K extends string>(key: K, title: WordPair) {
  return { key, title, kind: 'date', example: '', width: 12 } as const;
}

function whole<K extends string>(key: K, title: WordPair) {
  return { key, title, kind: 'integer', example: '', width: 8 } as const;
}

function yuan<K extends string>(key: K, title: WordPair) {
  return { key, title, kind: 'yuan', unit: words['unit.yuan'], example: '', width: 16 } as const;
}

function code<K extends string>(key: K, title: WordPair, codes: SheetCode[]) {
  return { key, title, kind: 'code', codes, example: codes[0]?.code ?? '', width: 14 } as const;
}

export const orderSheet = defineSheet({
  name: 'fund_orders',
  title: words['orders.title'],
  guide: [],
  columns: [
    text('number', words['field.number'], 24),
    text('title', words['field.title'], 30),
    code('kind', words['field.kind'], codesOf('movementKind', movementKinds)),
    text('upperName', words['field.upper']),
    text('documentNumber', words['field.document'], 24),
    date('occurredOn', words['field.occurredOn']),
    yuan('amountFen', words['field.amount']),
    whole('lines', words['field.lines']),
    text('state', words['field.state'], 10),
    text('makerName', words['field.maker'], 12),
    text('checkerName', words['field.checker'], 12),
    text('payerName', words['field.payer'], 12),
  ],
});

export const gridSheet = defineSheet({
  name: 'fund_grid',
  title: words['grid.title'],
  guide: [],
  columns: [
    text('bannerName', words['field.banner']),
    text('placeName', words['field.village']),
    whole('year', words['field.year']),
    text('state', words['field.state'], 12),
    yuan('receivedFen', words['field.received']),
    whole('releases', words['field.payments']),
  ],
});

export const accountSheet = defineSheet({
  name: 'fund_accounts',
  title: words['accounts.title'],
  guide: [],
  columns: [
    text('placeName', words['field.place']),
    text('name', words['field.account'], 26),
    text('holder', words['field.holder'], 14),
    text('pool', words['field.pool'], 12),
    text('discipline', words['field.discipline'], 14),
    yuan('availableFen', words['field.available']),
    yuan('committedFen', words['field.committed']),
    yuan('paidFen', words['field.paid']),
    date('oldestOn', words['field.oldestOn']),
  ],
});

export const movementSheet = defineSheet({
  name: 'fund_movements',
  title: words['movements.title'],
  guide: [],
  columns: [
    date('occurredOn', words['field.occurredOn']),
    whole('number', words['field.entry']),
    code('kind', words['field.kind'], codesOf('movementKind', movementKinds)),
    text('fromName', words['field.from'], 22),
    text('toName', words['field.to'], 22),
    code('purpose', words['field.purpose'], codesOf('purpose', purposes)),
    code('payeeKind', words['field.payeeKind'], codesOf('payeeKind', payeeKinds)),
    { key: 'payeeName', title: words['field.payee'], kind: 'text', example: '', width: 16, personal: true },
    yuan('amountFen', words['field.amount']),
    text('memo', words['field.memo'], 34),
  ],
});

export const idleSheet = defineSheet({
  name: 'fund_idle',
  title: words['idle.title'],
  guide: [],
  columns: [
    text('placeName', words['field.place']),
    text('name', words['field.account'], 26),
    yuan('idleFen', words['field.idle']),
    yuan('under30Fen', words['field.under30']),
    yuan('under60Fen', words['field.under60']),
    yuan('over60Fen', words['field.over60']),
    yuan('over90Fen', words['field.over90']),
    date('oldestOn', words['field.oldestOn']),
    whole('days', words['field.days']),
  ],
});

export const overrideSheet = defineSheet({
  name: 'fund_overrides',
  title: words['overrides.title'],
  guide: [],
  columns: [
    date('askedOn', words['field.askedOn']),
    text('placeName', words['field.place']),
    text('accountName', words['field.account'], 22),
    text('documentNumber', words['field.document'], 24),
    text('reason', words['field.code'], 34),
    code('purpose', words['field.purpose'], codesOf('purpose', purposes)),
    { key: 'payeeName', title: words['field.payee'], kind: 'text', example: '', width: 16, personal: true },
    yuan('amountFen', words['field.amount']),
    text('justification', words['field.justification'], 40),
    text('askerName', words['field.asker'], 12),
    text('state', words['field.state'], 10),
    text('deciderName', words['field.decider'], 12),
    date('decidedOn', words['field.decidedOn']),
  ],
});

export const refusalSheet = defineSheet({
  name: 'fund_refusals',
  title: words['refusals.title'],
  guide: [],
  columns: [
    text('recordedAt', words['field.recordedAt'], 20),
    text('placeName', words['field.place']),
    text('reason', words['field.code'], 44),
    text('accountName', words['field.account'], 22),
    code('purpose', words['field.purpose'], codesOf('purpose', purposes)),
    { key: 'payeeName', title: words['field.payee'], kind: 'text', example: '', width: 16, personal: true },
    yuan('amountFen', words['field.amount']),
    date('occurredOn', words['field.occurredOn']),
    text('triedBy', words['field.triedBy'], 12),
  ],
});

export const recoverySheet = defineSheet({
  name: 'fund_recoveries',
  title: words['recoveries.title'],
  guide: [],
  columns: [
    text('placeName', words['field.place']),
    { key: 'payeeName', title: words['field.payee'], kind: 'text', example: '', width: 16, personal: true },
    text('cause', words['field.cause'], 12),
    text('grounds', words['field.grounds'], 34),
    yuan('amountFen', words['field.amount']),
    yuan('receivedFen', words['field.back']),
    date('orderedOn', words['field.orderedOn']),
    date('dueOn', words['field.dueOn']),
    text('state', words['field.state'], 12),
  ],
});

export const riskSheet = defineSheet({
  name: 'fund_risk',
  title: words['risk.title'],
  guide: [],
  columns: [
    date('occurredOn', words['field.occurredOn']),
    text('placeName', words['field.village']),
    { key: 'payeeName', title: words['field.payee'], kind: 'text', example: '', width: 16, personal: true },
    yuan('lossFen', words['field.loss']),
    yuan('insuredFen', words['field.insured']),
    yuan('amountFen', words['field.amount']),
    yuan('replenishedFen', words['field.replenished']),
  ],
});
