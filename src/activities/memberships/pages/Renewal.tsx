import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { call } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { choices, previewAct, renewAct } from '../contract.ts';
import { words } from '../words.ts';
import { BothLedgers, type Preview } from './ActPreview.tsx';
import { type Act, assetFields } from './act-fields.ts';
import { codesOf } from './codes.ts';

const schema = renewAct.body.omit({ digest: true, revision: true });
type Change = z.input<typeof schema>;

/** Proposes an act anew, or the settlement with one who left: looked at first, in both ledgers. */
export function Renewal({ act, onClose }: { act: Act; onClose: () => void }) {
  const t = useWords(words);
  const [seen, setSeen] = useState<{ readonly change: Change; readonly preview: Preview }>();
  const { county, id, cooperativeId, kind } = act;
  const offered = useReply(choices, { query: { county, cooperativeId } });
  const today = useToday();
  const initial = useMemo(
    () => ({
      occurredOn: today,
      counter: act.counter ?? undefined,
      assetId: act.assetId ?? undefined,
    }),
    [act, today],
  );
  const fields: readonly Field[] = [
    { key: 'occurredOn', kind: 'date', label: words['field.occurredOn'] },
    { key: 'counter', kind: 'code', label: words['field.counter'], codes: codesOf('counter', ['bank', 'cash']) },
    ...(kind === 'exit' ? [{ key: 'debtFen', kind: 'yuan', label: words['field.debtFen'] } as const] : []),
    ...(offered.data && (kind === 'exit' || kind === 'expire')
      ? assetFields({ choices: offered.data, cooperative: { county, id: cooperativeId } })
      : []),
    { key: 'reason', kind: 'note', label: words['field.memo'] },
  ];
  async function look(change: Change) {
    const { reason: _reason, ...terms } = change;
    const query = { ...terms, county, cooperativeId, kind, id, renews: 'true' as const };
    return { change, preview: await call(previewAct, { query }) };
  }
  return (
    <Dialog title={t(act.state === 'noticed' ? 'action.settle' : 'action.renew')} onClose={onClose} wide>
      <div onInput={() => setSeen(undefined)}>
        <RecordForm
          schema={schema}
          fields={fields}
          initial={initial}
          refusals={words}
          submitLabel={t('action.preview')}
          submit={look}
          onSaved={setSeen}
        />
      </div>
      {seen && <Seen act={act} {...seen} onClose={onClose} />}
    </Dialog>
  );
}

function Seen(props: { act: Act; change: Change; preview: Preview; onClose: () => void }) {
  const { act, change, preview, onClose } = props;
  const t = useWords(words);
  const renew = useWrite(renewAct);
  const { run, pending, failure } = useAction();
  const propose = () =>
    run(async () => {
      const params = { county: act.county, id: act.id };
      await renew.mutateAsync({ params, body: { ...change, digest: preview.digest, revision: act.revision } });
      notify(t('said.proposed'));
      onClose();
    });
  return (
    <section className="stack" aria-label={t('preview.title')}>
      <BothLedgers {...preview} />
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      <div className="form-buttons">
        <button type="button" className="button primary" disabled={pending} onClick={() => void propose()}>
          {t('action.propose')}
        </button>
      </div>
    </section>
  );
}
