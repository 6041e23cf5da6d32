import type { Text } from '../../../platform/ui/language.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordHistory, type Version } from '../../../platform/ui/RecordHistory.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getHistory, type HistoryView } from '../contract.ts';
import { words } from '../words.ts';
import { fieldLabel, listOfField, useCodes } from './codes.ts';

/** Who changed what, from what to what and why: the household, its people and its states in one story. */
export function HouseholdHistory({ household }: { household: { county: number; id: string } }) {
  const t = useWords(words);
  const speak = useCodes();
  const { date } = useFormat();
  const reply = useReply(getHistory, { params: household });
  function subject(event: HistoryView): string {
    if (event.recordType === 'resident') return event.subject ?? t('person.erased');
    return t(`history.${event.recordType}`);
  }
  function show(key: string, value: unknown): string {
    const field = key.split('|')[1] ?? '';
    const list = listOfField[field];
    if (list !== undefined)
      return String(value)
        .split(',')
        .map((code) => speak(list, code))
        .join(' ');
    return field.endsWith('On') ? date(String(value)) : String(value);
  }
  return (
    <Loaded reply={reply}>
      {({ events }) => {
        const acts = [...Map.groupBy(events, (event) => `${event.at} ${event.by}`).values()];
        const labels: Record<string, Text> = {};
        const versions = acts.map((together, act): Version => {
          const [first] = together;
          const changes = together.flatMap((event, part) =>
            event.changes.map((change) => {
              const field = `${act}.${part}|${change.field}`;
              labels[field] = `${subject(event)} · ${label(change.field)}`;
              return { field, from: change.before, to: change.after };
            }),
          );
          const said = together.map((event) => `${t(`history.${event.kind}`)} ${subject(event)}`);
          const reason = together.find((event) => event.reason !== null)?.reason;
          return {
            at: first?.at ?? '',
            by: first?.by ?? '',
            act: [...new Set(said)].join('、'),
            changes,
            ...(reason ? { reason } : {}),
          };
        });
        return <RecordHistory versions={versions} labels={labels} show={show} />;
      }}
    </Loaded>
  );

  function label(field: string): string {
    const known = fieldLabel(field);
    return typeof known === 'string' ? known : t(`field.${field}` as keyof typeof words);
  }
}
