/** Where to go after sign-in: an address of this desk, never another site (`//host`, `/\host`, `https:`). */
export function safeReturn(to: string | null): string {
  if (to === null || !/^\/(?![/\\])/.test(to) || to.startsWith('/sign-in')) return '/';
  const address = new URL(to, 'http://desk.invalid');
  return address.host === 'desk.invalid' ? address.pathname + address.search : '/';
}
