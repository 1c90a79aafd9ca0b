import type { Plugin } from 'vite'

const CORE = /@lightningjs\/core\/dist\/src\/lightning\.mjs$/
const NAMESPACE = /^const lightning = \{[\s\S]*?^\};$/m

/**
 * Effects that this app never draws: 13 kB gzip of the start path. Lightning lists them in its namespace, so that no bundler
 * can tell; what is taken out of that list is shaken off with its shader text.
 */
const LEFT_OUT = [
  ...['Grayscale', 'BoxBlur', 'Dithering', 'CircularPush', 'Inversion', 'LinearBlur', 'Outline', 'Pixelate', 'RadialFilter', 'Spinner2'],
  ...['FadeOut', 'Hole', 'Vignette', 'Spinner', 'RadialGradient', 'Light3d', 'Perspective', 'Magnifier', 'RoundedRectangle', 'Blur'],
  ...['FastBlurComponent', 'BloomComponent', 'SmoothScaleComponent', 'BorderComponent', 'ListComponent', 'NoiseTexture', 'HtmlTexture'],
]

export function leaveOutLightningParts(): Plugin {
  return {
    name: 'tv-lightning-parts',
    transform: (code, id) => (CORE.test(id) ? { code: withoutParts(code), map: null } : null),
  }
}

/**
 * The source of Lightning's core without the effects above in its namespace.
 * @throws Error when one is not listed there: another version is, and has to be looked at
 */
export function withoutParts(code: string): string {
  const [namespace] = NAMESPACE.exec(code) ?? []
  if (namespace === undefined) throw new Error('no namespace in the core of Lightning: see tv-app/build/lightning-parts.ts')
  const kept = LEFT_OUT.reduce((text, name) => {
    const without = text.replaceAll(new RegExp(`^ +${name}(?:: \\w+)?,?\\n`, 'gm'), '')
    if (without === text) throw new Error(`no ${name} in the namespace of Lightning: see tv-app/build/lightning-parts.ts`)
    return without
  }, namespace)
  return code.replace(namespace, () => kept)
}
