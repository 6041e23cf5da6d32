import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { getPayouts, listPayments } from '../payout-contract.ts';
import { payoutStates } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { keyOf, type PartProps } from './views.ts';

/** Single payments of all files: the records under what is paid, on its way and come back. */
export function Payments({ distribution }: PartProps) {
  const t = useWords(words);
  const columns = useColumns();
  const payouts = useReply(getPayouts, { params: keyOf(distribution) });
  const files = (payouts.data?.batches ?? []).map(({ id, number }) => ({
    value: id,
    label: t('batch.name', { number }),
  }));
  return (
    <RecordList
      contract={listPayments}
      params={keyOf(distribution)}
      caption={t('tab.payments')}
      rowKey={(row) => row.id}
      rowLink={(row) => `/memberships/${distribution.county}/${row.membershipId}`}
      search={false}
      filters={[
        { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('payout', payoutStates) },
        { key: 'batchId', label: words['field.batch'], kind: 'codes', codes: files },
      ]}
      emptyText={t('payments.empty')}
      columns={columns}
    />
  );
}

function useColumns(): readonly Column<RowOf<typeof listPayments>>[] {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  return [
    { key: 'member', label: words['field.member'], render: (row) => `${row.number ?? ''} ${row.name}` },
    {
      ...{ key: 'batchNumber', label: words['field.batch'] },
      render: (row) => `${t('batch.name', { number: row.batchNumber })} – ${row.ordinal}`,
    },
    {
      ...{ key: 'channel', label: words['field.channel'], secondary: true },
      render: (row) => text(wordsOf(`code.channel.${row.channel}`)),
    },
    { key: 'amountFen', label: words['field.amount'], align: 'end', render: (row) => yuan(row.amountFen) },
    { key: 'holder', label: words['field.holder'], secondary: true, render: (row) => row.holder ?? '–' },
    { key: 'bankName', label: words['field.bankName'], secondary: true, render: (row) => row.bankName ?? '–' },
    { key: 'account', label: words['field.account'], secondary: true, render: (row) => row.accountMasked ?? '–' },
    {
      ...{ key: 'state', label: words['field.state'] },
      render: (row) => `${text(wordsOf(`code.payout.${row.state}`))} ${date(row.stateOn)}`,
    },
    { key: 'returnedReason', label: words['field.returnedReason'], render: (row) => row.returnedReason ?? '–' },
  ];
}
