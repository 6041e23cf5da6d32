import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { RecordPage, type Tab } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { correctAgency, getAgency, withdrawAgency } from '../contract.ts';
import { words } from '../words.ts';
import { agencyFields } from './fields.ts';

const labels = {
  name: words['field.name'],
  kind: words['field.kind'],
  credit_code: words['field.creditCode'],
  contact_name: words['field.contactName'],
  contact_phone: words['field.contactPhone'],
  starts_on: words['field.startsOn'],
  ends_on: words['field.endsOn'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getAgency, { params });
  const withdraw = useWrite(withdrawAgency);
  const goTo = useNavigate();
  const [correcting, setCorrecting] = useState(false);
  return (
    <Loaded reply={reply}>
      {(agency) => (
        <RecordPage
          title={agency.name}
          back={<Link to="/agencies">{t('title')}</Link>}
          allowed={agency.allowed}
          actions={[
            { act: 'agency.record', label: words['action.correct'], primary: true, onPress: () => setCorrecting(true) },
            {
              act: 'agency.withdraw',
              label: words['action.withdraw'],
              effect: agency.name,
              danger: true,
              run: async (reason) => {
                await withdraw.mutateAsync({ params, body: { revision: agency.revision, reason } });
                goTo('/agencies');
                return t('withdrawn');
              },
            },
          ]}
          sections={[
            {
              items: [
                { label: words['field.kind'], value: text(words[`code.kind.${agency.kind}`]) },
                { label: words['field.place'], value: agency.placeName },
                { label: words['field.creditCode'], value: agency.creditCode },
                { label: words['field.contactName'], value: agency.contactName },
                { label: words['field.contactPhone'], value: agency.contactPhone },
                { label: words['field.startsOn'], value: date(agency.startsOn) },
                { label: words['field.endsOn'], value: agency.endsOn && date(agency.endsOn) },
              ],
            },
          ]}
          tabs={[historyTab(params)]}
          dialog={
            correcting && (
              <CorrectAgency
                agency={agency}
                onClose={() => setCorrecting(false)}
                onSaved={() => void reply.refetch()}
              />
            )
          }
        />
      )}
    </Loaded>
  );
}

function historyTab({ county, id }: { county: number; id: string }): Tab {
  return {
    key: 'history',
    label: words['tab.history'],
    content: <HistoryTab table="agency" county={county} id={id} labels={labels} />,
  };
}

interface CorrectProps {
  readonly agency: ReplyOf<typeof getAgency>;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

function CorrectAgency({ agency, onClose, onSaved }: CorrectProps) {
  const t = useWords(words);
  const params = { county: agency.county, id: agency.id };
  return (
    <Correction
      title={t('edit.title')}
      onClose={onClose}
      schema={correctAgency.body}
      fields={agencyFields()}
      initial={agency}
      fixed={{ revision: agency.revision }}
      refusals={words}
      reload={() => call(getAgency, { params })}
      submit={(body, options) => call(correctAgency, { params, body }, options)}
      onSaved={() => {
        notify(t('saved'));
        onSaved();
      }}
    />
  );
}
