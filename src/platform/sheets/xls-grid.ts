import { type Result, refusal, refuse } from '../pure/result.ts';
import type { GridFile } from './grid.ts';
import type { SheetLimits } from './limits.ts';
import type { SheetRefusal } from './model.ts';

export function openXls(_bytes: Buffer, _limits: SheetLimits): Result<GridFile, SheetRefusal> {
  return refuse(refusal('sheet_old_format'));
}
