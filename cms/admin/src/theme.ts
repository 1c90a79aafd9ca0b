import { DAY } from '@ulan/contract'
import type { ThemeConfig } from 'antd'

/** antd in the colours of the day palette; the same values reach the style sheet as `--…` properties. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: DAY.sky,
    colorInfo: DAY.sky,
    colorLink: DAY.sky,
    // Derived, it would be too light to be read under the hand.
    colorLinkHover: '#084a88',
    colorLinkActive: '#084a88',
    colorSuccess: DAY.grass,
    colorWarning: DAY.gold,
    colorError: DAY.clay,
    colorTextBase: DAY.text,
    colorTextSecondary: DAY.textMuted,
    colorTextDescription: DAY.textMuted,
    colorTextTertiary: DAY.textMuted,
    colorTextPlaceholder: '#667383',
    // What may not be changed is there to be read.
    colorTextDisabled: '#667383',
    // antd derives tints from the seed colour, which turns our deep tones muddy.
    colorPrimaryBg: '#e5eef7',
    colorInfoBg: '#eaf2f9',
    colorInfoBorder: '#b6d0e8',
    colorSuccessBg: '#e4f2e5',
    colorSuccessBorder: '#a9d3b0',
    colorWarningBg: '#fbf1d6',
    colorWarningBorder: '#e3c987',
    colorErrorBg: '#fcebe5',
    colorErrorBorder: '#e6b3a3',
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
