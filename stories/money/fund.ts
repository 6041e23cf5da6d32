import type { Stage } from '../harness.ts';
import type { PassingCity } from '../passing-city.ts';
import { read, send } from '../requests.ts';

/** Half a million yuan of the banner for interest subsidy, in its own account; returns what the account is called. */
export async function openMoney({
  stage,
  city,
  county,
}: {
  readonly stage: Stage;
  readonly city: PassingCity;
  readonly county: number;
}): Promise<string> {
  const signIn = (login: string) => stage.signInAs(login, { city: city.address });
  const [fundId, documentId, orderId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const place = county * 1_000_000;
  const amountFen = 50_000_000;
  const office = await signIn('banner_office');
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
  await send(await signIn('city_office'), `${order}/check`, { revision: 1 });
  const finance = await signIn('finance');
  await send(finance, `${order}/carry-out`, { revision: 2 });
  const { lines } = await read<{ lines: readonly { readonly accountName: string }[] }>(finance, order);
  return lines[0]?.accountName ?? '';
}
