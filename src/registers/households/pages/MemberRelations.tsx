import { useId, useState } from 'react';
import { useText, useWords } from '../../../platform/ui/language.ts';
import type { ResidentView } from '../resident-contract.ts';
import { relations as relationCodes } from '../rules.ts';
import { words } from '../words.ts';
import { codeChoices } from './codes.ts';

type Relation = (typeof relationCodes)[number];

export interface Relations {
  readonly of: ReadonlyMap<string, string>;
  /** people with a relation, as the routes take them */
  readonly chosen: readonly { readonly id: string; readonly relation: Relation }[];
  readonly set: (id: string, relation: string) => void;
}

/** Who is related how, starting from what is given; an empty relation means not chosen. */
export function useRelations(start: readonly (readonly [string, string])[]): Relations {
  const [of, setOf] = useState<ReadonlyMap<string, string>>(() => new Map(start));
  const chosen = [...of].flatMap(([id, relation]) => {
    const known = relationCodes.find((code) => code === relation);
    return known === undefined ? [] : [{ id, relation: known }];
  });
  return { of, chosen, set: (id, relation) => setOf(new Map([...of, [id, relation]])) };
}

interface MemberRelationsProps {
  readonly members: readonly ResidentView[];
  readonly relations: Relations;
  /** offers to leave somebody out */
  readonly optional?: boolean;
}

/** One line a person with the relation to the (new) head. */
export function MemberRelations({ members, relations, optional }: MemberRelationsProps) {
  const t = useWords(words);
  const text = useText();
  const id = useId();
  return (
    <fieldset className="form-section">
      <legend>{t('field.members')}</legend>
      {optional && <p className="note">{t('help.members')}</p>}
      <div className="form-fields">
        {members.map((person) => (
          <div className="field" key={person.id}>
            <label htmlFor={`${id}-${person.id}`}>{person.name}</label>
            <select
              id={`${id}-${person.id}`}
              className="input"
              value={relations.of.get(person.id) ?? ''}
              onChange={(event) => relations.set(person.id, event.target.value)}
            >
              {optional && <option value="">{t('choose')}</option>}
              {codeChoices('relation', relationCodes).map((code) => (
                <option key={code.value} value={code.value}>
                  {text(code.label)}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
