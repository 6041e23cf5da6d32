import { useId, useState } from 'react';
import { call, download } from '../../../platform/ui/client.ts';
import { DateInput } from '../../../platform/ui/DateInput.tsx';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { ImportDialog } from '../../../platform/ui/ImportDialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { checkOpening, markOpening, openingTemplate, takeOpening } from '../opening-contract.ts';
import { words } from '../words.ts';
import type { Register } from './register-view.ts';

/** First the day as of which the balances stand, then the workbook. */
export function OpeningDialog({ register, onClose }: { register: Register; onClose: () => void }) {
  const t = useWords(words);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [openedOn, setOpenedOn] = useState<string>();
  const params = { county: register.county, id: register.id };
  if (openedOn !== undefined) {
    const query = { openedOn };
    return (
      <ImportDialog
        title={t('opening.action')}
        onClose={onClose}
        template={() => download(openingTemplate, { params })}
        check={(file) => call(checkOpening, { params, query, file })}
        take={(_, file) => call(takeOpening, { params, query, file })}
        marked={(_, file) => download(markOpening, { params, query, file })}
      />
    );
  }
  return (
    <Dialog title={t('opening.action')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) setOpenedOn(typed);
        }}
      >
        <p>{t('opening.about')}</p>
        <div className="field">
          <label htmlFor={id}>{t('opening.openedOn')}</label>
          <DateInput id={id} value={typed} onChange={setTyped} aria-invalid={false} aria-required />
        </div>
        <div className="buttons end">
          <button type="submit" className="button primary" disabled={!/^\d{4}-\d{2}-\d{2}$/.test(typed)}>
            {t('opening.action')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
