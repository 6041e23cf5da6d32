import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call } from '../../../platform/ui/client.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { getRegister } from '../contract.ts';
import { correctPolicy, endPolicy, freezePolicy, getPolicy } from '../uplift-contract.ts';
import { words } from '../words.ts';
import { codeWords } from './codes.ts';
import { policyFields } from './uplift-fields.ts';

type Policy = ReplyOf<typeof getPolicy>;

const labels = {
  name: words['field.name'],
  record_on: words['field.recordOn'],
  starts_on: words['field.startsOn'],
  ends_on: words['field.endsOn'],
  frozen_on: words['field.frozenOn'],
  resolution_number: words['field.resolutionNumber'],
};

export default function Page() {
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getPolicy, { params });
  const [task, setTask] = useState<'correct' | 'end'>();
  const sections = useSections();
  const freeze = useFreezing();
  return (
    <Loaded reply={reply} asPage>
      {(policy) => (
        <RecordPage
          title={policy.name}
          back={
            <Link to={`/shares/${policy.county}/${policy.cooperativeId}?tab=uplifts`}>{policy.cooperativeName}</Link>
          }
          allowed={policy.allowed}
          actions={[
            ...(policy.frozenOn === null
              ? [
                  freeze(policy),
                  { act: 'uplift.record', label: words['action.correct'], onPress: () => setTask('correct') },
                ]
              : [{ act: 'uplift.record', label: words['uplift.end'], onPress: () => setTask('end') }]),
          ]}
          sections={sections(policy)}
          tabs={[
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="uplift_policy" {...params} labels={labels} />,
            },
          ]}
          dialog={
            <>
              {task === 'correct' && <Correct policy={policy} onClose={() => setTask(undefined)} />}
              {task === 'end' && <End policy={policy} onClose={() => setTask(undefined)} />}
            </>
          }
        >
          <List policy={policy} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function useFreezing(): (policy: Policy) => RecordAction {
  const t = useWords(words);
  const { date } = useFormat();
  const freeze = useWrite(freezePolicy);
  return ({ county, id, recordOn }) => ({
    act: 'uplift.freeze',
    label: words['uplift.freeze'],
    primary: true,
    effect: t('uplift.freeze.effect', { date: date(recordOn) }),
    needsReason: false,
    run: async () => {
      const { members } = await freeze.mutateAsync({ params: { county, id } });
      return t('uplift.frozen', { count: members });
    },
  });
}

function useSections(): (policy: Policy) => readonly Section[] {
  const text = useText();
  const { date, percent, yuan } = useFormat();
  return (policy) => [
    {
      items: [
        { label: words['field.mechanism'], value: text(codeWords('mechanism', policy.mechanism)) },
        ...(policy.grantFen > 0n ? [{ label: words['field.grantFen'], value: yuan(policy.grantFen) }] : []),
        ...(policy.upliftBp > 0 ? [{ label: words['field.upliftBp'], value: percent(policy.upliftBp) }] : []),
        ...(policy.floorFen > 0n ? [{ label: words['field.floorFen'], value: yuan(policy.floorFen) }] : []),
        { label: words['field.resolutionNumber'], value: policy.resolutionNumber },
        { label: words['field.recordOn'], value: date(policy.recordOn) },
        { label: words['field.startsOn'], value: date(policy.startsOn) },
        { label: words['field.endsOn'], value: policy.endsOn && date(policy.endsOn) },
        { label: words['field.includeLifted'], value: text(codeWords('yes', String(policy.includeLifted))) },
        { label: words['field.endsWithPoverty'], value: text(codeWords('yes', String(policy.endsWithPoverty))) },
        { label: words['field.frozenOn'], value: policy.frozenOn && date(policy.frozenOn) },
      ],
    },
  ];
}

function List({ policy }: { policy: Policy }) {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  return (
    <section className="record-part">
      <h2>{t('uplift.list')}</h2>
      {policy.list.length === 0 ? (
        <p className="note">{t('uplift.list.none')}</p>
      ) : (
        <TableScroll label={t('uplift.list')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('field.member')}</th>
                <th scope="col" className="end">
                  {t('field.baseShares')}
                </th>
                <th scope="col" className="end">
                  {t('field.upliftShares')}
                </th>
                <th scope="col" className="end">
                  {t('field.upliftFen')}
                </th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {policy.list.map((line) => (
                <tr key={line.membershipId}>
                  <th scope="row">{`${line.number ?? ''} ${line.name ?? ''}`}</th>
                  <td className="end">{number(line.baseShares)}</td>
                  <td className="end">{number(line.upliftShares)}</td>
                  <td className="end">{yuan(line.upliftFen)}</td>
                  <td>{line.issued && <span className="tag">{t('uplift.issued')}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

interface DialogProps {
  readonly policy: Policy;
  readonly onClose: () => void;
}

function Correct({ policy, onClose }: DialogProps) {
  const t = useWords(words);
  const params = { county: policy.county, id: policy.id };
  const register = useReply(getRegister, { params: { county: policy.county, id: policy.cooperativeId } });
  if (!register.data) return null;
  return (
    <Correction
      title={t('uplift.edit')}
      onClose={onClose}
      schema={correctPolicy.body}
      fields={policyFields(register.data.classes.map(({ share }) => share))}
      initial={policy}
      fixed={{ revision: policy.revision }}
      refusals={words}
      submit={(body, options) => call(correctPolicy, { params, body }, options)}
      onSaved={() => notify(t('saved'))}
    />
  );
}

const endFields: readonly Field[] = [{ key: 'endsOn', kind: 'date', label: words['field.endsOn'] }];

function End({ policy, onClose }: DialogProps) {
  const t = useWords(words);
  const params = { county: policy.county, id: policy.id };
  return (
    <Correction
      title={t('uplift.end')}
      onClose={onClose}
      schema={endPolicy.body}
      fields={endFields}
      fixed={{ revision: policy.revision }}
      refusals={words}
      submit={(body, options) => call(endPolicy, { params, body }, options)}
      onSaved={() => notify(t('saved'))}
    />
  );
}
