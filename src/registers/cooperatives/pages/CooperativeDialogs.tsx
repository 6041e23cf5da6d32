import { Correction } from '../../../platform/ui/Correction.tsx';
import { call } from '../../../platform/ui/client.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { type CooperativeView, correctCooperative, dissolveCooperative, getCooperative } from '../contract.ts';
import { words } from '../words.ts';
import { cooperativeFields } from './fields.ts';

interface Props {
  readonly cooperative: CooperativeView;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function CorrectDialog({ cooperative, onClose, onSaved }: Props) {
  const t = useWords(words);
  const params = { county: cooperative.county, id: cooperative.id };
  return (
    <Correction
      title={t('edit.title')}
      onClose={onClose}
      schema={correctCooperative.body}
      fields={cooperativeFields}
      initial={cooperative}
      fixed={{ revision: cooperative.revision }}
      refusals={words}
      reload={() => call(getCooperative, { params })}
      submit={(body, options) => call(correctCooperative, { params, body }, options)}
      onSaved={() => {
        notify(t('saved'));
        onSaved();
      }}
    />
  );
}

const endFields: readonly Field[] = [
  { key: 'dissolvedOn', kind: 'date', label: words['field.dissolvedOn'], help: words['help.dissolvedOn'] },
];

export function DissolveDialog({ cooperative, onClose, onSaved }: Props) {
  const t = useWords(words);
  const params = { county: cooperative.county, id: cooperative.id };
  return (
    <Correction
      title={t('action.dissolve')}
      onClose={onClose}
      schema={dissolveCooperative.body}
      fields={endFields}
      fixed={{ revision: cooperative.revision }}
      refusals={words}
      submit={(body, options) => call(dissolveCooperative, { params, body }, options)}
      onSaved={() => {
        notify(t('saved'));
        onSaved();
      }}
    />
  );
}
