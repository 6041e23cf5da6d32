import type { Handler } from '../../platform/http/handle.ts';

export const routes: readonly Handler[] = [];
