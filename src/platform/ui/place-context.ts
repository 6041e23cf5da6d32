import { createContext, useContext } from 'react';
import type { PlaceSource } from './places.ts';

/**
 * The places of the reader's range, for pickers in every feature: registers of one tier do not import each other, so
 * the desk provides them (`<PlacesContext.Provider value={ownPlaces}>`). `useOwnPlaces()` reads them.
 */
export const PlacesContext = createContext<PlaceSource>({ key: 'none', children: async () => [] });

export function useOwnPlaces(): PlaceSource {
  return useContext(PlacesContext);
}
