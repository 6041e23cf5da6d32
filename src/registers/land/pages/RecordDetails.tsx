import type { ReactNode } from 'react';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Text } from '../../../platform/ui/language.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';

interface Props {
  readonly title: string;
  readonly table: 'land_project' | 'forest_reform' | 'ecological_check' | 'herd_count' | 'grass_capacity';
  readonly county: number;
  readonly id: string;
  readonly labels: Readonly<Record<string, Text>>;
  /** what may be done with it */
  readonly action?: ReactNode;
  readonly onClose: () => void;
}

/** The files of a record that stands in a list, its evidence, and all states it was in. */
export function RecordDetails({ title, labels, action, onClose, ...record }: Props) {
  return (
    <Dialog title={title} onClose={onClose} wide>
      {action && <p>{action}</p>}
      <AttachmentsTab {...record} />
      <HistoryTab {...record} labels={labels} />
    </Dialog>
  );
}
