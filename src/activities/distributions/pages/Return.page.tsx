import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { formatYuan } from '../../../platform/pure/money.ts';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { Figure, FigureRow } from '../../../platform/ui/Figure.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getReturn } from '../return-contract.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { ReturnDialog, type ReturnTask } from './ReturnDialog.tsx';
import { Schedule } from './Schedule.tsx';
import type { ReturnView } from './views.ts';

const labels = {
  number: words['field.contractNumber'],
  payer: words['field.payer'],
  subject: words['field.subject'],
  principal_fen: words['field.principal'],
};

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getReturn, { params });
  const [task, setTask] = useState<ReturnTask>();
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(contract) => (
        <RecordPage
          title={`${t('returns.title')} ${contract.number}`}
          about={t('returns.about', { payer: contract.payer })}
          back={<Link to="/returns">{t('returns.title')}</Link>}
          allowed={contract.allowed}
          sections={sections(contract)}
          tabs={[
            {
              key: 'files',
              label: words['tab.files'],
              content: <AttachmentsTab table="return_contract" {...params} />,
            },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="return_contract" {...params} labels={labels} />,
            },
          ]}
          dialog={task && <ReturnDialog contract={contract} task={task} onClose={() => setTask(undefined)} />}
        >
          <Sums contract={contract} />
          <Schedule contract={contract} onTask={setTask} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function Sums({ contract }: { contract: ReturnView }) {
  const t = useWords(words);
  const { date } = useFormat();
  const { nextDueOn, arrearsFen } = contract;
  return (
    <FigureRow>
      <Figure label={t('field.promised')} value={formatYuan(contract.promisedFen)} unit={t('unit.yuan')} />
      <Figure label={t('field.paidIn')} value={formatYuan(contract.paidFen)} unit={t('unit.yuan')} />
      <Figure
        label={t('field.arrears')}
        value={formatYuan(arrearsFen)}
        unit={t('unit.yuan')}
        {...(arrearsFen > 0n ? { light: 'late', lightText: t('code.light.late') } : {})}
      />
      <Figure label={t('field.nextDueOn')} value={nextDueOn === null ? '–' : date(nextDueOn)} />
    </FigureRow>
  );
}

function useSections(): (contract: ReturnView) => readonly Section[] {
  const text = useText();
  const { date, percent, yuan } = useFormat();
  return (row) => [
    {
      items: [
        {
          label: words['field.cooperative'],
          value: <Link to={`/cooperatives/${row.county}/${row.cooperativeId}`}>{row.cooperativeName}</Link>,
        },
        { label: words['field.place'], value: row.placeName },
        { label: words['field.payer'], value: row.payer },
        { label: words['field.payerCode'], value: row.payerCode },
        { label: words['field.principal'], value: yuan(row.principalFen) },
        { label: words['field.floorBp'], value: percent(row.floorBp) },
        { label: words['field.profitShareBp'], value: percent(row.profitShareBp) },
        { label: words['field.months'], value: text(wordsOf(`code.months.${row.months}`)) },
        { label: words['field.startsOn'], value: date(row.startsOn) },
        { label: words['field.endsOn'], value: date(row.endsOn) },
        { label: words['field.subject'], value: row.subject, wide: true },
      ],
    },
  ];
}
