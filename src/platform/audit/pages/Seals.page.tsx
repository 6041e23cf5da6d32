import { useState } from 'react';
import { Link } from 'react-router';
import type { ReplyOf } from '../../http/contract.ts';
import { call } from '../../ui/client.ts';
import { useFormat, useText, useWords } from '../../ui/language.ts';
import type { Column } from '../../ui/list-types.ts';
import { useAction } from '../../ui/Notices.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { RecordList } from '../../ui/RecordList.tsx';
import type { RowOf } from '../../ui/request.ts';
import { listSealHeads, verify } from '../contract.ts';
import { words } from '../words.ts';

type Sealed = RowOf<typeof listSealHeads>;
type Verified = ReplyOf<typeof verify>;

/** The chain of seals, and the check that nothing before them was changed. */
export default function SealsPage() {
  const t = useWords(words);
  const { instant, number } = useFormat();
  const columns: readonly Column<Sealed>[] = [
    { key: 'number', label: words['seal.number'], align: 'end', render: (row) => number(row.number) },
    { key: 'sealedAt', label: words['seal.sealedAt'], render: (row) => instant(row.sealedAt) },
    { key: 'leafCount', label: words['seal.leafCount'], align: 'end', render: (row) => number(row.leafCount) },
    { key: 'algorithm', label: words['seal.algorithm'], secondary: true },
    { key: 'head', label: words['seal.head'], render: (row) => <code>{`${row.number}:${row.head}`}</code> },
  ];
  return (
    <div className="page">
      <PageHead title={t('menu.seals')} about={t('seal.about')} back={<Link to="/audit">{t('menu.audit')}</Link>} />
      <VerifyForm />
      <RecordList
        contract={listSealHeads}
        columns={columns}
        rowKey={(row) => String(row.number)}
        search={false}
        caption={t('menu.seals')}
        emptyText={t('seal.empty')}
      />
    </div>
  );
}

function VerifyForm() {
  const t = useWords(words);
  const [head, setHead] = useState('');
  const [verified, setVerified] = useState<Verified>();
  const { run, pending, failure } = useAction();
  return (
    <form
      className="sheet stack no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => setVerified(await call(verify, { query: { head: head.trim() || undefined } })));
      }}
    >
      <div className="field">
        <label htmlFor="given-head">{t('seal.givenHead')}</label>
        <input
          id="given-head"
          className="input"
          maxLength={100}
          value={head}
          onChange={(event) => setHead(event.target.value)}
        />
      </div>
      <div className="buttons">
        <button type="submit" className="button primary" disabled={pending}>
          {t(pending ? 'seal.verifying' : 'seal.verify')}
        </button>
      </div>
      <div role="status" className="stack">
        {failure && <p className="strip bad">{failure.title}</p>}
        {verified && <Result verified={verified} />}
      </div>
    </form>
  );
}

function Result({ verified }: { verified: Verified }) {
  const t = useWords(words);
  const text = useText();
  const { events, seals, unsealed, problemCount, problems } = verified;
  const waiting = unsealed > 0 && <p className="note">{t('seal.unsealed', { count: unsealed })}</p>;
  if (problemCount === 0) {
    return (
      <>
        <p className="strip ok">{t('seal.sound', { events, seals })}</p>
        {waiting}
      </>
    );
  }
  return (
    <>
      <p className="strip bad">{t('seal.unsound', { count: problemCount })}</p>
      <ul>
        {problems.slice(0, 100).map(({ kind, seal, event, detail }) => (
          <li key={`${kind} ${seal} ${event?.id} ${detail}`}>
            {text(words[`problem.${kind}`])}
            {seal !== null && ` · ${t('audit.seal')} ${seal}`}
            {event && (
              <>
                {' · '}
                <code>{`${event.county} ${event.id}`}</code>
              </>
            )}
            {detail !== null && ` · ${detail}`}
          </li>
        ))}
      </ul>
      {waiting}
    </>
  );
}
