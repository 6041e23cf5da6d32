import type { Handler } from '../platform/http/handle.ts';

/** The routes of every feature. */
export const handlers: readonly Handler[] = [];
