import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmWithReason } from './Dialog.tsx';
import { useText, useWords } from './language.ts';
import type { BulkAction } from './list-types.ts';
import { notify } from './Notices.tsx';
import { words } from './words.ts';

/** What can be done with the selected rows; each act shows its effect before it happens. */
export function BulkBar<Row>({ rows, actions, onDone }: BulkProps<Row>) {
  const t = useWords(words);
  const text = useText();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<BulkAction<Row>>();
  async function confirm(action: BulkAction<Row>, reason: string): Promise<void> {
    notify(await action.run(rows, reason));
    onDone();
    await client.invalidateQueries();
  }
  return (
    <div className="strip no-print" role="status">
      <span>{t('list.selected', { count: rows.length })}</span>
      <span className="buttons">
        {actions.map((action) => (
          <button key={action.key} type="button" className="button" onClick={() => setChosen(action)}>
            {text(action.label)}
          </button>
        ))}
        <button type="button" className="button quiet" onClick={onDone}>
          {t('list.unselect')}
        </button>
      </span>
      {chosen && (
        <ConfirmWithReason
          title={text(chosen.label)}
          effect={chosen.preview(rows)}
          confirmLabel={`${text(chosen.label)} (${rows.length})`}
          needsReason={chosen.needsReason ?? false}
          danger={chosen.danger ?? false}
          onConfirm={(reason) => confirm(chosen, reason)}
          onClose={() => setChosen(undefined)}
        />
      )}
    </div>
  );
}

interface BulkProps<Row> {
  readonly rows: readonly Row[];
  readonly actions: readonly BulkAction<Row>[];
  readonly onDone: () => void;
}
