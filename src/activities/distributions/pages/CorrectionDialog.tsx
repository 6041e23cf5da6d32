import { useId, useMemo, useState } from 'react';
import { formatYuan, parseYuan, toJsonFen } from '../../../platform/pure/money.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { MoneyInput } from '../../../platform/ui/MoneyInput.tsx';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordPicker } from '../../../platform/ui/RecordPicker.tsx';
import type { RecordSource } from '../../../platform/ui/records.ts';
import type { RowOf } from '../../../platform/ui/request.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { listLines, proposeCorrection } from '../dividend-contract.ts';
import { words } from '../words.ts';
import { keyOf, type PartProps } from './views.ts';

type Line = RowOf<typeof listLines>;

/** What a member should have got, as typed. */
interface Wanted {
  readonly line: Line;
  readonly refund: string;
  readonly remainder: string;
}

interface DialogProps extends PartProps {
  readonly onClose: () => void;
}

/** Members and what they should have got; old, new and difference stand side by side before it is proposed. */
export function CorrectionDialog({ distribution, onClose }: DialogProps) {
  const t = useWords(words);
  const causeId = useId();
  const { cause, setCause, wanted, setWanted, ready, send } = useProposal(distribution, onClose);
  const { run, pending, failure } = useAction();
  return (
    <Dialog title={t('action.correct')} onClose={onClose} wide>
      <div className="stack">
        <p>{t('correct.about')}</p>
        <div className="field">
          <label htmlFor={causeId}>{t('field.cause')}</label>
          <textarea
            id={causeId}
            className="input"
            maxLength={500}
            value={cause}
            onChange={(event) => setCause(event.target.value)}
          />
        </div>
        <AddMember distribution={distribution} onAdd={(line) => setWanted(withLine(wanted, line))} />
        {wanted.length === 0 && <p className="note">{t('correct.none')}</p>}
        {wanted.length > 0 && <WantedTable wanted={wanted} onChange={setWanted} />}
        {failure && (
          <p className="strip bad" role="alert">
            {failure.title}
          </p>
        )}
        <div className="buttons end">
          <button type="button" className="button" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button type="button" className="button primary" disabled={pending || !ready} onClick={() => void run(send)}>
            {t('action.correct')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

/** What is being proposed, whether it is whole, and how it is sent. */
function useProposal(distribution: DialogProps['distribution'], onClose: () => void) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const [cause, setCause] = useState('');
  const [wanted, setWanted] = useState<readonly Wanted[]>([]);
  const propose = useWrite(proposeCorrection);
  const isWhole = wanted.every(
    ({ refund, remainder }) => fenOf(refund) !== undefined && fenOf(remainder) !== undefined,
  );
  async function send(): Promise<void> {
    const lines = wanted.map(({ line, refund, remainder }) => ({
      membershipId: line.membershipId,
      ...{ refundFen: toJsonFen(fenOf(refund) ?? 0n), remainderFen: toJsonFen(fenOf(remainder) ?? 0n) },
    }));
    await propose.mutateAsync({ params: keyOf(distribution), body: { id, cause: cause.trim(), lines } });
    notify(t('said.proposed'));
    onClose();
  }
  return { cause, setCause, wanted, setWanted, send, ready: wanted.length > 0 && isWhole && cause.trim().length > 1 };
}

function withLine(wanted: readonly Wanted[], line: Line): readonly Wanted[] {
  return wanted.some((one) => one.line.membershipId === line.membershipId) ? wanted : [...wanted, asItIs(line)];
}

function fenOf(text: string): bigint | undefined {
  const read = parseYuan(text);
  return read.ok && read.value >= 0n ? read.value : undefined;
}

/** The refund and the remainder as they stand, earlier corrections included. */
function standing(line: Line): { readonly refundFen: bigint; readonly remainderFen: bigint } {
  const { patronageRefundFen, remainderFen, givenOnFen, changedFen, changedRefundFen } = line;
  return {
    refundFen: patronageRefundFen + changedRefundFen,
    remainderFen: remainderFen + givenOnFen + changedFen - changedRefundFen,
  };
}

function asItIs(line: Line): Wanted {
  const { refundFen, remainderFen } = standing(line);
  return { line, refund: formatYuan(refundFen), remainder: formatYuan(remainderFen) };
}

function AddMember({ distribution, onAdd }: PartProps & { readonly onAdd: (line: Line) => void }) {
  const t = useWords(words);
  const id = useId();
  const [count, setCount] = useState(0);
  const { source, seen } = useMemo(() => lineSource(keyOf(distribution)), [distribution]);
  function add(membershipId: string | undefined): void {
    const line = membershipId === undefined ? undefined : seen.get(membershipId);
    if (!line) return;
    onAdd(line);
    setCount((before) => before + 1);
  }
  return (
    <div className="field">
      <label htmlFor={id}>{t('action.addMember')}</label>
      <RecordPicker key={count} id={id} source={source} value={undefined} onChange={add} />
    </div>
  );
}

/** The members of a distribution for a picker, with the lines that were found. */
function lineSource(params: { readonly county: number; readonly id: string }) {
  const seen = new Map<string, Line>();
  const source: RecordSource = {
    key: `lines of ${params.id}`,
    search: async (q, signal) => {
      const { rows } = await call(listLines, { params, query: { q, limit: 20 } }, { signal });
      for (const row of rows) seen.set(row.membershipId, row);
      return rows.map(({ membershipId, number, name, memberPlaceName }) => ({
        ...{ value: membershipId, label: `${number} ${name}`, sub: memberPlaceName ?? '' },
      }));
    },
  };
  return { source, seen };
}

interface WantedProps {
  readonly wanted: readonly Wanted[];
  readonly onChange: (wanted: readonly Wanted[]) => void;
}

function WantedTable({ wanted, onChange }: WantedProps) {
  const t = useWords(words);
  const heads = ['field.old', 'field.newRefund', 'field.newRemainder', 'field.new', 'field.difference'] as const;
  return (
    <TableScroll label={t('action.correct')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.member')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="end">
                {t(head)}
              </th>
            ))}
            <th scope="col" aria-label={t('action.leaveOut')} />
          </tr>
        </thead>
        <tbody>
          {wanted.map((one, at) => (
            <WantedLine
              key={one.line.membershipId}
              wanted={one}
              onChange={(next) => onChange(wanted.with(at, { ...one, ...next }))}
              onRemove={() => onChange(wanted.toSpliced(at, 1))}
            />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

interface LineProps {
  readonly wanted: Wanted;
  readonly onChange: (next: Partial<Wanted>) => void;
  readonly onRemove: () => void;
}

function WantedLine({ wanted, onChange, onRemove }: LineProps) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const { line, refund, remainder } = wanted;
  const name = `${line.number} ${line.name}`;
  const { refundFen, remainderFen } = standing(line);
  const oldFen = refundFen + remainderFen;
  const newFen = (fenOf(refund) ?? 0n) + (fenOf(remainder) ?? 0n);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="end">{yuan(oldFen)}</td>
      <td>
        <MoneyInput
          aria-label={`${t('field.newRefund')} ${name}`}
          value={refund}
          onChange={(text) => onChange({ refund: text })}
        />
      </td>
      <td>
        <MoneyInput
          aria-label={`${t('field.newRemainder')} ${name}`}
          value={remainder}
          onChange={(text) => onChange({ remainder: text })}
        />
      </td>
      <td className="end">{yuan(newFen)}</td>
      <td className="end">{yuan(newFen - oldFen)}</td>
      <td>
        <button
          type="button"
          className="button quiet"
          aria-label={`${t('action.leaveOut')} ${name}`}
          onClick={onRemove}
        >
          {t('action.leaveOut')}
        </button>
      </td>
    </tr>
  );
}
