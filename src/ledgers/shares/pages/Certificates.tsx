import { useState } from 'react';
import { download } from '../../../platform/ui/client.ts';
import { ConfirmWithReason } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import {
  certificateStates,
  issueAllCertificates,
  listCertificates,
  loseCertificate,
  printCertificate,
  printCertificates,
} from '../certificate-contract.ts';
import { words } from '../words.ts';
import { codesOf, codeWords } from './codes.ts';
import type { Register } from './register-view.ts';

type Certificate = RowOf<typeof listCertificates>;

/** Certificates of one organisation: issue, print, report lost. */
export function Certificates({ register }: { register: Register }) {
  const t = useWords(words);
  const [lost, setLost] = useState<Certificate>();
  const { run, failure } = useAction();
  const may = register.allowed.includes('share.certificate');
  const print = (row: Certificate) =>
    download(printCertificate, { params: { county: row.county, id: row.id }, query: { origin: location.origin } });
  return (
    <>
      {failure && <p className="strip bad">{failure.title}</p>}
      <RecordList
        contract={listCertificates}
        params={{ county: register.county, id: register.id }}
        caption={t('tab.certificates')}
        rowKey={(row) => row.id}
        searchPlaceholder={words['certificate.search']}
        toolbar={may && <Bulk register={register} />}
        filters={[
          {
            key: 'state',
            label: words['field.state'],
            kind: 'codes',
            codes: codesOf('certificate', certificateStates),
          },
        ]}
        emptyText={t('certificate.empty')}
        columns={[
          ...useCertificateColumns(),
          {
            key: 'act',
            label: '',
            render: (row) =>
              may &&
              row.state === 'valid' && (
                <span className="buttons">
                  <button type="button" className="button" onClick={() => void run(() => print(row))}>
                    {t('certificate.print')}
                  </button>
                  <button type="button" className="button" onClick={() => setLost(row)}>
                    {t('certificate.lose')}
                  </button>
                </span>
              ),
          },
        ]}
      />
      {lost && <Loss certificate={lost} onClose={() => setLost(undefined)} />}
    </>
  );
}

function useCertificateColumns(): readonly Column<Certificate>[] {
  const text = useText();
  const { date, number, yuan } = useFormat();
  return [
    { key: 'number', label: words['field.number'] },
    {
      key: 'member',
      label: words['field.member'],
      render: (row) => `${row.memberNumber ?? ''} ${row.memberName ?? ''}`,
    },
    { key: 'shares', label: words['field.shares'], align: 'end', render: (row) => number(row.shares) },
    { key: 'paidFen', label: words['field.paidFen'], align: 'end', render: (row) => yuan(row.paidFen) },
    { key: 'issuedOn', label: words['field.issuedOn'], render: (row) => date(row.issuedOn) },
    {
      key: 'state',
      label: words['field.state'],
      render: (row) => <span className="tag">{text(codeWords('certificate', row.state))}</span>,
    },
    { key: 'prints', label: words['field.prints'], align: 'end', secondary: true },
  ];
}

function Bulk({ register }: { register: Register }) {
  const t = useWords(words);
  const issue = useWrite(issueAllCertificates);
  const { run, pending, failure } = useAction();
  const params = { county: register.county, id: register.id };
  async function issueAll(): Promise<void> {
    const { issued } = await issue.mutateAsync({ params });
    notify(t('certificate.issuedAll', { count: issued }));
  }
  const print = () => download(printCertificates, { params, query: { origin: location.origin } });
  return (
    <>
      <button type="button" className="button" disabled={pending} onClick={() => void run(issueAll)}>
        {t('certificate.issueAll')}
      </button>
      <button type="button" className="button" disabled={pending} onClick={() => void run(print)}>
        {t('certificate.printAll')}
      </button>
      {failure && <span className="field-error">{failure.title}</span>}
    </>
  );
}

function Loss({ certificate, onClose }: { certificate: Certificate; onClose: () => void }) {
  const t = useWords(words);
  const lose = useWrite(loseCertificate);
  const { county, id, revision, memberName } = certificate;
  return (
    <ConfirmWithReason
      title={t('certificate.lose')}
      effect={memberName}
      confirmLabel={t('certificate.lose')}
      onClose={onClose}
      onConfirm={(reason) => lose.mutateAsync({ params: { county, id }, body: { revision, reason } })}
    />
  );
}
