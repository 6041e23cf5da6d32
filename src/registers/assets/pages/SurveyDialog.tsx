import { useMemo } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { checkFindings } from '../check-rules.ts';
import {
  acceptSurvey,
  type CheckRow,
  type getSurvey,
  recordCheck,
  reportSurvey,
  returnSurvey,
} from '../survey-contract.ts';
import { words } from '../words.ts';
import { codeChoices } from './codes.ts';

export type SurveyTask = 'report' | 'accept' | 'return';

interface Props {
  readonly survey: ReplyOf<typeof getSurvey>;
  readonly onClose: () => void;
}

/** Reports, accepts or returns a survey. */
export function SurveyDialog({ task, survey, onClose }: Props & { readonly task: SurveyTask }) {
  const t = useWords(words);
  const report = useWrite(reportSurvey);
  const accept = useWrite(acceptSurvey);
  const sendBack = useWrite(returnSurvey);
  const id = useMemo(newId, []);
  const params = { county: survey.county, id: survey.id ?? '' };
  const revision = survey.revision ?? 0;
  const { place, year, known, checked, confirmed } = survey;
  async function run(reason: string): Promise<void> {
    switch (task) {
      case 'report':
        await report.mutateAsync({ body: { id, place, year } });
        return notify(t('saved.reported'));
      case 'accept':
        await accept.mutateAsync({ params, body: { revision } });
        return notify(t('saved.accepted'));
      case 'return':
        await sendBack.mutateAsync({ params, body: { revision, reason } });
        return notify(t('saved.returned'));
    }
  }
  const effects = {
    report: t('effect.report', { known, checked, confirmed }),
    accept: t('effect.accept'),
    return: survey.placeName,
  };
  return (
    <ConfirmWithReason
      title={t(`action.${task}`)}
      effect={effects[task]}
      confirmLabel={t(`action.${task}`)}
      needsReason={task === 'return'}
      onClose={onClose}
      onConfirm={run}
    />
  );
}

const fields: readonly Field[] = [
  { key: 'finding', kind: 'code', label: words['field.finding'], codes: codeChoices('finding', checkFindings) },
  { key: 'checkedOn', kind: 'date', label: words['field.checkedOn'] },
  { key: 'increaseFen', kind: 'yuan', label: words['field.increaseFen'] },
  { key: 'decreaseFen', kind: 'yuan', label: words['field.decreaseFen'] },
  { key: 'increaseMu', kind: 'decimal', label: words['field.increaseMu'], unit: words['unit.mu'] },
  { key: 'decreaseMu', kind: 'decimal', label: words['field.decreaseMu'], unit: words['unit.mu'] },
  { key: 'cause', kind: 'note', label: words['field.cause'], wide: true },
];

/** Checks one asset: what came, what went, and why. */
export function CheckDialog({ row, year, onClose }: { row: CheckRow; year: number; onClose: () => void }) {
  const t = useWords(words);
  const params = { county: row.county, id: row.id };
  return (
    <Dialog title={`${t('action.check')} ${row.number} ${row.name}`} onClose={onClose} wide>
      <RecordForm
        schema={recordCheck.body}
        fields={fields}
        initial={row}
        fixed={{ year }}
        refusals={words}
        submit={(body, options) => call(recordCheck, { params, body }, options)}
        onSaved={() => {
          notify(t('saved.check'));
          onClose();
        }}
      />
    </Dialog>
  );
}
