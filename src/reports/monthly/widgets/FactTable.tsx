import { Link, useSearchParams } from 'react-router';
import type { z } from 'zod';
import type { figureRow, rowsReply } from '../../../indicators/contract.ts';
import { countsAs } from '../../../indicators/rules.ts';
import { type Indicator, useFigureText } from '../../../indicators/widgets/dictionary.ts';
import { type ListAddress, readListAddress, writeListAddress } from '../../../platform/ui/address.ts';
import { ListPager } from '../../../platform/ui/ListPager.tsx';
import { ListTable } from '../../../platform/ui/ListTable.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { EmptyState } from '../../../platform/ui/States.tsx';
import { words } from '../words.ts';
import { useDimensions, useRecordName } from './record-words.ts';

export type RowsReply = z.output<typeof rowsReply>;

/** One record may hold several facts (each resident of a household): the position makes a row unique. */
type Row = z.output<typeof figureRow> & { readonly key: string };

/** The facts under a figure, each leading to the page of its record; their quantities add up to the value. */
export function FactTable({ entry, reply, caption }: FactTableProps) {
  const t = useWords(words);
  const [search, setSearch] = useSearchParams();
  const address = readListAddress(search, []);
  const change = (next: Partial<ListAddress>) => setSearch((before) => writeListAddress(before, next, []));
  const columns = useColumns(entry, reply);
  if (reply.rows.length === 0) return <EmptyState text={t('rows.empty')} />;
  const rows = reply.rows.map((row, at): Row => ({ ...row, key: `${address.page} ${at}` }));
  return (
    <section className="list">
      <ListTable<Row>
        columns={columns}
        page={{ rows, total: reply.total }}
        rowKey={(row) => row.key}
        rowLink={(row) => row.address}
        address={address}
        change={change}
        selected={undefined}
        onSelect={() => undefined}
        busy={false}
        caption={caption}
      />
      <ListPager total={reply.total} shown={rows.length} address={address} change={change} />
    </section>
  );
}

interface FactTableProps {
  readonly entry: Indicator;
  readonly reply: RowsReply;
  readonly caption: string;
}

function useColumns(entry: Indicator, reply: RowsReply): readonly Column<Row>[] {
  const { date } = useFormat();
  const t = useWords(words);
  const figure = useFigureText();
  const recordName = useRecordName();
  const dimensions = useDimensions();
  const lasts = entry.timing === 'month_end';
  function day({ occurredOn, endedOn }: Row): string {
    if (!lasts) return date(occurredOn);
    if (endedOn === null) return t('rows.since', { from: date(occurredOn) });
    return t('rows.until', { from: date(occurredOn), to: date(endedOn) });
  }
  return [
    { key: 'record', label: words['rows.record'], render: recordName },
    {
      key: 'place',
      label: words['column.place'],
      render: (row) => <Link to={`/places/${row.place}`}>{row.placeName}</Link>,
    },
    { key: 'day', label: words['rows.day'], render: day },
    { key: 'dims', label: words['rows.dims'], render: dimensions, secondary: true },
    {
      key: 'quantity',
      label: words['column.quantity'],
      unit: figure.unit(entry),
      align: 'end',
      render: (row) => figure.value(entry, countsAs(entry, row)),
      total: () => figure.value(entry, reply.value),
    },
  ];
}
