import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { listOffered, takeMotion } from '../motion-contract.ts';
import { words } from '../words.ts';
import type { AssemblyView } from './views.ts';

/** What waits for a meeting of this body; one press puts it on the agenda. */
export function Offered({ assembly, onClose }: { assembly: AssemblyView; onClose: () => void }) {
  const t = useWords(words);
  const { date } = useFormat();
  const { county, id, cooperativeId, place } = assembly;
  const reply = useReply(listOffered, { query: { limit: 200, ...(cooperativeId ? { cooperativeId } : {}) } });
  const take = useWrite(takeMotion);
  const { run, pending, failure } = useAction();
  async function put(motionId: string, revision: number): Promise<void> {
    await take.mutateAsync({ params: { county, id }, body: { motionId, revision } });
    onClose();
    notify(t('said.motion'));
  }
  return (
    <Dialog title={t('part.offered')} onClose={onClose} wide>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      <Loaded reply={reply}>
        {({ rows }) => {
          const fitting = rows.filter((row) => row.place === place && row.cooperativeId === cooperativeId);
          if (fitting.length === 0) return <EmptyState text={t('part.noMotions')} />;
          return (
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('field.motionTitle')}</th>
                  <th scope="col">{t('field.matter')}</th>
                  <th scope="col">{t('field.offeredOn')}</th>
                  <th scope="col" aria-label={t('action.take')} />
                </tr>
              </thead>
              <tbody>
                {fitting.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">{row.title}</th>
                    <td>{t(`code.matter.${row.matter}`)}</td>
                    <td>{date(row.offeredOn)}</td>
                    <td>
                      <button
                        type="button"
                        className="button"
                        disabled={pending}
                        onClick={() => void run(() => put(row.id, row.revision))}
                      >
                        {t('action.take')}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Loaded>
    </Dialog>
  );
}
