import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { listPolicies, recordPolicy } from '../uplift-contract.ts';
import { words } from '../words.ts';
import { codeWords } from './codes.ts';
import type { Register } from './register-view.ts';
import { Simulator } from './Simulator.tsx';
import { policyFields } from './uplift-fields.ts';

/** Uplift of registered-poor members by the four lawful ways, and what each would change. */
export function Uplifts({ register }: { register: Register }) {
  const t = useWords(words);
  const params = { county: register.county, id: register.id };
  const reply = useReply(listPolicies, { params });
  const [open, setOpen] = useState<'new' | 'simulate'>();
  return (
    <Loaded reply={reply}>
      {({ rows, allowed }) => (
        <div className="stack">
          <p className="note">{t('uplift.intro')}</p>
          <div className="buttons no-print">
            {allowed.includes('uplift.record') && (
              <button type="button" className="button primary" onClick={() => setOpen('new')}>
                {t('uplift.new')}
              </button>
            )}
            <button type="button" className="button" onClick={() => setOpen('simulate')}>
              {t('uplift.simulate')}
            </button>
          </div>
          {rows.length === 0 ? <EmptyState text={t('uplift.empty')} /> : <Policies rows={rows} />}
          {open === 'new' && <NewPolicy register={register} onClose={() => setOpen(undefined)} />}
          {open === 'simulate' && <Simulator register={register} onClose={() => setOpen(undefined)} />}
        </div>
      )}
    </Loaded>
  );
}

interface PolicyLine {
  readonly county: number;
  readonly id: string;
  readonly name: string;
  readonly mechanism: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly frozenOn: string | null;
  readonly members: number;
}

function Policies({ rows }: { rows: readonly PolicyLine[] }) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  return (
    <TableScroll label={t('tab.uplifts')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.name')}</th>
            <th scope="col">{t('field.mechanism')}</th>
            <th scope="col">{t('field.startsOn')}</th>
            <th scope="col">{t('field.endsOn')}</th>
            <th scope="col">{t('uplift.list')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/uplifts/${row.county}/${row.id}`}>{row.name}</Link>
              </th>
              <td>{text(codeWords('mechanism', row.mechanism))}</td>
              <td>{date(row.startsOn)}</td>
              <td>{row.endsOn === null ? '–' : date(row.endsOn)}</td>
              <td>{row.frozenOn === null ? t('uplift.list.none') : t('uplift.frozen', { count: row.members })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function NewPolicy({ register, onClose }: { register: Register; onClose: () => void }) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const params = { county: register.county, id: register.id };
  return (
    <Dialog title={t('uplift.new')} onClose={onClose} wide>
      <RecordForm
        schema={recordPolicy.body}
        fields={policyFields(register.classes.map(({ share }) => share))}
        fixed={{ id }}
        refusals={words}
        submit={(body, options) => call(recordPolicy, { params, body }, options)}
        onSaved={() => {
          notify(t('saved'));
          onClose();
        }}
      />
    </Dialog>
  );
}
