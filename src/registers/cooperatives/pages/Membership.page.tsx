import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call } from '../../../platform/ui/client.ts';
import { IdNumber } from '../../../platform/ui/IdNumber.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { correctMember, getMember, revealMember, withdrawMember } from '../member-contract.ts';
import { words } from '../words.ts';
import { codeWords } from './codes.ts';
import { memberFields } from './fields.ts';

type Member = ReplyOf<typeof getMember>;

const labels = {
  number: words['field.number'],
  kind: words['field.memberKind'],
  unit_kind: words['field.unitKind'],
  name: words['field.memberName'],
  credit_code: words['field.creditCode'],
  member_place: words['field.memberPlace'],
  joined_on: words['field.joinedOn'],
  left_on: words['field.leftOn'],
  left_reason: words['field.leftReason'],
};

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getMember, { params });
  const sections = useSections();
  const withdraw = useWrite(withdrawMember);
  const goTo = useNavigate();
  const [correcting, setCorrecting] = useState(false);
  return (
    <Loaded reply={reply} asPage>
      {(member) => {
        const home = `/cooperatives/${member.county}/${member.cooperativeId}`;
        return (
          <RecordPage
            title={`${member.number} ${member.name}`}
            about={<Elsewhere member={member} />}
            back={<Link to={`${home}?tab=members`}>{member.cooperativeName ?? t('title')}</Link>}
            allowed={member.allowed}
            actions={[
              { act: 'membership.correct', label: words['action.correct'], onPress: () => setCorrecting(true) },
              {
                act: 'membership.correct',
                label: words['action.withdraw'],
                effect: t('effect.withdraw', { name: member.name }),
                danger: true,
                run: async (reason) => {
                  await withdraw.mutateAsync({ params, body: { revision: member.revision, reason } });
                  goTo(`${home}?tab=members`);
                  return t('withdrawn');
                },
              },
            ]}
            sections={sections(member)}
            tabs={[
              {
                key: 'history',
                label: words['tab.history'],
                content: <HistoryTab table="membership" {...params} labels={labels} />,
              },
            ]}
            dialog={
              correcting && (
                <Correct member={member} onClose={() => setCorrecting(false)} onSaved={() => void reply.refetch()} />
              )
            }
          />
        );
      }}
    </Loaded>
  );
}

function useSections(): (member: Member) => readonly Section[] {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  return (member) => [
    {
      items: [
        { label: words['field.memberKind'], value: text(codeWords('memberKind', member.kind)) },
        ...(member.unitKind
          ? [{ label: words['field.unitKind'], value: text(codeWords('unitKind', member.unitKind)) }]
          : []),
        { label: words['field.memberPlace'], value: member.memberPlaceName },
        { label: words['field.idNumber'], value: <Secret member={member} /> },
        { label: words['field.creditCode'], value: member.creditCode },
        { label: words['field.phone'], value: member.phone },
        {
          label: words['field.joinedOn'],
          value: `${date(member.joinedOn)} ${text(codeWords('joinedBy', member.joinedBy))}`,
        },
        ...(member.leftOn === null
          ? []
          : [
              {
                label: words['field.leftOn'],
                value: `${date(member.leftOn)} ${text(codeWords('leftReason', member.leftReason ?? ''))}`,
              },
            ]),
        {
          label: words['field.household'],
          value:
            member.householdId === null ? (
              t('household.none')
            ) : (
              <Link to={`/households/${member.householdCounty}/${member.householdId}`}>{t('household.open')}</Link>
            ),
        },
      ],
    },
  ];
}

function Secret({ member }: { member: Member }) {
  if (member.idNumberMasked === null) return '—';
  const params = { county: member.county, id: member.id };
  async function reveal(reason: string): Promise<string> {
    return (await call(revealMember, { params, body: { reason } })).idNumber ?? '';
  }
  const may = member.allowed.includes('membership.reveal');
  return <IdNumber masked={member.idNumberMasked} {...(may ? { reveal } : {})} />;
}

interface CorrectProps {
  readonly member: Member;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Where shares stand and acts begin. */
function Elsewhere({ member: { county, id, cooperativeId } }: { member: Member }) {
  const t = useWords(words);
  const mayAct = useMay('membership_act.propose');
  return (
    <>
      <Link to={`/shares/${county}/${cooperativeId}/members/${id}`}>{t('action.shares')}</Link>{' '}
      {mayAct && <Link to={`/membership-acts/new?of=${county}/${cooperativeId}&member=${id}`}>{t('action.act')}</Link>}
    </>
  );
}

function Correct({ member, onClose, onSaved }: CorrectProps) {
  const t = useWords(words);
  const places = useOwnPlaces();
  const params = { county: member.county, id: member.id };
  return (
    <Correction
      title={t('member.edit')}
      onClose={onClose}
      schema={correctMember.body}
      fields={memberFields(places)}
      initial={{ ...member, idNumber: member.idNumberMasked }}
      fixed={{ revision: member.revision }}
      refusals={words}
      submit={(body, options) => call(correctMember, { params, body }, options)}
      onSaved={() => {
        notify(t('saved'));
        onSaved();
      }}
    />
  );
}
