/** What a server's error says of itself: SQLSTATE, message, detail and the constraint it names. */
export function errorFields(error: unknown): {
  readonly code?: string;
  readonly message?: string;
  readonly detail?: string;
  readonly constraint?: string;
} {
  return typeof error === 'object' && error !== null ? error : {};
}
