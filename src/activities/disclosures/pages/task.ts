import type { DisclosureView } from '../contract.ts';

export interface TaskProps {
  readonly view: DisclosureView;
  readonly onClose: () => void;
}
