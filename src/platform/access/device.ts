/** What a browser says it is, in two words a person recognises. */
export interface DeviceName {
  /** product name, or the key `device.wechat` / `device.other` of the words */
  readonly browser: string;
  readonly system: string;
}

const browsers: readonly (readonly [sign: RegExp, name: string])[] = [
  [/MicroMessenger/, 'device.wechat'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly (readonly [sign: RegExp, name: string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

export function nameDevice(userAgent: string): DeviceName {
  const find = (signs: typeof browsers) => signs.find(([sign]) => sign.test(userAgent))?.[1];
  return { browser: find(browsers) ?? 'device.other', system: find(systems) ?? '' };
}
