import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { formatYuan, toJsonFen } from '../../../platform/pure/money.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { DateInput } from '../../../platform/ui/DateInput.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useMe, useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { PlacePicker } from '../../../platform/ui/PlacePicker.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { listDue, runRents } from '../rent-contract.ts';
import { words } from '../words.ts';
import { runFields } from './fields.ts';
import { PartTable } from './PartTable.tsx';

type Due = ReplyOf<typeof listDue>;

interface Asked {
  readonly place: number;
  readonly through: string;
  readonly taker: string;
}

/** All rent of a village that is due by a day, paid by one act: what the payer brings is checked against the list. */
export default function Page() {
  const t = useWords(words);
  const own = useMe().position.place;
  const today = useToday();
  const [place, setPlace] = useState(own !== null && own % 1000 !== 0 ? own : undefined);
  const [through, setThrough] = useState<string>(today);
  const [taker, setTaker] = useState('');
  return (
    <>
      <PageHead
        title={t('run.title')}
        about={t('run.about')}
        back={<Link to="/land-transfers">{t('transfers.title')}</Link>}
      />
      <div className="list-tools">
        <span className="list-filter">
          <label htmlFor="run-place">{t('field.place')}</label>
          <PlacePicker id="run-place" label={t('field.place')} level="village" value={place} onChange={setPlace} />
        </span>
        <span className="list-filter">
          <label htmlFor="run-through">{t('field.through')}</label>
          <DateInput id="run-through" value={through} onChange={(day) => setThrough(day || today)} />
        </span>
        <span className="list-filter">
          <label htmlFor="run-taker">{t('field.taker')}</label>
          <input id="run-taker" className="input" value={taker} onChange={(event) => setTaker(event.target.value)} />
        </span>
      </div>
      {place === undefined ? (
        <EmptyState text={t('run.choose')} />
      ) : (
        <DueRents key={place} {...{ place, through, taker }} />
      )}
    </>
  );
}

/** Of one village: the list of another never stands under its name. */
function DueRents({ place, through, taker }: Asked) {
  const t = useWords(words);
  const reply = useReply(listDue, { query: { place, through, taker } }, { keepPrevious: true });
  return (
    <Loaded reply={reply}>
      {(due) => (due.rows.length === 0 ? <EmptyState text={t('run.none')} /> : <Run {...{ due, place, through }} />)}
    </Loaded>
  );
}

function Run({ due, place, through }: { readonly due: Due; readonly place: number; readonly through: string }) {
  const t = useWords(words);
  const fixed = useMemo(() => {
    const transfers = due.rows.map(({ id }) => id);
    return { runId: newId(), place, through, transfers, expectedFen: toJsonFen(due.owedFen) };
  }, [due, place, through]);
  return (
    <>
      <DueTable due={due} />
      <RecordForm
        key={fixed.runId}
        schema={runRents.body}
        fields={runFields}
        initial={{ method: 'bank' }}
        fixed={fixed}
        refusals={words}
        submitLabel={t('run.pay', { amount: formatYuan(due.owedFen) })}
        submit={(body, options) => call(runRents, { body }, options)}
        onSaved={({ lines }) => notify(t('saved.run', { lines }))}
      />
    </>
  );
}

function DueTable({ due }: { readonly due: Due }) {
  const t = useWords(words);
  const { date, number, yuan } = useFormat();
  const foot = (
    <tr>
      <th scope="row" colSpan={6}>
        {t('run.sum')}
      </th>
      <td className="end">{yuan(due.owedFen)}</td>
    </tr>
  );
  return (
    <PartTable
      title={t('run.show')}
      foot={foot}
      heads={[
        { label: words['field.transferNumber'] },
        { label: words['field.takerName'] },
        { label: words['field.grantorName'] },
        { label: words['field.takenMu'], end: true },
        { label: words['field.lines'], end: true },
        { label: words['field.firstDueOn'] },
        { label: words['field.owedFen'], end: true },
      ]}
    >
      {due.rows.map((row) => (
        <tr key={row.id}>
          <th scope="row">
            <Link to={`/land-transfers/${row.county}/${row.id}`}>{row.number}</Link>
          </th>
          <td>{row.takerName}</td>
          <td>{row.grantorName}</td>
          <td className="end">{number(row.areaMu)}</td>
          <td className="end">{row.lines}</td>
          <td>{date(row.firstDueOn)}</td>
          <td className="end">{yuan(row.owedFen)}</td>
        </tr>
      ))}
    </PartTable>
  );
}
