import type { ReplyOf } from '../../../platform/http/contract.ts';
import type { getRegister } from '../contract.ts';

export type Register = ReplyOf<typeof getRegister>;

export type ClassTotal = Register['classes'][number];
