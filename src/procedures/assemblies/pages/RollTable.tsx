import { useState } from 'react';
import { ConfirmWithReason } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { markRoll, strikeFromRoll } from '../roll-contract.ts';
import { attendanceModes } from '../rules.ts';
import { words } from '../words.ts';
import type { AssemblyView, RollRow } from './views.ts';

type Mark = Pick<RollRow, 'id' | 'revision' | 'mode' | 'proxyName' | 'additionalVotes'>;

interface TableProps {
  readonly assembly: AssemblyView;
  readonly rows: readonly RollRow[];
  readonly may: boolean;
}

const heads = ['number', 'name', 'memberPlace', 'mode', 'proxyName', 'additionalVotes'] as const;

/** One row a person; what was changed is kept until all of it is saved together. */
export function RollTable({ assembly, rows, may }: TableProps) {
  const t = useWords(words);
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map());
  const [struck, setStruck] = useState<RollRow>();
  function set(row: RollRow, change: Partial<Mark>): void {
    setMarks(new Map([...marks, [row.id, { ...(marks.get(row.id) ?? markOf(row)), ...change }]]));
  }
  function everybody(): void {
    setMarks(new Map(rows.map((row) => [row.id, { ...markOf(row), ...marks.get(row.id), ...present }])));
  }
  return (
    <>
      {may && <MarkBar assembly={assembly} marks={[...marks.values()]} onEverybody={everybody} />}
      <TableScroll label={t('tab.roll')}>
        <table className="table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`field.${head}`)}
                </th>
              ))}
              {may && <th scope="col" aria-label={t('action.strike')} />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const shown = { ...row, ...marks.get(row.id) };
              if (!may) return <PersonRow key={row.id} row={shown} />;
              return (
                <MarkRow
                  key={row.id}
                  row={shown}
                  hasProxies={assembly.proxyRule !== 'none'}
                  onChange={(change) => set(row, change)}
                  onStrike={() => setStruck(row)}
                />
              );
            })}
          </tbody>
        </table>
      </TableScroll>
      {struck && <StrikeDialog assembly={assembly} row={struck} onClose={() => setStruck(undefined)} />}
    </>
  );
}

const present = { mode: 'present', proxyName: null } as const;

function markOf({ id, revision, mode, proxyName, additionalVotes }: RollRow): Mark {
  return { id, revision, mode, proxyName, additionalVotes };
}

interface BarProps {
  readonly assembly: AssemblyView;
  readonly marks: readonly Mark[];
  readonly onEverybody: () => void;
}

function MarkBar({ assembly: { county, id }, marks, onEverybody }: BarProps) {
  const t = useWords(words);
  const write = useWrite(markRoll);
  const { run, pending, failure } = useAction();
  async function save(): Promise<void> {
    await write.mutateAsync({ params: { county, id }, body: { marks: [...marks] } });
    notify(t('said.saved'));
  }
  return (
    <>
      <p className="buttons no-print">
        <button type="button" className="button" onClick={onEverybody}>
          {t('action.allPresent')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={pending || marks.length === 0}
          onClick={() => void run(save)}
        >
          {t('action.saveRoll', { count: marks.length })}
        </button>
      </p>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
    </>
  );
}

function PersonRow({ row }: { row: RollRow }) {
  const t = useWords(words);
  return (
    <tr>
      <td>{row.number}</td>
      <th scope="row">{row.name}</th>
      <td>{row.memberPlaceName}</td>
      <td>{t(`code.mode.${row.mode}`)}</td>
      <td>{row.proxyName}</td>
      <td className="end">{row.additionalVotes || ''}</td>
    </tr>
  );
}

interface MarkRowProps {
  readonly row: RollRow;
  readonly hasProxies: boolean;
  readonly onChange: (change: Partial<Mark>) => void;
  readonly onStrike: () => void;
}

function MarkRow({ row, hasProxies, onChange, onStrike }: MarkRowProps) {
  const t = useWords(words);
  return (
    <tr>
      <td>{row.number}</td>
      <th scope="row">{row.name}</th>
      <td>{row.memberPlaceName}</td>
      <td>
        <ModeSelect row={row} hasProxies={hasProxies} onChange={onChange} />
      </td>
      <td>
        {row.mode === 'proxy' && (
          <input
            className="input"
            aria-label={`${row.name} ${t('field.proxyName')}`}
            value={row.proxyName ?? ''}
            onChange={({ target }) => onChange({ proxyName: target.value })}
          />
        )}
      </td>
      <td className="end">
        <input
          className="input"
          inputMode="numeric"
          aria-label={`${row.name} ${t('field.additionalVotes')}`}
          value={row.additionalVotes || ''}
          onChange={({ target }) => onChange({ additionalVotes: Number(target.value.replace(/\D/g, '')) || 0 })}
        />
      </td>
      <td>
        <button type="button" className="button quiet" onClick={onStrike}>
          {t('action.strike')}
        </button>
      </td>
    </tr>
  );
}

function ModeSelect({ row, hasProxies, onChange }: Omit<MarkRowProps, 'onStrike'>) {
  const t = useWords(words);
  const modes = attendanceModes.filter((mode) => mode !== 'proxy' || hasProxies || row.mode === 'proxy');
  function choose(value: string): void {
    const mode = attendanceModes.find((one) => one === value) ?? 'absent';
    onChange({ mode, ...(mode === 'proxy' ? {} : { proxyName: null }) });
  }
  return (
    <select
      className="input"
      aria-label={`${row.name} ${t('field.mode')}`}
      value={row.mode}
      onChange={({ target }) => choose(target.value)}
    >
      {modes.map((mode) => (
        <option key={mode} value={mode}>
          {t(`code.mode.${mode}`)}
        </option>
      ))}
    </select>
  );
}

interface StrikeProps {
  readonly assembly: AssemblyView;
  readonly row: RollRow;
  readonly onClose: () => void;
}

function StrikeDialog({ assembly: { county, id }, row, onClose }: StrikeProps) {
  const t = useWords(words);
  const strike = useWrite(strikeFromRoll);
  return (
    <ConfirmWithReason
      title={t('action.strike')}
      effect={t('effect.strike', { name: row.name })}
      confirmLabel={t('action.strike')}
      danger
      onClose={onClose}
      onConfirm={(reason) => strike.mutateAsync({ params: { county, id }, body: { attendanceId: row.id, reason } })}
    />
  );
}
