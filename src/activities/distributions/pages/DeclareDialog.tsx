import { useEffect, useState } from 'react';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { declareDistribution } from '../contract.ts';
import { words } from '../words.ts';
import { keyOf, type PartProps } from './views.ts';

/** Posts what was resolved. Many members take a while: then it says so instead of standing still. */
export function DeclareDialog({ distribution, onClose }: PartProps & { readonly onClose: () => void }) {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  const declare = useWrite(declareDistribution);
  const { run, pending, failure } = useAction();
  const isLate = useLate(pending);
  const members = number(distribution.members);
  async function post(): Promise<void> {
    const body = { revision: distribution.revision };
    const { totalFen } = await declare.mutateAsync({ params: keyOf(distribution), body });
    notify(t('said.declared', { members, total: yuan(totalFen) }));
    onClose();
  }
  return (
    <Dialog title={t('action.declare')} onClose={onClose}>
      <div className="stack">
        <p>{t('effect.declare', { total: yuan(distribution.totalFen ?? 0n), members })}</p>
        {isLate && (
          <div role="status">
            <p>{t('declare.running', { members })}</p>
            <progress className="progress" aria-label={t('action.declare')} />
          </div>
        )}
        {failure && (
          <p className="strip bad" role="alert">
            {failure.title}
          </p>
        )}
        <div className="buttons end">
          <button type="button" className="button" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button type="button" className="button primary" disabled={pending} onClick={() => void run(post)}>
            {t('action.declare')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

/** Whether something has been under way for more than a second. */
function useLate(pending: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!pending) return setLate(false);
    const timer = setTimeout(() => setLate(true), 1000);
    return () => clearTimeout(timer);
  }, [pending]);
  return isLate;
}
