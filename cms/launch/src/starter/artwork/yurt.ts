import { hornBand } from './ornament.ts'
import { ellipse, glow, path, rect, slanted, vertical } from './svg.ts'

/** Felt from the lit to the shaded side, the painted band, and the light inside (none by day). */
type YurtColours = {
  readonly lit: string
  readonly shade: string
  readonly band: string
  readonly ornament: string
  readonly lamp?: string
}

/** A yurt standing on the origin, 400 px wide and about 250 px high. */
export function yurt(id: string, colours: YurtColours): string {
  const lamp = colours.lamp
  return [
    ellipse([0, 4], 235, 20, 'fill="#000" opacity="0.28"'),
    slanted(`${id}w`, [
      [0, colours.lit],
      [0.55, colours.lit],
      [1, colours.shade],
    ]),
    slanted(
      `${id}r`,
      [
        [0, colours.lit],
        [0.5, colours.lit, 1],
        [1, colours.shade],
      ],
      [0.1, 0.2],
      [0.95, 0.8],
    ),
    path('M-198 0L-190 -118Q0 -146 190 -118L198 0Q0 12 -198 0Z', `fill="url(#${id}w)"`),
    path('M-206 -112Q-150 -176 -40 -236Q0 -246 40 -236Q150 -176 206 -112Q0 -142 -206 -112Z', `fill="url(#${id}r)"`),
    path('M-206 -112Q0 -142 206 -112L200 -88Q0 -118 -200 -88Z', `fill="${colours.band}"`),
    `<g opacity="0.9">${hornBand(-188, -117, 376, 14, colours.ornament, 2.4)}</g>`,
    path(
      'M-120 -162L-64 -122M120 -162L64 -122M-58 -214L-26 -132M58 -214L26 -132',
      `stroke="${colours.shade}" stroke-width="3" opacity="0.55"`,
    ),
    path('M-195 -52Q0 -34 195 -52M-192 -78Q0 -62 192 -78', `fill="none" stroke="${colours.shade}" stroke-width="4" opacity="0.6"`),
    crown(lamp),
    door(id, lamp, colours),
  ].join('')
}

function crown(lamp: string | undefined): string {
  return [
    ellipse([0, -238], 44, 11, `fill="${lamp ?? '#8a5a34'}"`),
    ellipse([0, -240], 44, 11, 'fill="none" stroke="#7a3f22" stroke-width="5"'),
    path('M-30 -238L30 -242M0 -250L0 -228M-20 -247L20 -232', 'stroke="#7a3f22" stroke-width="3"'),
  ].join('')
}

function door(id: string, lamp: string | undefined, colours: YurtColours): string {
  const frame = rect(-46, -104, 92, 106, `fill="${colours.band}" rx="4"`)
  if (lamp === undefined) {
    return `${frame}${rect(-36, -95, 72, 96, 'fill="#b0552c"')}${path('M0 -95L0 0M-36 -46L36 -46', 'stroke="#7c3719" stroke-width="4"')}${rect(-28, -86, 22, 30, 'fill="#e8b45c" opacity="0.85"')}${rect(6, -86, 22, 30, 'fill="#e8b45c" opacity="0.85"')}`
  }
  return [
    frame,
    vertical(`${id}d`, [
      [0, '#fff4c8'],
      [0.6, lamp],
      [1, '#d9792f'],
    ]),
    rect(-36, -95, 72, 97, `fill="url(#${id}d)"`),
    glow(`${id}g`, [0, -40], 190, lamp, 0.55),
    glow(`${id}s`, [0, 14], 260, lamp, 0.42, 0.2),
    glow(`${id}c`, [0, -244], 120, lamp, 0.4),
  ].join('')
}
