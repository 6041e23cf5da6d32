import { useSearchParams } from 'react-router';
import { useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { PlacePicker } from '../../../platform/ui/PlacePicker.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordPicker } from '../../../platform/ui/RecordPicker.tsx';
import { EmptyState, Loaded, Skeleton } from '../../../platform/ui/States.tsx';
import { getFlows } from '../trace-contract.ts';
import { words } from '../words.ts';
import { FlowPicture } from './FlowPicture.tsx';
import { PayeeTable } from './PayeeTable.tsx';
import { documentSource, keyOf } from './sources.ts';
import { TracePieces } from './TracePieces.tsx';

/** Both ways on one screen: the picture with its flows, a document forward, a payee back. */
export default function Page() {
  const t = useWords(words);
  const [search, setSearch] = useSearchParams();
  const place = Number(search.get('place')) || undefined;
  const chosen = search.get('document') ?? undefined;
  const payee = search.get('payee') ?? undefined;
  const document = chosen === undefined ? undefined : keyOf(chosen).id;
  const reply = useReply(getFlows, { query: { place, document } }, { keepPrevious: true });
  const change = (key: string, value: string | undefined) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === undefined || value === '') next.delete(key);
      else next.set(key, value);
      return next;
    });
  return (
    <>
      <PageHead
        title={t('trace.title')}
        about={t('trace.intro')}
        actions={
          <button type="button" className="button" onClick={() => window.print()}>
            {t('action.print')}
          </button>
        }
      />
      <div className="list-tools no-print">
        <PlacePicker
          compact
          label={t('field.place')}
          value={place}
          onChange={(code) => change('place', code?.toString())}
        />
        <div className="list-filter">
          <label htmlFor="trace-document">{t('field.document')}</label>
          <RecordPicker
            id="trace-document"
            source={documentSource}
            value={chosen}
            placeholder={t('trace.all')}
            onChange={(value) => change('document', value)}
          />
        </div>
      </div>
      <section className="record-part">
        <h2>{t('trace.picture')}</h2>
        <Loaded reply={reply} skeleton={<Skeleton rows={12} />}>
          {(flows) =>
            flows.links.length === 0 ? <EmptyState text={t('trace.empty')} /> : <FlowPicture flows={flows} />
          }
        </Loaded>
      </section>
      {document === undefined && payee === undefined && <p className="note">{t('trace.choose')}</p>}
      {payee !== undefined && <TracePieces query={{ payeeId: payee }} titled />}
      {document !== undefined && <PayeeTable document={document} place={place} />}
    </>
  );
}
