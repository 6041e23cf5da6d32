import type { Person } from '../person.ts';
import { read, send } from '../requests.ts';

/** Half a million yuan of a banner for interest subsidy, in its own account; returns what the account is called. */
export async function openMoney(
  people: Readonly<Record<'banner_office' | 'city_office' | 'finance', Person>>,
  county: number,
): Promise<string> {
  const { banner_office: office, city_office: city, finance } = people;
  const [fundId, documentId, orderId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const place = county * 1_000_000;
  const amountFen = 50_000_000;
  await send(office, '/funds', {
    ...{ id: fundId, place, kind: 'agriculture', level: 'banner', source: 'budget', name: '旗级贴息资金' },
    startsOn: '2020-01-01',
  });
  await send(office, '/fund-documents', {
    ...{ id: documentId, county, fundId, number: '乌财农〔2021〕5号', title: '小额信贷贴息资金', amountFen },
    ...{ issuedOn: '2021-03-01', purposes: ['interest_subsidy'], places: [place], startsOn: '2021-03-01' },
  });
  await send(office, '/fund-orders', {
    ...{ id: orderId, kind: 'receipt', upperPlace: place, documentId, number: '乌财农〔2021〕5号-1' },
    ...{ title: '贴息资金到账', occurredOn: '2021-03-02', lines: [{ place, amountFen }] },
  });
  const order = `/fund-orders/${county}/${orderId}`;
  await send(city, `${order}/check`, { revision: 1 });
  await send(finance, `${order}/carry-out`, { revision: 2 });
  const { lines } = await read<{ lines: readonly { readonly accountName: string }[] }>(finance, order);
  return lines[0]?.accountName ?? '';
}
