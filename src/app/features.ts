import { feature as measure } from '../measure/feature.ts';
import type { Feature } from '../platform/feature.ts';
import { feature as households } from '../registers/households/feature.ts';
import { feature as places } from '../registers/places/feature.ts';

/** Every feature, in the order in which data flows. */
export const features: readonly Feature[] = [measure, places, households];
