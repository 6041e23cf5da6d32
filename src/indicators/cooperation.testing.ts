import type pg from 'pg';

/** seat of the cooperative, and the village of a member under another banner */
export const seat = 150622100201;
export const elsewhere = 150621100201;
export const city = 150600000000;

export const cooperative = id(1);
export const near = id(2);
export const far = id(3);
export const household = id(4);
export const distribution = id(5);
const batch = id(6);
const schedule = id(7);

export function id(tail: number): string {
  return `01900000-0000-7000-8000-${String(tail).padStart(12, '0')}`;
}

interface Row {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

function rowsOf(table: string, ...rows: readonly Row['row'][]): readonly Row[] {
  return rows.map((row) => ({ table, row }));
}

const stamp = { county: 150622, place: seat, recorded_at: '2019-07-31T00:00:00Z', recorded_by: id(9) };
const revised = { ...stamp, revision: 1 };
const of = { ...stamp, cooperative_id: cooperative };
const named = { pinyin: 'x', initials: 'x' };
const form = 'farmers_professional';
const part1 = rowsOf('cooperative', {
  ...revised,
  ...named,
  id: cooperative,
  kind: form,
  name: '牧丰合作社',
  registered_on: '2018-05-01',
  fiscal_year_start: '01-01',
  branch_led: true,
});
const member = {
  ...revised,
  ...named,
  cooperative_id: cooperative,
  form,
  kind: 'farmer',
  joined_on: '2018-05-01',
  joined_by: 'founding',
};
const part2 = rowsOf(
  'membership',
  { ...member, id: near, number: '1', name: '白音', member_place: seat },
  {
    ...member,
    id: far,
    number: '2',
    name: '其其格',
    member_place: elsewhere,
    household_county: 150621,
    household_id: household,
  },
);
const home = { county: 150621, place: elsewhere, recorded_at: stamp.recorded_at, recorded_by: id(9), revision: 1 };
const part3 = rowsOf('household', {
  ...home,
  id: household,
  number: '1',
  joined_on: '2018-01-01',
  joined_kind: 'registered',
});
const state = {
  ...home,
  household_id: household,
  standard: 'national',
  kind: 'general',
  main_cause: 'illness',
  other_causes: [],
  document_number: '1',
  decided_on: '2018-01-01',
};
const part4 = rowsOf(
  'poverty_registration',
  { ...state, id: id(11), state: 'registered', change: 'entry', starts_on: '2018-01-01', ends_on: '2019-05-10' },
  { ...state, id: id(12), state: 'lifted_out', change: 'exit', starts_on: '2019-05-10' },
);
const owned = { ...of, revision: 1 };
const part5 = rowsOf('share_class', {
  ...owned,
  id: id(13),
  kind: 'cash',
  name: '现金股',
  par_fen: 100,
  transfer: 'free',
  exit: 'refund',
  termed: false,
  votes: true,
  dividend: true,
  document_number: '章程',
  starts_on: '2018-05-01',
});
const lot = { ...owned, class_id: id(13), opening: false, acquired_on: '2019-02-03', issued_shares: 10, shares: 10 };
const part6 = rowsOf(
  'share_lot',
  { ...lot, id: id(14), member_place: seat, membership_id: near, source: 'cash', agreed_fen: 1000, paid_fen: 1000 },
  {
    ...lot,
    id: id(15),
    member_place: elsewhere,
    membership_id: far,
    household_id: household,
    source: 'grassland',
    agreed_fen: 500,
    paid_fen: 500,
  },
);
const move = {
  ...of,
  form,
  member_kind: 'farmer',
  class_id: id(13),
  class_kind: 'cash',
  kind: 'subscribe',
  agreed_fen: 0,
  source_type: 'test',
  source_id: id(16),
  memo: '认购',
};
const farMove = {
  ...move,
  member_place: elsewhere,
  membership_id: far,
  household_id: household,
  lot_id: id(15),
  source: 'grassland',
};
const part7 = rowsOf(
  'share_move',
  {
    ...move,
    id: id(17),
    member_place: seat,
    membership_id: near,
    lot_id: id(14),
    source: 'cash',
    occurred_on: '2019-02-03',
    shares: 10,
    paid_fen: 1000,
  },
  { ...farMove, id: id(18), occurred_on: '2019-03-01', shares: 5, paid_fen: 500, poor: true },
  { ...farMove, id: id(19), kind: 'exit', occurred_on: '2019-06-01', shares: -2, paid_fen: -200, poor: false },
);
const part8 = rowsOf('distribution', {
  ...{
    ...owned,
    id: distribution,
    form,
    rule_set: form,
    year: 2018,
    record_on: '2018-12-31',
    days_weighed: 365,
    snapshot: 1,
  },
  ...{ members: 2, surplus_fen: 10_000, opening_fen: 0, reserve_used_fen: 0, grant_equity_fen: 0, basis_digest: 'b' },
  ...{
    state: 'declared',
    option_id: id(20),
    digest: 'd',
    made_by: id(21),
    surplus_reserve_fen: 1000,
    welfare_fen: 0,
  },
  ...{
    expansion_fen: 2000,
    relief_fen: 500,
    patronage_refund_fen: 4000,
    remainder_fen: 2500,
    declared_on: '2019-03-10',
    declared_by: id(9),
  },
});
const dividend = {
  ...of,
  distribution_id: distribution,
  form,
  year: 2018,
  declared_on: '2019-03-10',
  given_on_fen: 0,
  reserve_quantified_fen: 0,
};
const part9 = rowsOf(
  'dividend',
  {
    ...dividend,
    membership_id: near,
    rank: 1,
    member_place: seat,
    poor: 'no',
    patronage_refund_fen: 3000,
    remainder_fen: 1500,
    total_fen: 4500,
  },
  {
    ...dividend,
    membership_id: far,
    rank: 2,
    member_place: elsewhere,
    household_id: household,
    poor: 'yes',
    patronage_refund_fen: 1000,
    remainder_fen: 1000,
    total_fen: 2000,
  },
);
const change = {
  ...of,
  correction_id: id(22),
  distribution_id: distribution,
  form,
  year: 2018,
  posted_on: '2019-04-02',
};
const part10 = rowsOf('dividend_change', {
  ...change,
  membership_id: far,
  member_place: elsewhere,
  household_id: household,
  poor: 'yes',
  old_refund_fen: 1000,
  new_refund_fen: 1100,
  old_remainder_fen: 1000,
  new_remainder_fen: 1000,
});
const part11 = rowsOf('payout_batch', {
  ...owned,
  id: batch,
  distribution_id: distribution,
  number: 1,
  channel: 'bank',
  made_on: '2019-03-20',
  made_by: id(9),
  payments: 2,
  total_fen: 6500,
  state: 'sent',
});
const payout = {
  ...owned,
  distribution_id: distribution,
  batch_id: batch,
  item_id: distribution,
  form,
  dividend_fen: 0,
  state: 'in_flight',
  state_on: '2019-03-20',
};
const part12 = rowsOf(
  'payout',
  {
    ...payout,
    id: id(23),
    ordinal: 1,
    membership_id: near,
    member_place: seat,
    poor: 'no',
    name: '白音',
    refund_fen: 4500,
    amount_fen: 4500,
  },
  {
    ...payout,
    id: id(24),
    ordinal: 2,
    membership_id: far,
    member_place: elsewhere,
    household_id: household,
    poor: 'yes',
    name: '其其格',
    refund_fen: 2000,
    amount_fen: 2000,
  },
);
const part13 = rowsOf('return_contract', {
  ...owned,
  id: id(25),
  number: '合1',
  payer: '羊绒公司',
  subject: '入股资金',
  principal_fen: 100_000,
  floor_bp: 600,
  profit_share_bp: 0,
  starts_on: '2018-01-01',
  ends_on: '2021-01-01',
  months: 12,
});
const part14 = rowsOf('return_schedule', {
  ...owned,
  id: schedule,
  contract_id: id(25),
  ordinal: 1,
  due_on: '2019-02-01',
  floor_fen: 6000,
  promised_fen: 6000,
  paid_fen: 2500,
  paid_on: '2019-04-15',
});
const receipt = { ...of, contract_id: id(25), schedule_id: schedule, document: '回单' };
const part15 = rowsOf(
  'return_payment',
  { ...receipt, id: id(26), paid_on: '2019-01-20', amount_fen: 500 },
  { ...receipt, id: id(27), paid_on: '2019-04-15', amount_fen: 2000 },
);
const relief = {
  ...owned,
  id: id(28),
  form,
  title: '救助',
  document_number: '决1',
  channel: 'bank',
  state: 'paid',
  lines: 1,
  total_fen: 300,
  digest: 'd',
  made_by: id(21),
  paid_on: '2019-05-20',
  paid_by: id(9),
  voucher_id: id(29),
};
const part16 = rowsOf('relief', relief);
const part17 = rowsOf('relief_line', {
  ...owned,
  id: id(30),
  relief_id: id(28),
  member_place: elsewhere,
  form,
  household_county: 150621,
  household_id: household,
  name: '其其格',
  poor: 'no',
  amount_fen: 300,
  cause: '患病',
  paid_on: '2019-05-20',
});
const part18 = rowsOf('book', {
  ...owned,
  id: id(31),
  chart: 'coop37',
  starts_on: '2018-01-01',
  fiscal_year_start: '01-01',
});
const part19 = rowsOf('fiscal_year', {
  ...owned,
  id: id(32),
  book_id: id(31),
  year: 2018,
  starts_on: '2018-01-01',
  ends_on: '2018-12-31',
  state: 'closed',
  closed_on: '2019-01-25',
  closed_by: id(9),
  closed_by_name: '会计',
  surplus_fen: 10_000,
  opening_undistributed_fen: 0,
  reserve_used_fen: 0,
  grant_equity_fen: 0,
  statements: {},
  digest: 'a'.repeat(64),
});

const rows = [
  ...part1,
  ...part2,
  ...part3,
  ...part4,
  ...part5,
  ...part6,
  ...part7,
  ...part8,
  ...part9,
  ...part10,
  ...part11,
  ...part12,
  ...part13,
  ...part14,
  ...part15,
  ...part16,
  ...part17,
  ...part18,
  ...part19,
];

/** A cooperative with one member at its seat and a registered-poor one under another banner, and a year of its money. */
export async function plantCooperation(owner: pg.Client): Promise<void> {
  for (const { table, row } of rows) {
    const columns = Object.keys(row).join(', ');
    const text = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`;
    await owner.query(text, [JSON.stringify(row)]);
  }
}
