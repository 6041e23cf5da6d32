import { useId, useState } from 'react';
import { formatYuan } from '../../../platform/pure/money.ts';
import { call, download, newId } from '../../../platform/ui/client.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { MoneyInput } from '../../../platform/ui/MoneyInput.tsx';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { PlacePicker } from '../../../platform/ui/PlacePicker.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { linesTemplate, readLines } from '../order-contract.ts';
import { words } from '../words.ts';

/** A line as it stands in the form. */
export interface LineDraft {
  readonly key: string;
  readonly place: number | undefined;
  /** of lines that came with a workbook */
  readonly placeName?: string;
  readonly text: string;
  readonly amountFen: bigint | undefined;
}

interface LinesProps {
  readonly lines: readonly LineDraft[];
  readonly onChange: (lines: readonly LineDraft[]) => void;
}

/** The lines of an order: typed, or read from a workbook and looked at before anything is written. */
export function OrderLines({ lines, onChange }: LinesProps) {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  const total = lines.reduce((sum, { amountFen }) => sum + (amountFen ?? 0n), 0n);
  const set = (key: string, change: Partial<LineDraft>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...change } : line)));
  return (
    <section className="record-part">
      <h2>{t('lines.title')}</h2>
      <Tools lines={lines} onChange={onChange} />
      {lines.length === 0 && <p className="note">{t('lines.empty')}</p>}
      {lines.length > 0 && (
        <TableScroll label={t('lines.title')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('field.place')}</th>
                <th scope="col">{t('field.amount')}</th>
                <th scope="col">{t('lines.remove')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <LineRow
                  key={line.key}
                  line={line}
                  onChange={(change) => set(line.key, change)}
                  onRemove={() => onChange(lines.filter(({ key }) => key !== line.key))}
                />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('lines.sum', { lines: number(lines.length) })}</th>
                <td colSpan={2}>{yuan(total)}</td>
              </tr>
            </tfoot>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

interface RowProps {
  readonly line: LineDraft;
  readonly onChange: (change: Partial<LineDraft>) => void;
  readonly onRemove: () => void;
}

function LineRow({ line, onChange, onRemove }: RowProps) {
  const t = useWords(words);
  return (
    <tr>
      <td>
        {line.placeName ?? (
          <PlacePicker label={t('field.place')} value={line.place} onChange={(place) => onChange({ place })} />
        )}
      </td>
      <td>
        <MoneyInput
          aria-label={t('field.amount')}
          value={line.text}
          onChange={(text, amountFen) => onChange({ text, amountFen })}
        />
      </td>
      <td>
        <button type="button" className="button quiet" onClick={onRemove}>
          {t('lines.remove')}
        </button>
      </td>
    </tr>
  );
}

function Tools({ lines, onChange }: LinesProps) {
  const t = useWords(words);
  return (
    <>
      <div className="buttons">
        <button
          type="button"
          className="button"
          onClick={() => onChange([...lines, { key: newId(), place: undefined, text: '', amountFen: undefined }])}
        >
          {t('lines.add')}
        </button>
        <button type="button" className="button quiet" onClick={() => void download(linesTemplate)}>
          {t('lines.template')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => void download(linesTemplate, { query: { standard: 'true' } })}
        >
          {t('lines.standard')}
        </button>
      </div>
      <ReadFile lines={lines} onChange={onChange} />
    </>
  );
}

function ReadFile({ lines, onChange }: LinesProps) {
  const t = useWords(words);
  const id = useId();
  const { number } = useFormat();
  const [errors, setErrors] = useState<readonly { readonly row: number; readonly message: string }[]>([]);
  const { run, pending, failure } = useAction();
  async function read(file: File): Promise<void> {
    const found = await call(readLines, { file });
    setErrors(found.errors);
    const fresh = found.lines.map(({ place, placeName, amountFen }) => ({
      ...{ key: newId(), place, placeName, amountFen },
      text: formatYuan(amountFen),
    }));
    onChange([...lines, ...fresh]);
  }
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('lines.read')}</label>
        <input
          id={id}
          type="file"
          className="input"
          accept=".xlsx,.xls,.csv"
          disabled={pending}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) void run(() => read(file));
          }}
        />
      </div>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      {errors.length > 0 && (
        <div className="strip bad" role="alert">
          <p>{t('lines.errors', { count: number(errors.length) })}</p>
          <ul>
            {errors.slice(0, 20).map(({ row, message }) => (
              <li key={`${row} ${message}`}>
                {row}: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
