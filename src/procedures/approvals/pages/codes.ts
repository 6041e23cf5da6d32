import type { Code } from '../../../platform/ui/list-types.ts';
import { approvalBoxes } from '../contract.ts';
import { approvalStates } from '../rules.ts';
import { words } from '../words.ts';

export const boxCodes: readonly Code[] = approvalBoxes.map((box) => ({ value: box, label: words[`code.box.${box}`] }));

export const stateCodes: readonly Code[] = approvalStates.map((state) => ({
  value: state,
  label: words[`code.state.${state}`],
}));
