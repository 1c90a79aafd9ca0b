import { type Point, path, px, ribbon } from './svg.ts'

/** A horse in outline seen from the side, running to the left; the origin is on the ground below its belly, 260 px long. */
export function horse(phase: number, colour: string, rim?: string): string {
  const beat = phase * Math.PI * 2
  const lift = Math.sin(beat) * 7
  const swing = (offset: number): number => Math.sin(beat + offset)
  const lifted = (offset: number): number => Math.cos(beat + offset)
  const limb = (hip: Point, offset: number, kind: 'fore' | 'hind'): string => leg(hip, swing(offset), lifted(offset), kind)
  const legs = [
    limb([70, -112 + lift], 0.4, 'hind'),
    limb([80, -112 + lift], 1.3, 'hind'),
    limb([-62, -106 + lift], 3.4, 'fore'),
    limb([-50, -104 + lift], 2.4, 'fore'),
  ].join('')
  const y = lift
  const body = `M-82 ${px(-132 + y)}C-50 ${px(-158 + y)} -10 ${px(-150 + y)} 30 ${px(-154 + y)}C70 ${px(-162 + y)} 104 ${px(-146 + y)} 104 ${px(-118 + y)}C104 ${px(-92 + y)} 78 ${px(-84 + y)} 52 ${px(-88 + y)}C20 ${px(-74 + y)} -30 ${px(-72 + y)} -60 ${px(-84 + y)}C-84 ${px(-92 + y)} -94 ${px(-112 + y)} -82 ${px(-132 + y)}Z`
  const nod = swing(1.8) * 6
  const neck = `M-66 ${px(-88 + y)}C-92 ${px(-112 + y)} -104 ${px(-150 + y)} -122 ${px(-176 + y + nod)}C-134 ${px(-176 + y + nod)} -152 ${px(-160 + y + nod)} -166 ${px(-150 + y + nod)}C-176 ${px(-148 + y + nod)} -182 ${px(-156 + y + nod)} -176 ${px(-166 + y + nod)}C-164 ${px(-188 + y + nod)} -142 ${px(-206 + y + nod)} -124 ${px(-212 + y + nod)}L-120 ${px(-228 + y + nod)}L-108 ${px(-212 + y + nod)}C-76 ${px(-200 + y + nod * 0.6)} -50 ${px(-170 + y)} -20 ${px(-152 + y)}Z`
  const mane = `M-112 ${px(-214 + y + nod)}C-78 ${px(-224 + y)} -44 ${px(-204 + y - swing(1) * 8)} -18 ${px(-186 + y - swing(2) * 8)}C-34 ${px(-182 + y)} -30 ${px(-168 + y)} -12 ${px(-150 + y)}C-48 ${px(-164 + y)} -84 ${px(-190 + y)} -112 ${px(-214 + y + nod)}Z`
  const tail = `M98 ${px(-142 + y)}C130 ${px(-158 + y)} 160 ${px(-150 + y - swing(0.6) * 14)} 196 ${px(-128 + y - swing(0.2) * 18)}C164 ${px(-128 + y)} 146 ${px(-104 + y)} 118 ${px(-100 + y)}C108 ${px(-110 + y)} 100 ${px(-124 + y)} 98 ${px(-142 + y)}Z`
  const light =
    rim === undefined
      ? ''
      : path(
          `M-108 ${px(-212 + y + nod)}C-76 ${px(-202 + y)} -50 ${px(-172 + y)} -18 ${px(-154 + y)}C10 ${px(-148 + y)} 26 ${px(-155 + y)} 34 ${px(-155 + y)}C70 ${px(-162 + y)} 100 ${px(-150 + y)} 104 ${px(-124 + y)}`,
          `fill="none" stroke="${rim}" stroke-width="4" stroke-linecap="round" opacity="0.9"`,
        )
  return `<g fill="${colour}">${[legs, path(tail, ''), path(body, ''), path(neck, ''), path(mane, '')].join('')}</g>${light}`
}

/** One leg: `swing` −1 is stretched ahead, 1 is behind; a leg on its way forward folds. */
function leg([x, y]: Point, swing: number, lifted: number, kind: 'fore' | 'hind'): string {
  const reach = swing * 46
  const fold = Math.max(0, lifted) * 26
  const knee: Point = [x + reach * 0.5 + (kind === 'fore' ? -8 - fold * 0.5 : 12), y + 50 - fold * 0.25]
  const ankle: Point = [x + reach * 1.15 + (kind === 'fore' ? fold * 0.7 : -6 + fold * 0.8), y + 92 - fold - Math.abs(swing) * 8]
  const hoof: Point = [ankle[0] - 9, ankle[1] + 14]
  const thigh = kind === 'hind' ? 56 : 40
  const upper = ribbon([[x, y - 26], [(x + knee[0]) / 2 + 1, (y + knee[1]) / 2], knee], (along) => thigh * (1 - along) ** 1.2 + 15)
  const lower = ribbon([knee, [(knee[0] + ankle[0]) / 2, (knee[1] + ankle[1]) / 2], ankle], (along) => 15 - along * 5)
  return `${path(upper, '')}${path(lower, '')}${path(
    ribbon([ankle, hoof], (along) => 10 + along * 7),
    '',
  )}`
}

/** A rider for `horse`, with the long lasso pole (uurga) of the herders. */
export function rider(phase: number, colour: string, sash: string, hasPole = true): string {
  const y = Math.sin(phase * Math.PI * 2) * 7 + Math.sin(phase * Math.PI * 2 + 0.9) * 3
  const pole = hasPole
    ? path(
        `M40 ${px(-196 + y)}L-214 ${px(-352 + y)}q-34 -14 -30 14q6 16 28 -12`,
        `fill="none" stroke="${colour}" stroke-width="5" stroke-linecap="round"`,
      )
    : ''
  return [
    pole,
    path(
      `M-14 ${px(-146 + y)}C-22 ${px(-190 + y)} -18 ${px(-226 + y)} 2 ${px(-240 + y)}C26 ${px(-244 + y)} 42 ${px(-222 + y)} 44 ${px(-190 + y)}C46 ${px(-170 + y)} 44 ${px(-154 + y)} 38 ${px(-144 + y)}Z`,
      `fill="${colour}"`,
    ),
    path(
      `M-12 ${px(-152 + y)}C-26 ${px(-128 + y)} -34 ${px(-104 + y)} -24 ${px(-84 + y)}L2 ${px(-84 + y)}C2 ${px(-110 + y)} 14 ${px(-128 + y)} 30 ${px(-146 + y)}Z`,
      `fill="${colour}"`,
    ),
    path(
      `M-16 ${px(-168 + y)}Q14 ${px(-156 + y)} 43 ${px(-168 + y)}L41 ${px(-156 + y)}Q14 ${px(-144 + y)} -16 ${px(-156 + y)}Z`,
      `fill="${sash}"`,
    ),
    path(
      `M8 ${px(-228 + y)}C-6 ${px(-206 + y)} -24 ${px(-196 + y)} -40 ${px(-190 + y)}L-36 ${px(-178 + y)}C-12 ${px(-182 + y)} 12 ${px(-192 + y)} 24 ${px(-210 + y)}Z`,
      `fill="${colour}"`,
    ),
    `<circle cx="2" cy="${px(-262 + y)}" r="21" fill="${colour}"/>`,
    path(
      `M-30 ${px(-268 + y)}Q2 ${px(-282 + y)} 32 ${px(-266 + y)}L24 ${px(-278 + y)}Q20 ${px(-300 + y)} 2 ${px(-306 + y)}Q-18 ${px(-300 + y)} -22 ${px(-280 + y)}Z`,
      `fill="${colour}"`,
    ),
  ].join('')
}
