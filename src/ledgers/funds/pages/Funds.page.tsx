import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useMay, useMe, useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { listFunds, recordFund } from '../document-contract.ts';
import { fundKinds, fundLevels, fundSources } from '../rules.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';

const fields: readonly Field[] = [
  { key: 'name', label: words['field.name'], kind: 'text', wide: true },
  { key: 'kind', label: words['field.fundKind'], kind: 'code', codes: codeChoices('fundKind', fundKinds) },
  { key: 'level', label: words['field.level'], kind: 'code', codes: codeChoices('fundLevel', fundLevels) },
  { key: 'source', label: words['field.source'], kind: 'code', codes: codeChoices('fundSource', fundSources) },
  { key: 'startsOn', label: words['field.startsOn'], kind: 'date' },
  { key: 'endsOn', label: words['field.endsOn'], kind: 'date' },
];

/** The funds by kind, level and source. */
export default function Page() {
  const t = useWords(words);
  const speak = useCodes();
  const { date } = useFormat();
  const reply = useReply(listFunds);
  const mayRecord = useMay('fund.record');
  const [recording, setRecording] = useState(false);
  const add = mayRecord && (
    <button type="button" className="button primary" onClick={() => setRecording(true)}>
      {t('funds.new')}
    </button>
  );
  return (
    <>
      <PageHead
        title={t('funds.title')}
        about={t('documents.intro')}
        back={<Link to="/fund-documents">{t('documents.title')}</Link>}
        actions={add}
      />
      <Loaded reply={reply}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState text={t('funds.empty')} action={add} />
          ) : (
            <TableScroll label={t('funds.title')}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t('field.name')}</th>
                    <th scope="col">{t('field.fundKind')}</th>
                    <th scope="col">{t('field.level')}</th>
                    <th scope="col">{t('field.source')}</th>
                    <th scope="col">{t('field.startsOn')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <th scope="row">{row.name}</th>
                      <td>{speak('fundKind', row.kind)}</td>
                      <td>{speak('fundLevel', row.level)}</td>
                      <td>{speak('fundSource', row.source)}</td>
                      <td>{date(row.startsOn)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }
      </Loaded>
      {recording && <NewFund onClose={() => setRecording(false)} />}
    </>
  );
}

function NewFund({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const today = useToday();
  const { position } = useMe();
  const fixed = useMemo(() => ({ id: newId(), place: position.place ?? 0 }), [position.place]);
  const initial = useMemo(() => ({ startsOn: `${today.slice(0, 4)}-01-01` }), [today]);
  return (
    <Dialog title={t('funds.new')} onClose={onClose}>
      <RecordForm
        schema={recordFund.body}
        fields={fields}
        initial={initial}
        fixed={fixed}
        refusals={words}
        submitLabel={t('funds.new')}
        submit={(body, options) => call(recordFund, { body }, options)}
        onSaved={() => {
          onClose();
          notify(t('said.recorded'));
        }}
      />
    </Dialog>
  );
}
