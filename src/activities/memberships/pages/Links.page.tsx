import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call } from '../../../platform/ui/client.ts';
import { ConfirmWithReason } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { householdSource } from '../../../registers/households/widgets/household-source.ts';
import { getLinks, linkAll, linkOne } from '../link-contract.ts';
import { words } from '../words.ts';

type Links = ReplyOf<typeof getLinks>;
type Row = Links['rows'][number];

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getLinks, { params });
  const all = useWrite(linkAll);
  const [asked, setAsked] = useState(false);
  const [chosen, setChosen] = useState<Row>();
  return (
    <Loaded reply={reply} asPage>
      {({ name, linked, rows, gone }) => (
        <>
          <PageHead
            title={t('links.title')}
            about={t('links.intro')}
            back={<Link to={`/cooperatives/${params.county}/${params.id}`}>{name}</Link>}
            actions={
              rows.some(({ found }) => found) && (
                <button type="button" className="button primary" onClick={() => setAsked(true)}>
                  {t('links.all')}
                </button>
              )
            }
          />
          <p className="note">{t('links.count', { count: linked })}</p>
          {rows.length === 0 ? <EmptyState text={t('links.none')} /> : <Table rows={rows} onChoose={setChosen} />}
          {gone.length > 0 && <Gone gone={gone} />}
          {asked && (
            <ConfirmWithReason
              title={t('links.all')}
              effect={t('links.intro')}
              confirmLabel={t('links.all')}
              needsReason={false}
              onClose={() => setAsked(false)}
              onConfirm={async () => {
                const done = await all.mutateAsync({ params });
                notify(t('links.linked', { count: done.linked }));
              }}
            />
          )}
          {chosen && <Choose row={chosen} params={params} onClose={() => setChosen(undefined)} />}
        </>
      )}
    </Loaded>
  );
}

function Table({ rows, onChoose }: { rows: readonly Row[]; onChoose: (row: Row) => void }) {
  const t = useWords(words);
  const said = ({ found, hasNumber }: Row) =>
    found ? `${found.name} ${found.placeName ?? ''}` : t(hasNumber ? 'links.notFound' : 'links.noNumber');
  return (
    <TableScroll label={t('links.title')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.member')}</th>
            <th scope="col">{t('links.found')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.membershipId}>
              <th scope="row">{`${row.number} ${row.name}`}</th>
              <td>{said(row)}</td>
              <td>
                <button type="button" className="button" onClick={() => onChoose(row)}>
                  {t('links.one')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** Their membership goes on until somebody acts: an inheritance, or a notice. */
function Gone({ gone }: { gone: Links['gone'] }) {
  const t = useWords(words);
  const { date } = useFormat();
  return (
    <section className="record-part">
      <h2>{t('links.gone')}</h2>
      <ul>
        {gone.map((one) => (
          <li key={one.membershipId}>
            {`${one.number} ${one.name}`} · {t(one.leftReason === 'died' ? 'links.died' : 'links.moved')} ·{' '}
            {date(one.leftOn)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const fields: readonly Field[] = [
  { key: 'householdId', kind: 'record', label: words['field.household'], records: householdSource },
];

interface ChooseProps {
  readonly row: Row;
  readonly params: { readonly county: number; readonly id: string };
  readonly onClose: () => void;
}

function Choose({ row, params, onClose }: ChooseProps) {
  const t = useWords(words);
  return (
    <Correction
      title={`${row.number} ${row.name}`}
      onClose={onClose}
      schema={linkOne.body}
      fields={fields}
      fixed={{ revision: row.revision }}
      refusals={words}
      submit={(body, options) =>
        call(linkOne, { params: { ...params, membershipId: row.membershipId }, body }, options)
      }
      onSaved={() => notify(t('said.saved'))}
    />
  );
}
