import { useState } from 'react';
import { newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { addToRoll, fillRoll, listRoll } from '../roll-contract.ts';
import { words } from '../words.ts';
import { RollTable } from './RollTable.tsx';
import type { AssemblyView } from './views.ts';

/** The roll by name: who came is ticked off row by row and saved at once. */
export function Roll({ assembly }: { assembly: AssemblyView }) {
  const t = useWords(words);
  const params = { county: assembly.county, id: assembly.id };
  const reply = useReply(listRoll, { params });
  return (
    <Loaded reply={reply}>
      {({ rows, allowed }) => {
        const may = allowed.includes('assembly.call');
        // a roll that was saved begins anew, without the marks of before
        const version = rows.map((row) => row.revision).join();
        return (
          <>
            {may && <RollTools assembly={assembly} />}
            {rows.length === 0 && <EmptyState text={t('part.noRoll')} />}
            {rows.length > 0 && <RollTable key={version} assembly={assembly} rows={rows} may={may} />}
          </>
        );
      }}
    </Loaded>
  );
}

function RollTools({ assembly }: { assembly: AssemblyView }) {
  const t = useWords(words);
  const params = { county: assembly.county, id: assembly.id };
  const fill = useWrite(fillRoll);
  const add = useWrite(addToRoll);
  const [naming, setNaming] = useState(false);
  const { run, pending } = useAction();
  async function fillUp(): Promise<void> {
    const { added } = await fill.mutateAsync({ params, body: {} });
    notify(t('said.filled', { count: added }));
  }
  return (
    <p className="buttons no-print">
      {assembly.cooperativeId && assembly.organ === 'members_assembly' && (
        <button type="button" className="button" disabled={pending} onClick={() => void run(fillUp)}>
          {t('action.fill')}
        </button>
      )}
      <button type="button" className="button" onClick={() => setNaming(true)}>
        {t('action.names')}
      </button>
      {naming && (
        <NamesDialog
          onClose={() => setNaming(false)}
          onNames={async (names) => {
            const people = names.map((name) => ({ id: newId(), name }));
            const { added } = await add.mutateAsync({ params, body: { people } });
            notify(t('said.filled', { count: added }));
          }}
        />
      )}
    </p>
  );
}

interface NamesProps {
  readonly onNames: (names: readonly string[]) => Promise<void>;
  readonly onClose: () => void;
}

function NamesDialog({ onNames, onClose }: NamesProps) {
  const t = useWords(words);
  const [typed, setTyped] = useState('');
  const { run, pending, failure } = useAction();
  const names = typed.split('\n').flatMap((line) => line.trim() || []);
  async function send(): Promise<void> {
    await onNames(names);
    onClose();
  }
  return (
    <Dialog title={t('action.names')} onClose={onClose}>
      <label className="field">
        <span>{t('field.names')}</span>
        <textarea className="input" rows={8} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      <div className="buttons end">
        <button
          type="button"
          className="button primary"
          disabled={pending || names.length === 0}
          onClick={() => void run(send)}
        >
          {t('action.names')}
        </button>
      </div>
    </Dialog>
  );
}
