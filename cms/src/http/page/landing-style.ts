import { readFileSync } from 'node:fs'
import { FONT_FAMILIES, FONT_STACKS, NIGHT } from '@ulan/contract'

/** Mongolian has no range: a split inside U+2000-206F breaks its shaping. Cyrillic letters do not join, and come only when read. */
const FACES = [
  [FONT_FAMILIES.chinese, 'sc', ''],
  [FONT_FAMILIES.mongolian, 'mong', ''],
  [FONT_FAMILIES.cyrillic, 'cyrl', ';unicode-range:U+401,U+410-451,U+2116'],
  [FONT_FAMILIES.cyrillicMore, 'cyrlmore', ';unicode-range:U+4AE-4AF,U+4E8-4E9'],
]
  .map(
    ([family, file, range]) =>
      `@font-face{font-family:"${family}";src:url(/fonts/${file}.woff2) format("woff2");font-display:swap${range}}`,
  )
  .join('')
const THEME = {
  ...NIGHT,
  font: FONT_STACKS.mongolianFirst,
  'font-mongolian': FONT_FAMILIES.mongolian,
  'font-chinese': FONT_STACKS.chineseFirst,
}
const PROPERTIES = Object.entries(THEME)
  .map(([name, value]) => `--${name}:${value}`)
  .join(';')

/** The sheets stand in files of their own, where they are formatted and checked as all others. */
const SHEETS = ['landing.css', 'landing-columns.css'].map((name) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')).join('')

/** Style of the start page. */
export const LANDING_STYLE = `${FACES}:root{${PROPERTIES}}${SHEETS}`

/** Night over the steppe: moon, stars, hills. */
export const LANDING_SCENE = `<svg class="scene" viewBox="0 0 1600 900" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${NIGHT.ground}"/>
<stop offset=".72" stop-color="#0d2340"/><stop offset="1" stop-color="#16406b"/></linearGradient>
<radialGradient id="moon"><stop offset="0" stop-color="${NIGHT.gold}" stop-opacity=".34"/><stop offset="1" stop-color="${NIGHT.gold}" stop-opacity="0"/></radialGradient></defs>
<rect width="1600" height="900" fill="url(#sky)"/>
<circle cx="1370" cy="150" r="210" fill="url(#moon)"/><path d="M1392 96a56 56 0 1 0 34 84A50 50 0 0 1 1392 96Z" fill="#f4dfa2"/>
<g fill="${NIGHT.text}"><circle cx="150" cy="90" r="1.8"/><circle cx="320" cy="40" r="1.3"/><circle cx="470" cy="150" r="1.6"/><circle cx="640" cy="70" r="2"/>
<circle cx="820" cy="130" r="1.3"/><circle cx="980" cy="50" r="1.8"/><circle cx="1120" cy="170" r="1.4"/><circle cx="1230" cy="60" r="1.7"/><circle cx="1540" cy="260" r="1.6"/>
<circle cx="60" cy="240" r="1.3"/><circle cx="730" cy="230" r="1.2"/><circle cx="1060" cy="270" r="1.5"/></g>
<path d="M0 720C240 640 420 700 640 668S1060 600 1290 656s240 40 310 22V900H0Z" fill="#0f2c4a"/>
<path d="M0 786C220 730 470 790 720 752s520-64 880 2V900H0Z" fill="#0c2238"/>
<path d="M0 836C300 790 620 850 900 822s520-20 700-6V900H0Z" fill="#081a2c"/></svg>`

/** A yurt with its light on, under the moon where there is room beside the name. */
export const LANDING_YURT = `<svg class="yurt" viewBox="-150 -34 300 110" aria-hidden="true"><path d="M-150 76C-90 48-40 62 0 58S110 46 150 76Z" fill="#0f2c4a"/>
<path d="M-70 62V22q70-22 140 0v40Z" fill="#dfe7f1"/><path d="M-80 24Q0-46 80 24Q0-2-80 24Z" fill="${NIGHT.sky}"/>
<path d="M-80 24Q0-2 80 24L78 31Q0 6-78 31Z" fill="${NIGHT.gold}"/><rect x="-13" y="26" width="26" height="37" rx="3" fill="${NIGHT.gold}"/><rect x="-9" y="-26" width="18" height="12" fill="${NIGHT.gold}"/></svg>`
