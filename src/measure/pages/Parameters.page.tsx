import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { call } from '../../platform/ui/client.ts';
import { DateInput } from '../../platform/ui/DateInput.tsx';
import { ConfirmWithReason, Dialog } from '../../platform/ui/Dialog.tsx';
import type { Field } from '../../platform/ui/form-fields.ts';
import { useFormat, useText, useWords } from '../../platform/ui/language.ts';
import { notify } from '../../platform/ui/Notices.tsx';
import { PageHead } from '../../platform/ui/PageHead.tsx';
import { useReply, useWrite } from '../../platform/ui/queries.ts';
import { RecordForm } from '../../platform/ui/RecordForm.tsx';
import { Loaded } from '../../platform/ui/States.tsx';
import { listParameters, setParameter, takeBackParameter } from '../contract.ts';
import { type Parameter, ParameterTable, useParameterValue } from '../widgets/ParameterTable.tsx';
import { words } from '../words.ts';

/** Every number that rules use, as of a day, with its history; the city office sets new dated values. */
export default function ParametersPage() {
  const t = useWords(words);
  const [search, setSearch] = useSearchParams();
  const [setting, setSetting] = useState<Parameter>();
  const [shown, setShown] = useState<Parameter>();
  const day = search.get('day') ?? undefined;
  const reply = useReply(listParameters, { query: { day } }, { keepPrevious: true });
  const may = reply.data?.allowed.includes('measure.set_parameter') ?? false;
  return (
    <div className="page">
      <PageHead
        title={t('parameters')}
        about={t('parametersAbout')}
        actions={
          <div className="joined">
            <span className="unit" aria-hidden="true">
              {t('onDay')}
            </span>
            <DateInput
              aria-label={t('onDay')}
              value={day ?? reply.data?.day ?? ''}
              onCommit={(exact) => setSearch(exact === '' ? {} : { day: exact }, { replace: true })}
            />
          </div>
        }
      />
      <Loaded reply={reply}>
        {({ rows }) => (
          <ParameterTable
            rows={rows}
            actions={(row) => (
              <div className="buttons no-print">
                <button type="button" className="button quiet" onClick={() => setShown(row)}>
                  {t('history')} {row.history.length}
                </button>
                {may && (
                  <button type="button" className="button quiet" onClick={() => setSetting(row)}>
                    {t('setValue')}
                  </button>
                )}
              </div>
            )}
          />
        )}
      </Loaded>
      {setting && <SetDialog parameter={setting} onClose={() => setSetting(undefined)} />}
      {shown && <HistoryDialog parameter={shown} may={may} onClose={() => setShown(undefined)} />}
    </div>
  );
}

interface DialogProps {
  readonly parameter: Parameter;
  readonly onClose: () => void;
}

function SetDialog({ parameter, onClose }: DialogProps) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const say = useParameterValue();
  const { code, unit, name } = parameter;
  const isRatio = unit === 'bp';
  const kind = isRatio ? 'decimal' : unit === 'fen' ? 'yuan' : 'integer';
  const fields: readonly Field[] = [
    { key: 'startsOn', label: words.since, kind: 'date' },
    { key: 'endsOn', label: words.until, kind: 'date' },
    { key: 'value', label: words.newValue, kind, ...(kind === 'yuan' ? {} : { unit: words[`unit.${unit}`] }) },
    { key: 'source', label: words.source, kind: 'text', wide: true },
    { key: 'reason', label: words.reason, kind: 'text', wide: true },
  ];
  return (
    <Dialog title={`${t('setValue')} · ${text(name)}`} onClose={onClose}>
      <RecordForm
        schema={isRatio ? ratioBody : setParameter.body}
        fields={fields}
        refusals={words}
        draftKey={`parameter-${code}`}
        submit={(typed, options) => {
          const body = isRatio ? { ...typed, value: Math.round(typed.value * 100) } : typed;
          return call(setParameter, { params: { code }, body }, options).then(() => body);
        }}
        onSaved={({ startsOn, value }) => {
          notify(t('valueSet', { name: text(name), day: date(startsOn), value: say(unit, value) }));
          onClose();
        }}
      />
    </Dialog>
  );
}

/** Ratios are typed in per cent with up to two decimals, and kept in basis points. */
const ratioBody = setParameter.body.extend({ value: z.number().min(0).max(100) });

function HistoryDialog({ parameter, may, onClose }: DialogProps & { readonly may: boolean }) {
  const t = useWords(words);
  const text = useText();
  const { date, instant } = useFormat();
  const say = useParameterValue();
  const write = useWrite(takeBackParameter);
  const [asked, setAsked] = useState<Parameter['history'][number]>();
  const { code, unit, name, history } = parameter;
  async function takeBack(startsOn: string, reason: string): Promise<void> {
    await write.mutateAsync({ params: { code }, body: { startsOn, reason } });
    notify(t('valueTakenBack', { name: text(name), day: date(startsOn) }));
    onClose();
  }
  return (
    <Dialog title={`${t('history')} · ${text(name)}`} onClose={onClose} wide>
      <table className="table">
        <tbody>
          {history.map((value) => (
            <tr key={`${value.startsOn} ${value.recordedAt}`}>
              <th scope="row">{date(value.startsOn)}</th>
              <td>{value.endsOn !== null && `${t('until')} ${date(value.endsOn)}`}</td>
              <td className="end">{say(unit, value.value)}</td>
              <td>
                {text(value.source)} <span className="note">{instant(value.recordedAt)}</span>
              </td>
              <td>
                {may && value.value !== null && (
                  <button type="button" className="button quiet" onClick={() => setAsked(value)}>
                    {t('takeBack')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked && (
        <ConfirmWithReason
          title={t('takeBack')}
          effect={t('takeBackEffect', { day: date(asked.startsOn), value: say(unit, asked.value) })}
          confirmLabel={t('takeBack')}
          onConfirm={(reason) => takeBack(asked.startsOn, reason)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Dialog>
  );
}
