/**
 * The five states of a duty. `met` done in time (or still in time), `near` due within three working days, `late` overdue,
 * `none` not yet due, `exempt` nothing to report.
 */
export type LightState = 'met' | 'near' | 'late' | 'none' | 'exempt';

export const lightStates: readonly LightState[] = ['met', 'near', 'late', 'none', 'exempt'];

/** The sign in running text; drawings use the same shapes. Shape before colour: green and red are alike to many eyes. */
export const lightSigns: Readonly<Record<LightState, string>> = {
  met: '●',
  near: '▲',
  late: '■',
  none: '–',
  exempt: '○',
};

const severity: readonly LightState[] = ['exempt', 'none', 'met', 'near', 'late'];

/** What a higher place shows for several lower ones: the worst of them; nothing for none. */
export function worstLight(states: readonly LightState[]): LightState {
  let worst: LightState = 'exempt';
  for (const state of states) if (severity.indexOf(state) > severity.indexOf(worst)) worst = state;
  return states.length === 0 ? 'none' : worst;
}
