import { Dialog } from '../../ui/Dialog.tsx';
import { useWords } from '../../ui/language.ts';
import { words } from '../words.ts';

/** Shows a one-time password the once that it can be seen, to be read out or printed. */
export function OneTimePassword({ login, password, onClose }: OneTimePasswordProps) {
  const t = useWords(words);
  return (
    <Dialog title={t('oneTime.title')} onClose={onClose}>
      <div className="stack">
        <p>{t('oneTime.about')}</p>
        <dl className="pairs">
          <div className="pair">
            <dt>{t('account.login')}</dt>
            <dd>{login}</dd>
          </div>
          <div className="pair">
            <dt>{t('oneTime.title')}</dt>
            <dd>
              <strong className="number">{password}</strong>
            </dd>
          </div>
        </dl>
        <div className="buttons end no-print">
          <button type="button" className="button" onClick={() => window.print()}>
            {t('oneTime.print')}
          </button>
          <button type="button" className="button primary" onClick={onClose}>
            {t('oneTime.close')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

interface OneTimePasswordProps {
  readonly login: string;
  readonly password: string;
  readonly onClose: () => void;
}
