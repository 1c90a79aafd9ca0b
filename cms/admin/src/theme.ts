import { DAY } from '@ulan/contract'
import type { ThemeConfig } from 'antd'

/** antd in the colours of the day palette; the same values reach the style sheet as `--…` properties. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: DAY.sky,
    colorInfo: DAY.sky,
    colorLink: DAY.sky,
    colorSuccess: DAY.grass,
    colorWarning: DAY.gold,
    colorError: DAY.clay,
    colorTextBase: DAY.text,
    colorTextSecondary: DAY.textMuted,
    colorTextDescription: DAY.textMuted,
    colorTextPlaceholder: '#6f7d8e',
    colorBgBase: DAY.surface,
    colorBgLayout: DAY.ground,
    colorBorder: DAY.outline,
    colorBorderSecondary: '#e6dfd2',
    borderRadius: 8,
    borderRadiusLG: 12,
    fontSize: 15,
    controlHeight: 38,
    fontFamily: 'var(--font)',
    wireframe: false,
  },
  components: {
    Table: { headerBg: DAY.surfaceRaised, headerColor: DAY.textMuted, rowHoverBg: DAY.surfaceRaised },
    Card: { headerFontSize: 16 },
  },
}

/** Palette names as custom properties for the style sheet. */
export function paletteProperties(): Readonly<Record<`--${string}`, string>> {
  return Object.fromEntries(Object.entries(DAY).map(([name, colour]) => [`--${name}`, colour]))
}
