import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay, useToday } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportRewards, listRewards, postRewardNotice } from '../contract.ts';
import { rewardStates, schemeKinds } from '../rules.ts';
import { listSchemes } from '../scheme-contract.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';

type Row = RowOf<typeof listRewards>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayExport = useMay('reward.export');
  const [posting, setPosting] = useState(false);
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={<Actions onPost={() => setPosting(true)} />} />
      <RecordList
        contract={listRewards}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/rewards/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('state', rewardStates) },
          { key: 'kind', label: words['field.kind'], kind: 'codes', codes: codesOf('kind', schemeKinds) },
          {
            ...{ key: 'light', label: words['field.light'], kind: 'codes' },
            codes: codesOf('light', ['late', 'near', 'none', 'met']),
          },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        {...(mayExport ? { exportContract: exportRewards } : {})}
        emptyText={t('empty')}
        columns={columns}
      />
      {posting && <PostNotice onClose={() => setPosting(false)} />}
    </>
  );
}

function Actions({ onPost }: { readonly onPost: () => void }) {
  const t = useWords(words);
  const mayApply = useMay('reward.apply');
  const mayPost = useMay('reward.post');
  const mayOversee = useMay('reward.oversee');
  return (
    <>
      <Link className="button" to="/reward-schemes">
        {t('action.schemes')}
      </Link>
      {mayOversee && (
        <Link className="button" to="/reward-batches">
          {t('action.batches')}
        </Link>
      )}
      {mayPost && (
        <button type="button" className="button" onClick={onPost}>
          {t('action.notice')}
        </button>
      )}
      {mayApply && (
        <Link className="button primary" to="/rewards/new">
          {t('action.apply')}
        </Link>
      )}
    </>
  );
}

/** All accepted applications of a village under a scheme hang together. */
function PostNotice({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const today = useToday();
  const initial = useMemo(() => ({ postedOn: today }), [today]);
  const schemes = useReply(listSchemes, {});
  const codes = (schemes.data?.rows ?? []).map((one) => ({ value: one.id, label: one.title }));
  return (
    <FormDialog
      title={t('action.notice')}
      onClose={onClose}
      schema={postRewardNotice.body}
      fields={[
        { key: 'schemeId', kind: 'code', label: words['field.scheme'], codes },
        { key: 'place', kind: 'place', label: words['field.place'], level: 'village' },
        { key: 'postedOn', kind: 'date', label: words['field.postedOn'] },
        { key: 'contact', kind: 'text', label: words['field.contact'], wide: true },
      ]}
      initial={initial}
      fixed={{ id }}
      submit={(body, options) => call(postRewardNotice, { body }, options)}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const { date, number, yuan } = useFormat();
  return [
    { key: 'name', label: words['field.name'], sortable: true },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'schemeTitle', label: words['field.scheme'], wraps: true },
    {
      ...{ key: 'units', label: words['field.units'], align: 'end' },
      render: (row) => `${number(row.units)} ${row.output}`,
    },
    {
      ...{ key: 'amountFen', label: words['field.amount'], align: 'end', sortable: true },
      render: (row) => yuan(row.amountFen),
    },
    {
      ...{ key: 'appliedOn', label: words['field.appliedOn'], sortable: true, secondary: true },
      render: (row) => date(row.appliedOn),
    },
    {
      ...{ key: 'light', label: words['field.checkBy'] },
      render: (row) => (
        <>
          <Light state={row.light} label={text(wordsOf(`code.light.${row.light}`))} /> {date(row.checkBy)}
        </>
      ),
    },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.state.${row.state}`)) },
  ];
}
