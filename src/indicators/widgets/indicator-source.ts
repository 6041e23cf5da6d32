import { useMemo } from 'react';
import type { RecordSource } from '../../platform/ui/records.ts';
import { type Dictionary, useFigureText } from './dictionary.ts';

/** Indicators by name or code, for a picker; the value is the code. */
export function useIndicatorSource(dictionary: Dictionary): RecordSource {
  const { name, unit } = useFigureText();
  return useMemo(() => {
    const choices = dictionary.indicators.map((one) => ({ value: one.code, label: name(one), sub: unit(one) }));
    return {
      key: 'indicators',
      search: async (text) => {
        const wanted = text.trim().toLowerCase();
        return choices
          .filter(({ label, value }) => label.toLowerCase().includes(wanted) || value.includes(wanted))
          .slice(0, 20);
      },
      find: async (value) => choices.find((choice) => choice.value === value),
    };
  }, [dictionary, name, unit]);
}
