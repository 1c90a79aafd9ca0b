import { circle, ellipse, path, radial, rect, slanted, turned, vertical } from './svg.ts'

/** What the child does with the right arm, and how it looks. */
export type Pose = {
  readonly arm: 'wave' | 'stop' | 'point' | 'book'
  readonly isBlinking?: boolean
  readonly swing?: number
  readonly mouth?: 'smile' | 'call'
}

const SKIN = '#ffd9b3'
const HAIR = '#2a1a1f'

/** 小司, drawn for this project: a child in a sky-blue deel with a little pair of scales on the chest. Stands on the origin, 430 px high. */
export function childHero(id: string, pose: Pose): string {
  const swing = pose.swing ?? 0
  return [
    ellipse([0, 4], 120, 16, 'fill="#000" opacity="0.2"'),
    boots(),
    deel(id),
    arm('left', pose, swing),
    arm('right', pose, swing),
    head(id, pose),
  ].join('')
}

function boots(): string {
  return [
    path('M-58 -46L-14 -46L-14 -8Q-40 4 -78 0Q-84 -12 -70 -18Q-58 -22 -58 -46Z', 'fill="#7a3422"'),
    path('M58 -46L14 -46L14 -8Q40 4 78 0Q84 -12 70 -18Q58 -22 58 -46Z', 'fill="#7a3422"'),
    path('M-58 -44L-14 -44M58 -44L14 -44', 'stroke="#ecc05a" stroke-width="7"'),
  ].join('')
}

function deel(id: string): string {
  return [
    slanted(`${id}d`, [
      [0, '#58bdf5'],
      [0.6, '#2f8fdc'],
      [1, '#1e6fbd'],
    ]),
    path('M-60 -196Q0 -222 60 -196Q82 -130 100 -44Q0 -22 -100 -44Q-82 -130 -60 -196Z', `fill="url(#${id}d)"`),
    path('M-100 -44Q0 -22 100 -44L96 -60Q0 -40 -96 -60Z', 'fill="#ecc05a"'),
    path('M0 -212Q40 -196 52 -160Q58 -140 62 -120', 'fill="none" stroke="#ecc05a" stroke-width="9" stroke-linecap="round"'),
    path('M-79 -128Q0 -106 79 -128L84 -104Q0 -82 -84 -104Z', 'fill="#e8523f"'),
    path('M-52 -104L-66 -52L-46 -56L-36 -100Z', 'fill="#e8523f"'),
    // The little pair of scales: law, on everyone's side.
    circle([-18, -160], 23, 'fill="#fff6df"'),
    path('M-18 -174L-18 -148M-30 -168L-6 -168M-24 -147L-12 -147', 'stroke="#b8892c" stroke-width="3.4" stroke-linecap="round"'),
    path('M-36 -156Q-30 -148 -24 -156ZM-12 -156Q-6 -148 0 -156Z', 'fill="#b8892c"'),
    path('M-30 -168L-35 -157M-30 -168L-25 -157M-6 -168L-11 -157M-6 -168L-1 -157', 'stroke="#b8892c" stroke-width="2"'),
  ].join('')
}

function arm(side: 'left' | 'right', pose: Pose, swing: number): string {
  const sign = side === 'left' ? -1 : 1
  const raised = side === 'right'
  const turn = !raised
    ? 24 * sign * -1 + swing * 5
    : { wave: -128 + swing * 13, stop: -98 + swing * 3, point: -104 + swing * 5, book: -46 + swing * 3 }[pose.arm]
  const sleeve = path('M-24 0Q-26 54 -20 84L20 84Q26 54 24 0Q0 -18 -24 0Z', 'fill="#2f8fdc"')
  const cuff = rect(-23, 76, 46, 15, 'fill="#ecc05a" rx="6"')
  const palm =
    pose.arm === 'stop' && raised
      ? `${circle([0, 108], 27, `fill="${SKIN}"`)}${path('M-16 122l-4 20M-2 128l0 22M12 124l5 20', `stroke="${SKIN}" stroke-width="13" stroke-linecap="round"`)}`
      : circle([0, 104], 22, `fill="${SKIN}"`)
  const finger = pose.arm === 'point' && raised ? path('M2 112L6 146', `stroke="${SKIN}" stroke-width="13" stroke-linecap="round"`) : ''
  const book =
    pose.arm === 'book' && raised
      ? `<g transform="translate(6 118) rotate(40)">${rect(-46, -34, 92, 68, 'fill="#c33a2c" rx="7"')}${rect(-38, -28, 76, 56, 'fill="#d94a38" rx="4"')}${path('M0 -18L0 14M-16 -10L16 -10M-16 -10l-7 14h14zM16 -10l-7 14h14z', 'stroke="#ffdf8a" stroke-width="4" fill="#ffdf8a" stroke-linejoin="round"')}</g>`
      : ''
  return `<g transform="translate(${58 * sign} -186) rotate(${turn}) scale(1 ${raised ? 1.32 : 1})">${palm}${finger}${sleeve}${cuff}${book}</g>`
}

function head(id: string, pose: Pose): string {
  const eyes =
    pose.isBlinking === true
      ? path('M-60 -300q16 12 32 0M28 -300q16 12 32 0', `fill="none" stroke="${HAIR}" stroke-width="7" stroke-linecap="round"`)
      : [eye(-44), eye(44)].join('')
  const mouth =
    pose.mouth === 'call'
      ? `${ellipse([0, -254], 17, 19, 'fill="#9c2f2a"')}${ellipse([0, -245], 11, 8, 'fill="#f28b7d"')}`
      : path('M-26 -262Q0 -234 26 -262Q0 -252 -26 -262Z', 'fill="#9c2f2a" stroke="#9c2f2a" stroke-width="5" stroke-linejoin="round"')
  return [
    radial(`${id}c`, [
      [0, '#ff8f7a', 0.7],
      [1, '#ff8f7a', 0],
    ]),
    vertical(`${id}f`, [
      [0, '#ffe4c6'],
      [1, '#ffcf9f'],
    ]),
    ellipse([-116, -296], 18, 22, `fill="${SKIN}"`),
    ellipse([116, -296], 18, 22, `fill="${SKIN}"`),
    path(
      'M0 -424C76 -424 118 -374 118 -308C118 -244 66 -208 0 -208C-66 -208 -118 -244 -118 -308C-118 -374 -76 -424 0 -424Z',
      `fill="url(#${id}f)"`,
    ),
    path(
      'M-120 -300C-132 -390 -80 -440 0 -440C80 -440 132 -390 120 -300C112 -330 100 -346 84 -352C60 -340 20 -344 4 -366C-16 -344 -60 -336 -88 -350C-104 -342 -114 -326 -120 -300Z',
      `fill="${HAIR}"`,
    ),
    path('M-14 -432C-26 -466 6 -480 12 -462C28 -476 44 -452 20 -434Z', `fill="${HAIR}"`),
    path('M-70 -336q14 -10 30 -4M70 -336q-14 -10 -30 -4', `fill="none" stroke="${HAIR}" stroke-width="7" stroke-linecap="round"`),
    eyes,
    ellipse([-76, -268], 30, 22, `fill="url(#${id}c)"`),
    ellipse([76, -268], 30, 22, `fill="url(#${id}c)"`),
    path('M-7 -280q7 6 14 0', 'fill="none" stroke="#e59a6c" stroke-width="5" stroke-linecap="round"'),
    mouth,
  ].join('')
}

const eye = (x: number): string =>
  [
    ellipse([x, -302], 17, 22, `fill="${HAIR}"`),
    circle([x + 6, -310], 7, 'fill="#fff"'),
    circle([x - 6, -294], 3.4, 'fill="#fff" opacity="0.8"'),
  ].join('')

/** 云朵, the lamb: a small cloud on four legs, looking left. Stands on the origin, 190 px high. */
export function lamb(id: string, hop = 0): string {
  const wool: readonly (readonly [number, number, number])[] = [
    [-52, -92, 44],
    [-6, -118, 48],
    [46, -104, 46],
    [70, -72, 36],
    [28, -62, 48],
    [-30, -64, 46],
  ]
  return [
    ellipse([4, 3], 92, 11, 'fill="#000" opacity="0.18"'),
    path('M-40 -40L-42 -2M-14 -36L-14 0M36 -36L38 0M60 -44L62 -2', 'stroke="#4a3a3a" stroke-width="15" stroke-linecap="round"'),
    `<g transform="translate(0 ${-hop})">`,
    radial(`${id}w`, [
      [0, '#ffffff'],
      [0.7, '#fdf7ec'],
      [1, '#e8dcc8'],
    ]),
    wool.map(([x, y, r]) => circle([x, y], r, `fill="url(#${id}w)"`)).join(''),
    turned(
      -8,
      [-84, -118],
      ellipse([-84, -118], 40, 46, 'fill="#4a3a3a"'),
      ellipse([-52, -150], 22, 12, 'fill="#4a3a3a" transform="rotate(30 -52 -150)"'),
      ellipse([-122, -140], 22, 12, 'fill="#4a3a3a" transform="rotate(-24 -122 -140)"'),
    ),
    circle([-72, -160], 24, `fill="url(#${id}w)"`),
    circle([-94, -166], 19, `fill="url(#${id}w)"`),
    circle([-100, -122], 9, 'fill="#fff"'),
    circle([-70, -124], 9, 'fill="#fff"'),
    circle([-101, -121], 5, 'fill="#1b1010"'),
    circle([-71, -123], 5, 'fill="#1b1010"'),
    path('M-92 -92q6 6 12 0', 'fill="none" stroke="#ffb9a8" stroke-width="5" stroke-linecap="round"'),
    circle([-18, -68], 9, 'fill="#ecc05a"'),
    path('M-58 -86Q-34 -60 -4 -76', 'fill="none" stroke="#e8523f" stroke-width="9" stroke-linecap="round"'),
    '</g>',
  ].join('')
}
