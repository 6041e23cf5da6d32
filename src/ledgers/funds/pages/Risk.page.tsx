import type { ReplyOf } from '../../../platform/http/contract.ts';
import { Figure, FigureRow } from '../../../platform/ui/Figure.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, ListPage } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportPayouts, listPayouts } from '../risk-contract.ts';
import { FundLinks } from '../widgets/FundLinks.tsx';
import { words } from '../words.ts';
import { codeChoices } from './codes.ts';
import { entriesAddress } from './entries.ts';

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayExport = useMay('fund.oversee_export');
  return (
    <>
      <PageHead title={t('risk.title')} about={t('risk.intro')} actions={<FundLinks group="orders" />} />
      <Sums />
      <RecordList
        contract={listPayouts}
        caption={t('risk.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/fund-movements/${row.county}/${row.movementId}`}
        searchPlaceholder={words['risk.search']}
        filters={[
          {
            key: 'open',
            label: words['field.openPayouts'],
            kind: 'codes',
            codes: codeChoices('openPayouts', ['true']),
          },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        {...(mayExport ? { exportContract: exportPayouts } : {})}
        emptyText={t('risk.empty')}
        columns={columns}
      />
    </>
  );
}

function Sums() {
  const t = useWords(words);
  const { yuan } = useFormat();
  const reply = useReply(listPayouts, { query: { limit: 1 } });
  if (!reply.data) return null;
  const { sums } = reply.data;
  return (
    <FigureRow>
      {(['contributed', 'paid', 'held'] as const).map((sum) => (
        <Figure
          key={sum}
          label={t(`code.sum.${sum}`)}
          value={yuan(sums[`${sum}Fen`])}
          to={entriesAddress({ sum, pool: 'risk' })}
        />
      ))}
      <Figure label={t('field.openPayouts')} value={yuan(sums.openFen)} to="/fund-risk?open=true" />
    </FigureRow>
  );
}

type Row = RowOf<typeof listPayouts>;
type PayoutSums = ReplyOf<typeof listPayouts>['filtered'];

function useColumns(): readonly Column<Row>[] {
  const { date, percent, yuan } = useFormat();
  const total = (key: keyof PayoutSums) => (page: ListPage<Row>) =>
    yuan((page as ListPage<Row> & { readonly filtered: PayoutSums }).filtered[key]);
  return [
    { key: 'payeeName', label: words['field.payee'], render: (row) => row.payeeName ?? '–' },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'occurredOn', label: words['field.occurredOn'], sortable: true, render: (row) => date(row.occurredOn) },
    { key: 'lossFen', label: words['field.loss'], align: 'end', secondary: true, render: (row) => yuan(row.lossFen) },
    {
      key: 'insuredFen',
      label: words['field.insured'],
      align: 'end',
      secondary: true,
      render: (row) => yuan(row.insuredFen),
    },
    {
      key: 'shareBp',
      label: words['field.share'],
      align: 'end',
      secondary: true,
      render: (row) => percent(row.shareBp),
    },
    {
      key: 'replenishedFen',
      label: words['field.replenished'],
      align: 'end',
      secondary: true,
      render: (row) => yuan(row.replenishedFen),
      total: total('replenishedFen'),
    },
    {
      key: 'openFen',
      label: words['field.openPayouts'],
      align: 'end',
      secondary: true,
      render: (row) => yuan(row.openFen),
      total: total('openFen'),
    },
    {
      key: 'amountFen',
      label: words['field.amount'],
      align: 'end',
      sortable: true,
      render: (row) => yuan(row.amountFen),
      total: total('amountFen'),
    },
  ];
}
