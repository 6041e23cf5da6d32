import { useState } from 'react';
import type { z } from 'zod';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { RecordSection } from '../../../platform/ui/RecordPage.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { simulatePolicy } from '../uplift-contract.ts';
import { words } from '../words.ts';
import type { Register } from './register-view.ts';
import { termFields } from './uplift-fields.ts';

type Effect = ReplyOf<typeof simulatePolicy>;

const fields: readonly Field[] = [...termFields, { key: 'potFen', kind: 'yuan', label: words['field.potFen'] }];

/** What a policy would change before anybody decides on it. */
export function Simulator({ register, onClose }: { register: Register; onClose: () => void }) {
  const t = useWords(words);
  const [shown, setShown] = useState<{ readonly effect: Effect; readonly potFen: string }>();
  const params = { county: register.county, id: register.id };
  async function simulate(query: z.input<typeof simulatePolicy.query>) {
    return { effect: await call(simulatePolicy, { params, query }), potFen: String(query.potFen) };
  }
  return (
    <Dialog title={t('uplift.simulate')} onClose={onClose} wide>
      <RecordForm
        schema={simulatePolicy.query}
        fields={fields}
        refusals={words}
        submitLabel={t('uplift.simulate')}
        submit={simulate}
        onSaved={setShown}
      />
      {shown && <Result {...shown} />}
    </Dialog>
  );
}

function Result({ effect, potFen }: { effect: Effect; potFen: string }) {
  const t = useWords(words);
  const { number, percent, yuan } = useFormat();
  const pair = (before: string, after: string) => `${before} → ${after}`;
  const median = (value: Effect['poorMedianBefore']) =>
    value === null ? '–' : yuan(value.numerator / value.denominator);
  return (
    <div className="stack">
      <RecordSection
        section={{
          title: t('sim.title', { amount: yuan(potFen) }),
          items: [
            { label: words['sim.gain'], value: `${number(effect.gain)} (${yuan(effect.gainFen)})` },
            { label: words['sim.lose'], value: `${number(effect.lose)} (${yuan(effect.loseFen)})` },
            { label: words['sim.outside'], value: yuan(effect.outsideFen) },
            { label: words['sim.minimum'], value: pair(yuan(effect.minimumBeforeFen), yuan(effect.minimumAfterFen)) },
            {
              label: words['sim.poorMedian'],
              value: pair(median(effect.poorMedianBefore), median(effect.poorMedianAfter)),
            },
            { label: words['sim.gini'], value: pair(percent(effect.giniBeforeBp), percent(effect.giniAfterBp)) },
          ],
        }}
      />
      {effect.unknown > 0 && <p className="strip warn">{t('sim.unknown', { count: effect.unknown })}</p>}
      {effect.unlinked > 0 && <p className="note">{t('sim.unlinked', { count: effect.unlinked })}</p>}
      <Lines lines={effect.lines} />
    </div>
  );
}

function Lines({ lines }: { lines: Effect['lines'] }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  return (
    <TableScroll label={t('uplift.simulate')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.member')}</th>
            <th scope="col" className="end">
              {t('sim.before')}
            </th>
            <th scope="col" className="end">
              {t('sim.after')}
            </th>
            <th scope="col" className="end">
              {t('sim.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.membershipId}>
              <th scope="row">
                {`${line.number} ${line.name}`} {line.poor && <span className="tag">{t('sim.poor')}</span>}
              </th>
              <td className="end">{yuan(line.beforeFen)}</td>
              <td className="end">{yuan(line.afterFen)}</td>
              <td className="end">{yuan(line.afterFen - line.beforeFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
