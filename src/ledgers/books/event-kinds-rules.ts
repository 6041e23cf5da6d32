import { moneyEvents } from './event-money-rules.ts';
import { assetRoles, moneyRoles, purposeRoles } from './event-roles-rules.ts';
import type { EventTemplate } from './event-rules.ts';
import { by, credit, debit, event, rest, sale, to } from './event-template-rules.ts';

const trade = [...moneyRoles, 'members', 'receivable'] as const;
const settle = [...moneyRoles, 'members', 'payable'] as const;
const cost = [...moneyRoles, 'payable', 'stock', 'wages', 'casual_labour'] as const;

/** Members: what they bring in, take out, deliver and are paid. */
const withMembers: readonly EventTemplate[] = [
  event('contribution_cash', ['received', 'par'], {
    choices: { counter: moneyRoles },
    lines: [debit(by('counter'), 'received'), credit(to('share_capital'), 'par'), rest('capital_reserve')],
  }),
  event('contribution_in_kind', ['cost', 'par'], {
    choices: { asset: assetRoles },
    quantity: true,
    lines: [debit(by('asset'), 'cost'), credit(to('share_capital'), 'par'), rest('capital_reserve')],
  }),
  event('contribution_refunded', ['par', 'reserve'], {
    optional: ['reserve'],
    choices: { counter: moneyRoles },
    lines: [
      debit(to('share_capital'), 'par'),
      debit(to('surplus_reserve'), 'reserve'),
      { side: 'rest', account: by('counter') },
    ],
  }),
  event('inputs_for_members', ['cost', 'fee'], {
    optional: ['fee'],
    choices: { counter: [...moneyRoles, 'payable', 'stock'] },
    patronage: 'cost',
    quantity: true,
    lines: [
      debit(to('members'), 'cost'),
      credit(by('counter'), 'cost'),
      debit(to('members'), 'fee'),
      credit(to('income'), 'fee'),
    ],
  }),
  event('produce_received', ['contract'], {
    patronage: 'contract',
    quantity: true,
    lines: [debit(to('entrusted_goods'), 'contract'), credit(to('members'), 'contract')],
  }),
  event('produce_sold', ['proceeds', 'contract'], {
    choices: { counter: [...moneyRoles, 'receivable'] },
    quantity: true,
    lines: [
      debit(by('counter'), 'proceeds'),
      credit(to('entrusted_goods'), 'contract'),
      { ...rest('income'), debitRole: 'expense' },
    ],
  }),
  event('purchase_from_member', ['cost'], {
    choices: {
      asset: ['stock', 'consumable_biological', 'productive_biological'],
      counter: [...moneyRoles, 'members'],
    },
    patronage: 'cost',
    quantity: true,
    lines: [debit(by('asset'), 'cost'), credit(by('counter'), 'cost')],
  }),
  event('member_paid', ['paid'], {
    choices: { counter: moneyRoles },
    lines: [debit(to('members'), 'paid'), credit(by('counter'), 'paid')],
  }),
  event('member_pays', ['paid'], {
    choices: { counter: moneyRoles },
    lines: [debit(by('counter'), 'paid'), credit(to('members'), 'paid')],
  }),
  event('refund_paid', ['paid'], {
    choices: { counter: moneyRoles },
    lines: [debit(to('refund_due'), 'paid'), credit(by('counter'), 'paid')],
  }),
  event('dividend_paid', ['paid'], {
    choices: { counter: moneyRoles },
    lines: [debit(to('dividend_due'), 'paid'), credit(by('counter'), 'paid')],
  }),
];

/** State grants and gifts: a liability until spent, then equity that belongs to no member (Cooperatives Law art. 44, 53). */
const grants: readonly EventTemplate[] = [
  event('grant_received', ['grant'], { lines: [debit(to('bank'), 'grant'), credit(to('grant'), 'grant')] }),
  event('grant_spent_on_asset', ['cost', 'grant'], {
    choices: { asset: [...assetRoles, 'construction'], counter: [...moneyRoles, 'payable'] },
    quantity: true,
    lines: [
      debit(by('asset'), 'cost'),
      credit(by('counter'), 'cost'),
      debit(to('grant'), 'grant'),
      credit(to('grant_equity'), 'grant'),
    ],
  }),
  event('grant_spent_on_service', ['grant'], {
    choices: { counter: moneyRoles },
    lines: [debit(to('grant'), 'grant'), credit(by('counter'), 'grant')],
  }),
  event('grant_after_asset', ['grant'], {
    lines: [
      debit(to('bank'), 'grant'),
      credit(to('grant'), 'grant'),
      debit(to('grant'), 'grant'),
      credit(to('grant_equity'), 'grant'),
    ],
  }),
  event('grant_after_expense', ['grant'], {
    choices: { purpose: purposeRoles },
    lines: [
      debit(to('bank'), 'grant'),
      credit(to('grant'), 'grant'),
      debit(to('grant'), 'grant'),
      credit(by('purpose'), 'grant'),
    ],
  }),
  event('grant_returned', ['grant'], { lines: [debit(to('grant'), 'grant'), credit(to('bank'), 'grant')] }),
  event('gift_received', ['value'], {
    choices: { asset: [...assetRoles, ...moneyRoles] },
    quantity: true,
    lines: [debit(by('asset'), 'value'), credit(to('grant_equity'), 'value')],
  }),
];

/** Goods, animals and things. */
const goods: readonly EventTemplate[] = [
  event('bought', ['cost'], {
    choices: { asset: [...assetRoles, 'construction'], counter: settle },
    quantity: true,
    lines: [debit(by('asset'), 'cost'), credit(by('counter'), 'cost')],
  }),
  event('sold_from_stock', ['proceeds', 'cost'], {
    choices: { counter: trade },
    quantity: true,
    lines: sale('stock'),
  }),
  event('animals_sold', ['proceeds', 'cost'], {
    choices: { counter: trade },
    quantity: true,
    lines: sale('consumable_biological'),
  }),
  event('productive_animals_sold', ['proceeds', 'depreciation', 'cost'], {
    optional: ['depreciation'],
    choices: { counter: trade },
    quantity: true,
    lines: [
      debit(by('counter'), 'proceeds'),
      debit(to('productive_biological_depreciation'), 'depreciation'),
      credit(to('productive_biological'), 'cost'),
      { ...rest('other_income'), debitRole: 'other_expense' },
    ],
  }),
  event('rearing_cost', ['cost'], {
    choices: { asset: ['consumable_biological', 'productive_biological'], counter: cost },
    lines: [debit(by('asset'), 'cost'), credit(by('counter'), 'cost')],
  }),
  event('harvested', ['cost'], {
    quantity: true,
    lines: [debit(to('stock'), 'cost'), credit(to('consumable_biological'), 'cost')],
  }),
  event('produced', ['cost'], {
    quantity: true,
    lines: [debit(to('stock'), 'cost'), credit(to('production_cost'), 'cost')],
  }),
  event('loss_found', ['cost'], {
    choices: { asset: ['stock', 'consumable_biological', 'productive_biological'] },
    quantity: true,
    lines: [debit(to('pending_loss'), 'cost'), credit(by('asset'), 'cost')],
  }),
  event('loss_settled', ['loss', 'recovered'], {
    optional: ['recovered'],
    choices: { counter: ['receivable', 'members', ...moneyRoles] },
    lines: [credit(to('pending_loss'), 'loss'), debit(by('counter'), 'recovered'), rest('other_expense')],
  }),
  event('works_completed', ['cost'], { lines: [debit(to('fixed_asset'), 'cost'), credit(to('construction'), 'cost')] }),
  event('fixed_asset_disposed', ['cost', 'depreciation', 'proceeds'], {
    optional: ['depreciation', 'proceeds'],
    choices: { counter: [...moneyRoles, 'receivable'] },
    quantity: true,
    lines: [
      debit(to('fixed_asset_depreciation'), 'depreciation'),
      credit(to('fixed_asset'), 'cost'),
      debit(by('counter'), 'proceeds'),
      { ...rest('other_income'), debitRole: 'other_expense' },
    ],
  }),
];

/** Events in the groups of the form. */
export const eventGroups = {
  members: withMembers.map(({ kind }) => kind),
  grants: grants.map(({ kind }) => kind),
  goods: goods.map(({ kind }) => kind),
  money: moneyEvents.map(({ kind }) => kind),
} as const;

export type EventGroup = keyof typeof eventGroups;

/**
 * Events that move shares, or what a distribution owes, as well as money: they are recorded where both ledgers are
 * written together, and only their voucher would come from here.
 */
export const eventsElsewhere: ReadonlyMap<string, string> = new Map([
  ['contribution_cash', '/membership-acts'],
  ['contribution_in_kind', '/membership-acts'],
  ['contribution_refunded', '/membership-acts'],
  ['reserve_to_capital', '/membership-acts'],
  ['refund_paid', '/distributions'],
  ['dividend_paid', '/distributions'],
]);

/** Every business event that writes its own voucher, by kind (37号, notes on the accounts; domain names of the form). */
export const eventTemplates: ReadonlyMap<string, EventTemplate> = new Map(
  [...withMembers, ...grants, ...goods, ...moneyEvents].map((template) => [template.kind, template]),
);
