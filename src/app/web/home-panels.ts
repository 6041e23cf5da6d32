import type { ComponentType } from 'react';

/**
 * What stands on the home page, in this order: first what is due, then figures. A panel is a widget module with
 * `export default function Panel()`; it renders nothing when it has nothing to say.
 *
 * `{ act: 'submissions.list', load: () => import('../../activities/submissions/widgets/DuePanel.tsx') }`
 */
export interface HomePanel {
  readonly act: string;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

export const homePanels: readonly HomePanel[] = [
  { act: 'approval.decide', load: () => import('../../procedures/approvals/widgets/ApprovalPanel.tsx') },
  { act: 'loan.visit', load: () => import('../../activities/loans/widgets/TaskPanel.tsx') },
];
