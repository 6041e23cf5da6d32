import { type PlaceSource, placeSource } from '../../../platform/ui/places.ts';
import { listPlaces } from '../contract.ts';

/** Places for pickers and trees, from the top of the reader's own range. */
export const ownPlaces: PlaceSource = placeSource(listPlaces, ({ code, name }) => ({ code, name }));
