import type { PlaceLevel } from '../pure/place.ts';
import type { Text } from './language.ts';
import type { Code } from './list-types.ts';
import type { PlaceSource } from './places.ts';
import type { RecordSource } from './records.ts';

/** One field of a form. `key` is the member of the contract's body; whether it is required stands there. */
export type Field = PlainField | CodeField | YuanField | PlaceField | RecordField;

interface FieldBase {
  readonly key: string;
  readonly label: Text;
  /** one sentence below the label */
  readonly help?: Text;
  /** begins a new part of the form with this heading */
  readonly section?: Text;
  /** over the whole width */
  readonly wide?: boolean;
  readonly readOnly?: boolean;
  /** a field that is not shown is not sent */
  readonly shown?: (values: FormValues) => boolean;
}

export interface PlainField extends FieldBase {
  readonly kind: 'text' | 'id-number' | 'date' | 'month' | 'integer' | 'decimal' | 'note' | 'switch';
  /** behind the input: 亩, 只, 人 */
  readonly unit?: Text;
  /** a slider below the input, for an integer that is tried out */
  readonly slider?: Slider;
}

export interface Slider {
  /** the bounds of the rule that the number has to keep */
  readonly least: number;
  readonly most: number;
  /** by how much an arrow key moves it */
  readonly step: number;
  /** the number as it is read out and shown, for example `60%` */
  readonly text: (value: number) => string;
}

interface CodeField extends FieldBase {
  readonly kind: 'code';
  readonly codes: readonly Code[];
}

interface YuanField extends FieldBase {
  readonly kind: 'yuan';
  /** the amount in words below the input */
  readonly inWords?: (amountFen: bigint) => string;
}

interface PlaceField extends FieldBase {
  readonly kind: 'place';
  /** absent: the places of the reader's range */
  readonly places?: PlaceSource;
  readonly level?: PlaceLevel;
}

interface RecordField extends FieldBase {
  readonly kind: 'record';
  readonly records: RecordSource;
}

/** What stands in the inputs: texts as typed, `boolean` for a switch, `number` for a place. JSON, so that it can be kept. */
export type FormValues = Readonly<Record<string, string | number | boolean | undefined>>;
