import { ConfigProvider, type ThemeConfig } from 'antd';
import english from 'antd/locale/en_US';
import chinese from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLanguage } from './language.ts';
import { colours, fonts } from './tokens.ts';

/**
 * `<AntdScope>…</AntdScope>` around any part of antd: our tokens, language, and the nonce under which the server lets it
 * write styles. Load it and the part lazily; neither may enter the entry chunk.
 */
export default function AntdScope({ children }: { children: ReactNode }) {
  const language = useLanguage();
  return (
    <ConfigProvider theme={theme} csp={{ nonce: cspNonce() }} locale={language === 'zh' ? chinese : english}>
      {children}
    </ConfigProvider>
  );
}

/** The server writes one into each page it sends (`<meta name="csp-nonce">`). */
function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

const theme: ThemeConfig = {
  token: {
    colorPrimary: colours['qing-600'],
    colorLink: colours['qing-700'],
    colorSuccess: colours.ok,
    colorWarning: colours['warn-text'],
    colorError: colours.bad,
    colorText: colours.ink,
    colorTextSecondary: colours['ink-2'],
    colorTextTertiary: colours['ink-3'],
    colorTextPlaceholder: colours['ink-3'],
    colorBgLayout: colours.felt,
    colorBorder: colours['rule-strong'],
    colorSplit: colours['rule-2'],
    borderRadius: 2,
    fontSize: 14,
    controlHeight: 32,
    fontFamily: fonts.ui,
    motionDurationFast: '0.12s',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.12s',
    wireframe: false,
  },
};
