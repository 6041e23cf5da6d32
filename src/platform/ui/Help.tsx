import { useMemo, useState } from 'react';
import { Dialog } from './Dialog.tsx';
import { switchSingleKeys, useKeys, useSingleKeys } from './keys.ts';
import { useWords } from './language.ts';
import { words } from './words.ts';

/** `<Help />` stands once in the shell: a `?` button and key that show the shortcuts, and the switch to turn them off. */
export function Help() {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  useKeys(useMemo(() => ({ '?': () => setOpen(true) }), []));
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={t('help.open')}
        title={t('help.open')}
        onClick={() => setOpen(true)}
      >
        ?
      </button>
      {open && (
        <Dialog title={t('help.title')} onClose={() => setOpen(false)}>
          <Shortcuts />
        </Dialog>
      )}
    </>
  );
}

function Shortcuts() {
  const t = useWords(words);
  const on = useSingleKeys();
  return (
    <>
      <dl className="keys">
        {shortcuts.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input type="checkbox" checked={on} onChange={(event) => switchSingleKeys(event.target.checked)} />
        {t('help.singleKeys')}
      </label>
    </>
  );
}

const shortcuts = [
  ['/', 'help.search'],
  ['j  k', 'help.rows'],
  ['Enter', 'help.openRow'],
  ['x', 'help.select'],
  ['1–5', 'help.verbs'],
  ['Ctrl + Enter', 'help.save'],
  ['Esc', 'help.close'],
  ['?', 'help.help'],
] as const;
