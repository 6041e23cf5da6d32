import { useMemo } from 'react';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import type { RecordSource } from '../../../platform/ui/records.ts';
import { correctProject, getProject, optionalText } from '../contract.ts';
import {
  acceptWork,
  bookAsset,
  endContract,
  postProjectNotice,
  recordAward,
  reportProgress,
  signContract,
  unlinkAsset,
  withdrawAward,
} from '../step-contract.ts';
import { words } from '../words.ts';
import { FormDialog } from './FormDialog.tsx';
import {
  acceptanceFields,
  assetFields,
  awardFields,
  contractFields,
  noticeFields,
  planFields,
  progressFields,
} from './fields.ts';
import { partyOf } from './party.ts';
import { keyOf, type ProjectTask, type ProjectView, splitKey } from './views.ts';

interface PartProps {
  readonly project: ProjectView;
  readonly onClose: () => void;
}

/** The forms of a project: its text, and each step that needs more than a press. */
export function ProjectDialog({ task, ...part }: PartProps & { readonly task: ProjectTask }) {
  switch (task.kind) {
    case 'correct':
      return <CorrectProject {...part} />;
    case 'notice':
      return <PostNotice {...part} />;
    case 'award':
      return <RecordAward {...part} />;
    case 'contract':
      return <SignContract {...part} />;
    case 'progress':
      return <ReportProgress {...part} />;
    case 'accept':
      return <AcceptWork {...part} />;
    case 'asset':
      return <BookAsset {...part} />;
    default:
      return <TakeBack task={task} {...part} />;
  }
}

function CorrectProject({ project, onClose }: PartProps) {
  const t = useWords(words);
  const params = keyOf(project);
  return (
    <Correction
      title={t('edit.title')}
      onClose={onClose}
      schema={correctProject.body}
      fields={planFields}
      initial={project}
      fixed={{ revision: project.revision, cooperativeId: project.cooperativeId }}
      refusals={words}
      reload={() => call(getProject, { params })}
      submit={(body, options) => call(correctProject, { params, body }, options)}
      onSaved={() => notify(t('said.saved'))}
    />
  );
}

function PostNotice({ project, onClose }: PartProps) {
  const t = useWords(words);
  const { date } = useFormat();
  const today = useToday();
  const initial = useMemo(() => ({ postedOn: today }), [today]);
  return (
    <FormDialog
      title={t('action.notice')}
      onClose={onClose}
      schema={postProjectNotice.body}
      fields={noticeFields}
      initial={initial}
      submit={(body, options) => call(postProjectNotice, { params: keyOf(project), body }, options)}
      said={({ endsOn }) => t('said.noticed', { endsOn: date(endsOn) })}
    />
  );
}

/** The body of an award while its party is chosen by both parts of its key. */
const awardSchema = recordAward.body
  .omit({ partyCounty: true, partyId: true })
  .extend({ household: optionalText(60), cooperative: optionalText(60) });

function RecordAward({ project, onClose }: PartProps) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const today = useToday();
  const initial = useMemo(() => ({ decidedOn: today, partyKind: 'enterprise' }), [today]);
  const method = project.awardMethod;
  return (
    <FormDialog
      title={t('action.award')}
      onClose={onClose}
      schema={awardSchema}
      fields={awardFields(method)}
      initial={initial}
      fixed={{ id, method }}
      submit={({ household, cooperative, ...body }, options) => {
        const party = partyOf(body.partyKind, { household, cooperative });
        const award = { ...body, partyCounty: party.county, partyId: party.id };
        return call(recordAward, { params: keyOf(project), body: award }, options);
      }}
      said={() => t('said.saved')}
    />
  );
}

/** The body of a contract while its account is chosen by both parts of its key. */
const contractSchema = signContract.body
  .omit({ accountCounty: true, accountId: true })
  .extend({ account: signContract.body.shape.number });

function SignContract({ project, onClose }: PartProps) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const today = useToday();
  const initial = useMemo(
    () => ({ signedOn: today, startsOn: today, throughOn: project.plannedThrough }),
    [today, project],
  );
  const { yuan } = useFormat();
  const awards = useMemo((): RecordSource => {
    const choices = project.awards
      .filter(({ isCurrent }) => isCurrent)
      .map((award) => ({ value: award.id, label: award.partyName, sub: `${award.subject} ${yuan(award.amountFen)}` }));
    return { key: `awards ${project.id}`, search: async () => choices };
  }, [project, yuan]);
  return (
    <FormDialog
      title={t('action.contract')}
      onClose={onClose}
      schema={contractSchema}
      fields={contractFields(awards)}
      initial={initial}
      fixed={{ id }}
      submit={({ account, ...body }, options) => {
        const { county: accountCounty, id: accountId } = splitKey(account);
        return call(signContract, { params: keyOf(project), body: { ...body, accountCounty, accountId } }, options);
      }}
      said={() => t('said.saved')}
    />
  );
}

function ReportProgress({ project, onClose }: PartProps) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const today = useToday();
  const initial = useMemo(() => ({ reportedOn: today }), [today]);
  return (
    <FormDialog
      title={t('action.progress')}
      onClose={onClose}
      schema={reportProgress.body}
      fields={progressFields}
      initial={initial}
      fixed={{ id }}
      submit={(body, options) => call(reportProgress, { params: keyOf(project), body }, options)}
      said={() => t('said.saved')}
    />
  );
}

function AcceptWork({ project, onClose }: PartProps) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const today = useToday();
  const initial = useMemo(() => ({ acceptedOn: today }), [today]);
  return (
    <FormDialog
      title={t('action.accept')}
      onClose={onClose}
      schema={acceptWork.body}
      fields={acceptanceFields}
      initial={initial}
      fixed={{ id }}
      submit={(body, options) => call(acceptWork, { params: keyOf(project), body }, options)}
      said={() => t('said.saved')}
    />
  );
}

function BookAsset({ project, onClose }: PartProps) {
  const t = useWords(words);
  const ids = useMemo(() => ({ id: newId(), assetId: newId() }), []);
  const today = useToday();
  const initial = useMemo(() => ({ handedOn: today, fundingSource: 'city' }), [today]);
  return (
    <FormDialog
      title={t('action.asset')}
      onClose={onClose}
      schema={bookAsset.body}
      fields={assetFields}
      initial={initial}
      fixed={ids}
      submit={(body, options) => call(bookAsset, { params: keyOf(project), body }, options)}
      said={() => t('said.saved')}
    />
  );
}

type Taking = Extract<ProjectTask, { kind: 'withdrawAward' | 'endContract' | 'unlink' }>;

function TakeBack({ project, task, onClose }: PartProps & { readonly task: Taking }) {
  const t = useWords(words);
  const award = useWrite(withdrawAward);
  const contract = useWrite(endContract);
  const asset = useWrite(unlinkAsset);
  const params = keyOf(project);
  const confirm = (reason: string): Promise<unknown> => {
    if (task.kind === 'withdrawAward') {
      const { id: awardId, revision } = task.award;
      return award.mutateAsync({ params: { ...params, awardId }, body: { revision, reason } });
    }
    if (task.kind === 'endContract') {
      const { id: contractId, revision } = task.contract;
      return contract.mutateAsync({ params: { ...params, contractId }, body: { revision, reason } });
    }
    const { id: linkId, revision } = task.asset;
    return asset.mutateAsync({ params: { ...params, linkId }, body: { revision, reason } });
  };
  return (
    <ConfirmWithReason
      title={t(`action.${task.kind}`)}
      effect={t(`effect.${task.kind}`)}
      confirmLabel={t(`action.${task.kind}`)}
      danger
      onClose={onClose}
      onConfirm={confirm}
    />
  );
}
