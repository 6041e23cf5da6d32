import { fill, submit } from '../forms.ts';
import type { Person } from '../person.ts';
import { read, send } from '../requests.ts';
import {
  carryOut,
  cityPlace,
  grantFen,
  type Money,
  make,
  moneyDays,
  type Order,
  orderBody,
  revisionOf,
} from './money.ts';
import { type Refused, refused } from './refusals.ts';
import type { Seats } from './seats.ts';

/** Releases that are refused: twice, to others, of other amounts, outside the range or the days, more than there is. */
export async function tryReleases(money: Money, seats: Seats): Promise<readonly Refused[]> {
  const { office, checker, finance } = seats;
  const people = { maker: office, checker, payer: finance };
  const line = { place: money.place, amountFen: grantFen };
  const head = { upperPlace: cityPlace, documentId: money.documentId, occurredOn: moneyDays.contracted };
  const refusedBody = (what: string, order: Order) =>
    refused(office, what, { path: '/fund-orders', body: orderBody(order) });
  const carry = async (what: string, order: Order) => {
    const address = await make(order, office);
    await send(checker, `${address}/check`, await revisionOf(checker, address));
    return refused(finance, what, { path: `${address}/carry-out`, body: { ...(await revisionOf(finance, address)) } });
  };
  const withoutGoal = async (order: Order) => {
    const { county, id } = await send(office, '/fund-orders', orderBody(order));
    return refused(checker, '没有绩效目标下达', { path: `/fund-orders/${county}/${id}/check`, body: { revision: 1 } });
  };
  const ended = await narrowDocument(money, office);
  const receipt = { ...head, kind: 'receipt' as const, lines: [{ place: cityPlace, amountFen: 100_000_000 }] };
  await carryOut({ ...receipt, documentId: ended, occurredOn: '2020-01-20' }, people);
  return [
    await carry('当年20万元重复下达', {
      ...head,
      documentId: await refill(money, seats),
      standardYear: 2020,
      lines: [line],
    }),
    await importWrongList(money, office),
    await withoutGoal({ ...head, lines: [line] }),
    await refusedBody('发给非重点嘎查村', {
      ...head,
      standardYear: 2020,
      lines: [{ ...line, place: money.place + 1 }],
    }),
    await carry('超出期限', { ...head, documentId: ended, lines: [{ ...line, place: money.place }] }),
    await carry('发给范围以外的村', {
      ...head,
      documentId: ended,
      occurredOn: '2020-01-20',
      lines: [{ ...line, place: cityPlace + 2_010_200 }],
    }),
    await carry('超出余额', { ...head, lines: [{ ...line, amountFen: 90_000_000_000 }] }),
    await carry('收回已付的钱', { ...head, kind: 'recall', lines: [line] }),
    await carry('超出文件金额到账', receipt),
  ];
}

/** A list with a quarter million for the village is read in; the form says what the standard is. */
async function importWrongList(money: Money, office: Person): Promise<Refused> {
  const { page, faults } = office;
  faults.expect(422);
  await office.open(`/fund-orders/new?document=150600/${money.documentId}`);
  const content = Buffer.from(`\uFEFF地点,金额（元）\r\n${money.place},250000\r\n`);
  await office.upload(page.getByLabel('从 Excel 读入'), { name: '下拨名单.csv', content });
  await office.see(page.getByText('共1行'));
  const main = page.locator('main');
  await fill(office, main, { 文号: '鄂财指〔2020〕更正', 标题: '2020年重点嘎查村资金', 标准年度: '2020' });
  await submit(office, main, '编制指令');
  const standard = '标准为200000元，不能多也不能少（办法第十一条）。';
  const sentence = `${money.placeName}的金额为250000元，${standard}`;
  await office.see(main.getByText(sentence));
  await office.picture('money-32-list-refused');
  return { what: '导入的名单金额不对', code: 'fund_standard_amount', title: sentence };
}

/** A document for the banner alone, whose days are over. */
async function narrowDocument(money: Money, office: Person): Promise<string> {
  const { rows } = await read<{ rows: readonly { id: string; fundId: string; county: number }[] }>(
    office,
    '/fund-documents?limit=50',
  );
  const own = rows.find(({ id }) => id === money.documentId);
  const id = crypto.randomUUID();
  await send(office, '/fund-documents', {
    ...{
      id,
      county: 150_600,
      fundId: own?.fundId,
      number: '鄂财农〔2020〕8号',
      title: '旗产业资金',
      amountFen: 100_000_000,
    },
    ...{ issuedOn: '2020-01-15', startsOn: '2020-01-15', endsOn: '2020-01-31', purposes: ['industry'] },
    places: [money.county * 1_000_000],
  });
  return id;
}

/** More money of a standard document, so that nothing but the rule stands against a second grant. */
async function refill(money: Money, { office, checker, finance }: Seats): Promise<string> {
  const { rows } = await read<{ rows: readonly { id: string; fundId: string }[] }>(office, '/fund-documents?limit=50');
  const own = rows.find(({ id }) => id === money.documentId);
  const id = crypto.randomUUID();
  await send(office, '/fund-documents', {
    ...{
      id,
      county: 150_600,
      fundId: own?.fundId,
      number: '鄂财农〔2020〕9号',
      title: '追加产业资金',
      amountFen: 100_000_000,
    },
    ...{ issuedOn: '2020-01-15', startsOn: '2020-01-15', purposes: ['industry'], standard: true, places: [cityPlace] },
  });
  const lines = [{ place: cityPlace, amountFen: 100_000_000 }];
  const order = {
    kind: 'receipt' as const,
    upperPlace: cityPlace,
    documentId: id,
    occurredOn: moneyDays.contracted,
    lines,
  };
  await carryOut(order, { maker: office, checker, payer: finance });
  return id;
}
