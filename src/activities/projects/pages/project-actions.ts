import { useWords } from '../../../platform/ui/language.ts';
import { useWrite } from '../../../platform/ui/queries.ts';
import type { RecordAction } from '../../../platform/ui/RecordPage.tsx';
import { closeProject, refuseProject, withdrawProject } from '../contract.ts';
import { askStep, offerDiscussion } from '../step-contract.ts';
import { words } from '../words.ts';
import { keyOf, type ProjectTask, type ProjectView } from './views.ts';

/** What may be done with a project now: the next step first, what gives it up last. */
export function useProjectActions(
  setTask: (task: ProjectTask) => void,
): (project: ProjectView) => readonly RecordAction[] {
  const next = useNext(setTask);
  const endings = useEndings();
  return (project) => {
    if (project.state !== 'open') return [];
    const press = (kind: 'correct' | 'asset'): RecordAction => ({
      ...{ act: 'project.record', label: words[`action.${kind}`] },
      onPress: () => setTask({ kind }),
    });
    const { contracts, assetPaidFen, contractedFen, county, id } = project;
    const pay: RecordAction = {
      ...{ act: 'payment_order.ask', label: words['action.order'] },
      to: `/payment-orders/new?project=${county}/${id}`,
    };
    const noticed = project.chain.some(({ step, state }) => step === 'notice' && state === 'done');
    return [
      ...next(project),
      ...(noticed || contracts.length > 0 ? [pay] : []),
      ...(assetPaidFen > 0n ? [press('asset')] : []),
      ...(contractedFen === 0n && project.paidFen === 0n ? [press('correct'), ...endings(project)] : []),
    ];
  };
}

/** The act of the step whose turn it is. */
function useNext(setTask: (task: ProjectTask) => void): (project: ProjectView) => readonly RecordAction[] {
  const { asking, discussing, closing } = usePresses();
  return (project) => {
    const press = (act: string, kind: 'notice' | 'award' | 'contract' | 'progress' | 'accept'): RecordAction => ({
      ...{ act, label: words[`action.${kind}`], primary: true },
      onPress: () => setTask({ kind }),
    });
    const step = project.chain.find(({ state }) => state !== 'done');
    const isAsked = step?.state === 'running';
    const record = 'project.record';
    switch (step?.step) {
      case 'library':
      case 'review':
        return isAsked ? [] : [asking(project, step.step)];
      case 'notice':
        return isAsked ? [] : [press(record, 'notice')];
      case 'award':
        return [press(record, 'award'), ...(project.awardMethod === 'discussion' ? [discussing(project)] : [])];
      case 'start':
        return [press(record, 'contract'), press(record, 'award')];
      case 'progress':
        return [press(record, 'progress'), press(record, 'contract')];
      case 'acceptance':
        return [press('project.accept', 'accept')];
      case 'handover':
        return [closing(project)];
      default:
        return [];
    }
  };
}

/** Steps that need no more than a press. */
function usePresses() {
  const t = useWords(words);
  const ask = useWrite(askStep);
  const offer = useWrite(offerDiscussion);
  const close = useWrite(closeProject);
  const once = { needsReason: false } as const;
  return {
    asking: (project: ProjectView, step: 'library' | 'review'): RecordAction => ({
      ...{ act: 'project.record', label: words[`action.${step}`], primary: true, effect: t(`effect.${step}`), ...once },
      run: async () => {
        await ask.mutateAsync({ params: keyOf(project), body: { step, digest: project.digest } });
        return t('said.asked');
      },
    }),
    discussing: (project: ProjectView): RecordAction => ({
      ...{ act: 'project.record', label: words['action.discussion'], effect: t('effect.discussion'), ...once },
      run: async () => {
        await offer.mutateAsync({ params: keyOf(project), body: {} });
        return t('said.offered');
      },
    }),
    closing: (project: ProjectView): RecordAction => ({
      ...{ act: 'project.close', label: words['action.close'], primary: true, effect: t('effect.close'), ...once },
      run: async () => {
        await close.mutateAsync({ params: keyOf(project), body: { revision: project.revision } });
        return t('said.closed');
      },
    }),
  };
}

function useEndings(): (project: ProjectView) => readonly RecordAction[] {
  const t = useWords(words);
  const refuse = useWrite(refuseProject);
  const withdraw = useWrite(withdrawProject);
  return (project) => {
    const params = keyOf(project);
    const { revision } = project;
    return [
      {
        ...{ act: 'project.refuse', label: words['action.refuse'], effect: t('effect.refuse'), danger: true },
        run: async (reason) => {
          await refuse.mutateAsync({ params, body: { revision, reason } });
          return t('said.ended');
        },
      },
      {
        ...{ act: 'project.record', label: words['action.withdraw'], effect: t('effect.withdraw'), danger: true },
        run: async (reason) => {
          await withdraw.mutateAsync({ params, body: { revision, reason } });
          return t('said.ended');
        },
      },
    ];
  };
}
