import { useEffect, useRef } from 'react';
import { useWords } from './language.ts';
import { words } from './words.ts';

/**
 * `<ErrorSummary errors attempts title? />`: stands above a form, takes the focus when `attempts` grows, and each line
 * with an `inputId` leads to its field. `errors` are `{ message, inputId? }` with the same words as at the field.
 */
export function ErrorSummary({ errors, attempts, title }: SummaryProps) {
  const t = useWords(words);
  const box = useRef<HTMLDivElement>(null);
  const isShown = errors.length > 0;
  useEffect(() => {
    if (attempts > 0 && isShown) box.current?.focus();
  }, [attempts, isShown]);
  if (!isShown) return null;
  return (
    <div className="strip bad summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title ?? t('form.errors', { count: errors.length })}</h2>
      <ul>
        {errors.map(({ message, inputId }) => (
          <li key={`${inputId} ${message}`}>
            {inputId === undefined ? (
              message
            ) : (
              <a
                href={`#${inputId}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(inputId)?.focus();
                }}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SummaryProps {
  readonly errors: readonly { readonly message: string; readonly inputId?: string }[];
  readonly attempts: number;
  readonly title?: string;
}
