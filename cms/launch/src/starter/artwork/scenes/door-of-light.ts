import { low, type Scene, still } from '../scene.ts'
import { milkyWay, sky, stars } from '../sky.ts'
import { at, circle, ellipse, glow, path, rect, vertical } from '../svg.ts'
import { grass, hill, type Ridge } from '../terrain.ts'

const FAR: Ridge = { seed: 201, y: 700, height: 44, length: 1500 }
const NEAR: Ridge = { seed: 207, y: 800, height: 26, length: 1900 }

/** Night: a mother and her child walk along a path of light to an open door. */
export function doorOfLight(): Scene {
  return [
    still(
      0,
      sky('dl-s', [
        [0, '#060a22'],
        [0.45, '#16245a'],
        [0.68, '#33508f'],
        [0.76, '#5f7fb8'],
      ]),
      milkyWay('dl-w', 15, [1250, 220], 18, '#8a8fe6'),
      stars(41, 260, 660),
    ),
    still(1, hill('dl-f', FAR, { crest: '#27407c', body: '#1a2c5c', foot: '#101d40', rim: '#8fabe0' })),
    still(
      1,
      hill('dl-n', NEAR, { crest: '#1b2f5f', body: '#111f44', foot: '#0a122b', rim: '#6f8fd0' }),
      house(),
      pathOfLight(),
      grass(27, { ...NEAR, y: 850 }, { count: 500, tallest: 34, colours: ['#132a55', '#1d3a6b'], below: 190 }),
    ),
    still(1, at([1010, 962], 1.12, family())),
    low(921, 2, grass(28, { ...NEAR, y: 1062 }, { count: 520, tallest: 92, colours: ['#060d20', '#0c1a38'], below: 50 })),
  ]
}

/** A small office of legal aid: steps, four columns, a gable, and its door wide open. */
function house(): string {
  const column = (x: number): string =>
    `${rect(x - 15, -236, 30, 206, 'fill="url(#dl-c)"')}${rect(x - 22, -246, 44, 14, 'fill="#e6ecf8"')}${rect(x - 22, -36, 44, 14, 'fill="#c3d0ea"')}`
  return at(
    [1010, 806],
    1,
    glow('dl-g', [0, -120], 620, '#ffcf7a', 0.5),
    vertical('dl-c', [
      [0, '#f2f5fc'],
      [1, '#9fb2d8'],
    ]),
    rect(-250, -236, 500, 216, 'fill="#4a62a0"'),
    path('M-290 -246L0 -372L290 -246Z', 'fill="#c3d0ea"'),
    path('M-236 -258L0 -358L236 -258Z', 'fill="#7c93c6"'),
    at(
      [0, -290],
      0.62,
      path('M0 -44L0 40M-58 -24L58 -24M-26 42L26 42', 'stroke="#ecc05a" stroke-width="9" stroke-linecap="round"'),
      path('M-84 18Q-58 44 -32 18ZM32 18Q58 44 84 18Z', 'fill="#ecc05a"'),
      path('M-58 -24L-84 18M-58 -24L-32 18M58 -24L32 18M58 -24L84 18', 'stroke="#ecc05a" stroke-width="5"'),
    ),
    rect(-196, -176, 70, 92, 'fill="#ffd98a" rx="6"'),
    rect(126, -176, 70, 92, 'fill="#ffd98a" rx="6"'),
    path('M-161 -176L-161 -84M-196 -130L-126 -130M161 -176L161 -84M126 -130L196 -130', 'stroke="#4a62a0" stroke-width="6"'),
    vertical('dl-d', [
      [0, '#fffbe8'],
      [1, '#ffd27a'],
    ]),
    rect(-56, -206, 112, 186, 'fill="url(#dl-d)"'),
    path('M-56 -206L-104 -190L-104 -14L-56 -20ZM56 -206L104 -190L104 -14L56 -20Z', 'fill="#a8522a"'),
    [-228, -116, 116, 228].map(column).join(''),
    path('M-280 -22L280 -22L296 0L-296 0Z', 'fill="#dfe7f6"'),
    path('M-296 0L296 0L312 22L-312 22Z', 'fill="#b3c3e4"'),
    glow('dl-h', [0, -110], 260, '#fff1c0', 0.75),
  )
}

function pathOfLight(): string {
  return [
    vertical(
      'dl-p',
      [
        [0, '#ffe9b0', 0.95],
        [0.35, '#ffd58a', 0.55],
        [1, '#ffc46a', 0.16],
      ],
      [826, 1090],
    ),
    path('M950 826L1070 826L1390 1090L630 1090Z', 'fill="url(#dl-p)"'),
    glow('dl-q', [1010, 860], 480, '#ffe0a0', 0.4, 0.22),
  ].join('')
}

/** Seen from behind, hand in hand, with light along their edges. */
function family(): string {
  return [
    ellipse([-6, 6], 120, 12, 'fill="#050914" opacity="0.55"'),
    path('M-52 20L-120 130L-40 130L-18 20ZM30 16L26 120L84 120L62 16Z', 'fill="#050914" opacity="0.3"'),
    path('M-66 -150C-84 -90 -98 -30 -102 -2C-80 10 -2 10 16 -2C10 -40 -6 -100 -20 -150Q-44 -172 -66 -150Z', 'fill="#1f3a7a"'),
    path('M-92 -70Q-44 -56 0 -72L4 -54Q-44 -38 -97 -52Z', 'fill="#e8523f"'),
    path('M-60 -146C-78 -120 -92 -96 -94 -72L-78 -68C-72 -92 -62 -110 -50 -124Z', 'fill="#1a3270"'),
    path('M-24 -146C-8 -120 6 -96 18 -62L4 -54C-8 -84 -24 -104 -38 -122Z', 'fill="#1a3270"'),
    circle([-43, -186], 29, 'fill="#2a1a1f"'),
    path('M-76 -186Q-43 -214 -10 -186Q-8 -232 -43 -236Q-78 -232 -76 -186Z', 'fill="#c8382f"'),
    path('M-60 -164Q-43 -140 -26 -164L-30 -134Q-43 -120 -56 -134Z', 'fill="#c8382f"'),
    path('M28 -84C20 -50 14 -20 12 -2C28 8 68 8 82 -2C80 -20 74 -54 66 -84Q46 -98 28 -84Z', 'fill="#d8a03c"'),
    path('M16 -42Q46 -32 78 -42L80 -28Q46 -18 13 -28Z', 'fill="#2f6fb8"'),
    path('M30 -80L10 -58L18 -48L38 -66ZM64 -80C78 -66 84 -50 86 -34L74 -32C72 -46 66 -58 56 -66Z', 'fill="#c08a2c"'),
    circle([47, -112], 23, 'fill="#2a1a1f"'),
    path('M22 -114Q47 -136 72 -114Q72 -146 47 -148Q22 -146 22 -114Z', 'fill="#2f6fb8"'),
    path(
      'M-20 -150C-6 -100 10 -40 16 -2M66 -84C74 -54 80 -20 82 -2',
      'fill="none" stroke="#ffe3a0" stroke-width="4" stroke-linecap="round"',
    ),
    path('M-66 -150C-84 -90 -98 -30 -102 -2', 'fill="none" stroke="#ffe3a0" stroke-width="3" stroke-linecap="round" opacity="0.6"'),
  ].join('')
}
