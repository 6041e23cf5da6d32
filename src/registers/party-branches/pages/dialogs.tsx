import { useMemo } from 'react';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { closeRectification, endPost, openRectification, recordPost, recordYear } from '../contract.ts';
import { branchPosts, branchRatings } from '../rules.ts';
import { words } from '../words.ts';

export interface DialogTask {
  readonly kind: 'post' | 'end' | 'year' | 'rectify' | 'close';
  /** the post or rectification that is ended */
  readonly part?: { readonly id: string; readonly revision: number };
}

interface Props {
  readonly task: DialogTask;
  readonly branch: { readonly county: number; readonly id: string };
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const posts = branchPosts.map((post) => ({ value: post, label: words[`code.post.${post}`] }));
const ratings = branchRatings.map((rating) => ({ value: rating, label: words[`code.rating.${rating}`] }));

const postFields: readonly Field[] = [
  { key: 'post', kind: 'code', label: words['field.post'], codes: posts },
  { key: 'personName', kind: 'text', label: words['field.personName'] },
  { key: 'startsOn', kind: 'date', label: words['field.startsOn'] },
  { key: 'endsOn', kind: 'date', label: words['field.endsOn'] },
];
const endFields: readonly Field[] = [
  { key: 'endsOn', kind: 'date', label: words['field.endsOn'] },
  { key: 'reason', kind: 'note', label: words['field.reason'] },
];
const yearFields: readonly Field[] = [
  { key: 'year', kind: 'integer', label: words['field.year'] },
  { key: 'members', kind: 'integer', label: words['field.members'] },
  { key: 'rating', kind: 'code', label: words['field.rating'], codes: ratings },
];
const rectifyFields: readonly Field[] = [
  { key: 'problem', kind: 'note', label: words['field.problem'], wide: true },
  { key: 'measures', kind: 'note', label: words['field.measures'], wide: true },
  { key: 'foundOn', kind: 'date', label: words['field.foundOn'] },
  { key: 'dueOn', kind: 'date', label: words['field.dueOn'] },
];
const closeFields: readonly Field[] = [
  { key: 'closedOn', kind: 'date', label: words['field.closedOn'] },
  { key: 'evidence', kind: 'note', label: words['field.evidence'], wide: true },
];

/** The forms of a branch: post, end of a post, year, rectification and its closing. */
export function BranchDialog({ task, branch, onClose, onSaved }: Props) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const saved = () => {
    onClose();
    onSaved();
  };
  const common = { refusals: words, onSaved: saved };
  switch (task.kind) {
    case 'post':
      return (
        <Dialog title={t('action.post')} onClose={onClose} wide>
          <RecordForm
            {...common}
            schema={recordPost.body}
            fields={postFields}
            fixed={{ id }}
            submit={(body, options) => call(recordPost, { params: branch, body }, options)}
          />
        </Dialog>
      );
    case 'year':
      return (
        <Dialog title={t('action.year')} onClose={onClose} wide>
          <RecordForm
            {...common}
            schema={recordYear.body}
            fields={yearFields}
            fixed={{ id }}
            submit={(body, options) => call(recordYear, { params: branch, body }, options)}
          />
        </Dialog>
      );
    case 'rectify':
      return (
        <Dialog title={t('action.rectify')} onClose={onClose} wide>
          <RecordForm
            {...common}
            schema={openRectification.body}
            fields={rectifyFields}
            fixed={{ id }}
            submit={(body, options) => call(openRectification, { params: branch, body }, options)}
          />
        </Dialog>
      );
    case 'end':
    case 'close':
      return <PartDialog {...{ task, branch, onClose }} onSaved={saved} />;
  }
}

function PartDialog({ task, branch, onClose, onSaved }: Props) {
  const t = useWords(words);
  const part = task.part ?? { id: '', revision: 0 };
  const fixed = { revision: part.revision };
  if (task.kind === 'end') {
    const params = { ...branch, postId: part.id };
    return (
      <Dialog title={t('action.endPost')} onClose={onClose} wide>
        <RecordForm
          schema={endPost.body}
          fields={endFields}
          fixed={fixed}
          refusals={words}
          onSaved={onSaved}
          submit={(body, options) => call(endPost, { params, body }, options)}
        />
      </Dialog>
    );
  }
  const params = { ...branch, rectificationId: part.id };
  return (
    <Dialog title={t('action.close')} onClose={onClose} wide>
      <RecordForm
        schema={closeRectification.body}
        fields={closeFields}
        fixed={fixed}
        refusals={words}
        onSaved={onSaved}
        submit={(body, options) => call(closeRectification, { params, body }, options)}
      />
    </Dialog>
  );
}
