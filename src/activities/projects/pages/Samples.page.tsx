import { Link } from 'react-router';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { listSamples } from '../audit-contract.ts';
import { words } from '../words.ts';

type Row = RowOf<typeof listSamples>;

export default function Page() {
  const t = useWords(words);
  const columns = useColumns();
  const mayDraw = useMay('audit_sample.draw');
  const toNew = mayDraw && (
    <Link className="button primary" to="/audit-samples/new">
      {t('action.draw')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('title.samples')} about={t('intro.samples')} actions={toNew} />
      <RecordList
        contract={listSamples}
        caption={t('title.samples')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/audit-samples/${row.county}/${row.id}`}
        searchPlaceholder={words['search.samples']}
        filters={[]}
        emptyText={t('empty.samples')}
        emptyAction={toNew}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { date, number } = useFormat();
  return [
    { key: 'title', label: words['field.sampleTitle'] },
    { key: 'drawnForName', label: words['field.drawnFor'] },
    { key: 'seed', label: words['field.seed'], secondary: true },
    {
      ...{ key: 'paidFrom', label: words['field.period'], secondary: true },
      render: (row) => `${date(row.paidFrom)} – ${date(row.paidThrough)}`,
    },
    { key: 'population', label: words['field.population'], align: 'end', render: (row) => number(row.population) },
    { key: 'size', label: words['field.size'], align: 'end', render: (row) => number(row.size) },
    { key: 'looked', label: words['field.looked'], align: 'end', render: (row) => number(row.looked) },
    { key: 'objected', label: words['field.objected'], align: 'end', render: (row) => number(row.objected) },
    { key: 'drawnOn', label: words['field.drawnOn'], render: (row) => date(row.drawnOn) },
  ];
}
