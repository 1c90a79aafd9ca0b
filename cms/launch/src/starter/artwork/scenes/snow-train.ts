import { LEFT, low, RIGHT, type Scene, type SpriteLayer, still } from '../scene.ts'
import { seededRandom } from '../seeded-random.ts'
import { moon, sky, stars } from '../sky.ts'
import { at, circle, glow, path, px, rect, vertical } from '../svg.ts'
import { crestAt, hill, type Ridge } from '../terrain.ts'
import { yurt } from '../yurt.ts'

const FAR: Ridge = { seed: 151, y: 660, height: 70, length: 1300 }
const MIDDLE: Ridge = { seed: 155, y: 800, height: 26, length: 2300 }
const NEAR: Ridge = { seed: 158, y: 930, height: 34, length: 1700 }
const FELT = { lit: '#e9f2fb', shade: '#4f6c94', band: '#2a5c9a', ornament: '#ecc05a', lamp: '#ffc766' }

/** A winter night: a lit train crosses the snow towards a yurt with a lamp. */
export function snowTrain(): Scene {
  return [
    still(
      0,
      sky('st-s', [
        [0, '#050f26'],
        [0.4, '#10305c'],
        [0.66, '#3f6f9e'],
        [0.74, '#86aecd'],
      ]),
      stars(33, 260, 600),
      glow('st-a', [620, 300], 900, '#43c6b0', 0.2, 0.34),
      glow('st-b', [1000, 240], 700, '#6f8cff', 0.18, 0.4),
      moon('st-m', [420, 250], 92, '#eef4ff'),
    ),
    still(1, hill('st-f', FAR, { crest: '#a9c6e2', body: '#6f97c2', foot: '#41699c', rim: '#eef7ff' })),
    still(1, hill('st-n', MIDDLE, { crest: '#dbe9f6', body: '#8fb2d6', foot: '#527dae', rim: '#ffffff' }), rails()),
    train(),
    low(
      510,
      2,
      hill('st-h', NEAR, { crest: '#f2f8fe', body: '#a9c6e2', foot: '#5f89b8', rim: '#ffffff' }),
      at([270, crestAt(NEAR, 270) + 40], 1.02, yurt('st-y', FELT)),
      at([560, crestAt(NEAR, 560) + 14], 0.44, yurt('st-z', FELT)),
      fence(),
    ),
    snow(7, 150, 46),
    snow(9, 70, 78),
  ]
}

function rails(): string {
  return path(`M${LEFT} 838L${RIGHT} 838`, 'stroke="#2c4a72" stroke-width="6" opacity="0.7"')
}

function train(): SpriteLayer {
  const windows = (x: number): string =>
    Array.from({ length: 7 }, (_, index) => rect(x + 22 + index * 42, 42, 28, 26, 'fill="#ffd98a" rx="4"')).join('')
  const car = (x: number): string =>
    `${rect(x, 20, 322, 84, 'fill="url(#st-t)" rx="12"')}${rect(x, 78, 322, 10, 'fill="#d8443a"')}${windows(x)}${[40, 80, 242, 282].map((dx) => circle([x + dx, 108], 12, 'fill="#0c1524"')).join('')}`
  const light = Array.from({ length: 4 }, (_, index) => glow(`st-w${index}`, [190 + index * 330, 92], 260, '#ffd98a', 0.34, 0.3)).join('')
  const drawing = [
    vertical('st-t', [
      [0, '#2f6a58'],
      [0.6, '#1f4a42'],
      [1, '#122c2a'],
    ]),
    '<g transform="translate(150 40)">',
    light,
    path('M26 104L30 56Q44 16 96 12L322 16L322 104Z', 'fill="url(#st-t)"'),
    path('M30 78L322 78L322 88L28 88Z', 'fill="#d8443a"'),
    path('M52 60Q58 34 86 30L112 30L112 60Z', 'fill="#ffe6b0"'),
    [150, 196, 242].map((x) => rect(x, 38, 30, 26, 'fill="#ffd98a" rx="4"')).join(''),
    [70, 112, 240, 282].map((x) => circle([x, 108], 12, 'fill="#0c1524"')).join(''),
    car(332),
    car(662),
    car(992),
    glow('st-e', [26, 84], 130, '#fff4c8', 0.9),
    '</g>',
  ].join('')
  return {
    kind: 'sprite',
    box: { x: 560, y: 682, width: 1500, height: 230 },
    frames: [drawing],
    framesPerSecond: 1,
    glide: 1,
    drift: { x: -37.5, y: 0 },
  }
}

function fence(): string {
  let posts = ''
  for (let x = 780; x < RIGHT; x += 130) posts += `M${x} ${px(crestAt(NEAR, x) + 30)}l0 -62`
  return path(posts, 'stroke="#3a4f6e" stroke-width="9" stroke-linecap="round" opacity="0.8"')
}

function snow(seed: number, count: number, fall: number): SpriteLayer {
  const random = seededRandom(seed)
  const flakes = Array.from({ length: count }, () =>
    circle(
      [random() * 2300, random() * 2700],
      1.8 + random() * 3.4,
      `fill="#fff" opacity="${Math.round((0.35 + random() * 0.5) * 100) / 100}"`,
    ),
  )
  return {
    kind: 'sprite',
    box: { x: -180, y: -800, width: 2300, height: 2700 },
    frames: [flakes.join('')],
    framesPerSecond: 1,
    glide: 0,
    drift: { x: -12, y: fall },
  }
}
