import { useMemo } from 'react';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { type CapacityRow, correctHerd, type HerdRow, recordHerd, setCapacity } from '../grass-contract.ts';
import { words } from '../words.ts';
import { capacityFields, herdFields, newHerdFields } from './fields.ts';

export type GrassTask =
  | { readonly kind: 'count'; readonly place: number; readonly row?: HerdRow }
  | { readonly kind: 'correct'; readonly row: HerdRow }
  | { readonly kind: 'capacity'; readonly county: number; readonly year: number; readonly row: CapacityRow };

interface Props<T> {
  readonly task: T;
  readonly onClose: () => void;
}

/** The one dialog that is open on the page of a village's grassland. */
export function GrassDialog({ task, onClose }: Props<GrassTask>) {
  switch (task.kind) {
    case 'count':
      return <Count task={task} onClose={onClose} />;
    case 'correct':
      return <CorrectCount row={task.row} onClose={onClose} />;
    case 'capacity':
      return <SetCapacity task={task} onClose={onClose} />;
  }
}

function Count({ task, onClose }: Props<Extract<GrassTask, { kind: 'count' }>>) {
  const t = useWords(words);
  const { place, row } = task;
  const fixed = useMemo(() => {
    return row ? { id: newId(), place, holderId: row.holderId } : { id: newId(), place };
  }, [place, row]);
  return (
    <Dialog title={row ? `${t('herd.new')} ${row.holderName}` : t('herd.new')} onClose={onClose} wide>
      <RecordForm
        schema={recordHerd.body}
        fields={row ? herdFields : newHerdFields}
        fixed={fixed}
        refusals={words}
        submit={(body, options) => call(recordHerd, { body }, options)}
        onSaved={() => {
          notify(t('saved.record'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function CorrectCount({ row, onClose }: { readonly row: HerdRow; readonly onClose: () => void }) {
  const t = useWords(words);
  const params = { county: row.county, id: row.id ?? '' };
  return (
    <Correction
      title={t('herd.correct')}
      onClose={onClose}
      schema={correctHerd.body}
      fields={herdFields}
      initial={row}
      fixed={{ revision: row.revision ?? 0 }}
      refusals={words}
      submit={(body, options) => call(correctHerd, { params, body }, options)}
      onSaved={() => notify(t('saved.record'))}
    />
  );
}

function SetCapacity({ task, onClose }: Props<Extract<GrassTask, { kind: 'capacity' }>>) {
  const t = useWords(words);
  const { county, year, row } = task;
  const fixed = useMemo(() => {
    return row.id === null ? { id: newId(), year } : { id: row.id, year, revision: row.revision ?? 0 };
  }, [row, year]);
  const initial =
    row.sheepUnits === null ? {} : { sheepUnits: row.sheepUnits, documentNumber: row.documentNumber ?? undefined };
  const params = { county, id: row.parcelId };
  return (
    <Dialog title={`${t('capacity.set')} ${row.number} ${row.name} ${year}`} onClose={onClose} wide>
      <RecordForm
        schema={setCapacity.body}
        fields={capacityFields}
        initial={initial}
        fixed={fixed}
        refusals={words}
        submit={(body, options) => call(setCapacity, { params, body }, options)}
        onSaved={() => {
          notify(t('saved.record'));
          onClose();
        }}
      />
    </Dialog>
  );
}
