import { useState } from 'react';
import { Link } from 'react-router';
import { sumFen } from '../../../platform/pure/money.ts';
import { download } from '../../../platform/ui/client.ts';
import { ConfirmWithReason } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { listCorrections, postCorrection, printCorrection } from '../dividend-contract.ts';
import { words } from '../words.ts';
import { CorrectionDialog } from './CorrectionDialog.tsx';
import { wordsOf } from './codes.ts';
import { type CorrectionView, keyOf, type PartProps } from './views.ts';

type Task = { readonly kind: 'propose' } | { readonly kind: 'post'; readonly correction: CorrectionView };

/** Corrections of what was declared: what was, what should have been, and the difference that is posted. */
export function Corrections({ distribution }: PartProps) {
  const t = useWords(words);
  const reply = useReply(listCorrections, { params: keyOf(distribution) });
  const [task, setTask] = useState<Task>();
  const onClose = () => setTask(undefined);
  return (
    <Loaded reply={reply}>
      {({ rows, allowed }) => (
        <>
          {allowed.includes('dividend.correct') && (
            <p className="buttons no-print">
              <button type="button" className="button primary" onClick={() => setTask({ kind: 'propose' })}>
                {t('action.correct')}
              </button>
            </p>
          )}
          {rows.length === 0 && <EmptyState text={t('corrections.empty')} />}
          {rows.map((correction) => (
            <CorrectionPart
              key={correction.id}
              distribution={distribution}
              correction={correction}
              onPost={() => setTask({ kind: 'post', correction })}
            />
          ))}
          {task?.kind === 'propose' && <CorrectionDialog distribution={distribution} onClose={onClose} />}
          {task?.kind === 'post' && (
            <PostDialog distribution={distribution} correction={task.correction} onClose={onClose} />
          )}
        </>
      )}
    </Loaded>
  );
}

interface CorrectionProps extends PartProps {
  readonly correction: CorrectionView;
}

function CorrectionPart({ distribution, correction, onPost }: CorrectionProps & { readonly onPost: () => void }) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const { run, pending, failure } = useAction();
  const params = { ...keyOf(distribution), correctionId: correction.id };
  const { cause, state, makerName, postedOn, voucherId } = correction;
  return (
    <section className="record-part">
      <h2>
        {cause} <span className="tag">{text(wordsOf(`code.correction.${state}`))}</span>
      </h2>
      <p className="note">
        {t('field.proposed')} {makerName}
        {postedOn !== null && ` · ${t('field.declaredOn')} ${date(postedOn)}`}
        {voucherId !== null && (
          <>
            {' · '}
            <Link to={`/vouchers/${correction.county}/${voucherId}`}>{t('field.voucher')}</Link>
          </>
        )}
      </p>
      <p className="buttons no-print">
        {correction.allowed.includes('dividend.check') && (
          <button
            type="button"
            className="button primary"
            aria-label={`${t('action.postCorrection')} ${cause}`}
            onClick={onPost}
          >
            {t('action.postCorrection')}
          </button>
        )}
        {state === 'posted' && (
          <button
            type="button"
            className="button"
            aria-label={`${t('action.printCorrection')} ${cause}`}
            disabled={pending}
            onClick={() => void run(() => download(printCorrection, { params }))}
          >
            {t('action.printCorrection')}
          </button>
        )}
      </p>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      <Changes correction={correction} />
    </section>
  );
}

function Changes({ correction: { county, cause, changes } }: Pick<CorrectionProps, 'correction'>) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const amounts = [
    { label: 'field.old', key: 'oldFen' },
    { label: 'field.new', key: 'newFen' },
    { label: 'field.difference', key: 'differenceFen' },
  ] as const;
  return (
    <TableScroll label={cause}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.member')}</th>
            {amounts.map(({ label }) => (
              <th key={label} scope="col" className="end">
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.membershipId}>
              <th scope="row">
                <Link to={`/memberships/${county}/${change.membershipId}`}>
                  {change.number} {change.name}
                </Link>
              </th>
              {amounts.map(({ key }) => (
                <td key={key} className="end">
                  {yuan(change[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('field.total')}</th>
            {amounts.map(({ key }) => (
              <td key={key} className="end">
                {yuan(sumFen(changes.map((change) => change[key])))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

function PostDialog({ distribution, correction, onClose }: CorrectionProps & { readonly onClose: () => void }) {
  const t = useWords(words);
  const post = useWrite(postCorrection);
  const params = { ...keyOf(distribution), correctionId: correction.id };
  return (
    <ConfirmWithReason
      title={t('action.postCorrection')}
      effect={t('effect.postCorrection')}
      confirmLabel={t('action.postCorrection')}
      needsReason={false}
      onClose={onClose}
      onConfirm={async () => {
        await post.mutateAsync({ params, body: { revision: correction.revision } });
        notify(t('said.corrected'));
      }}
    />
  );
}
