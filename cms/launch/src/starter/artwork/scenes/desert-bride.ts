import { camel, camelRider } from '../animals.ts'
import { LEFT, low, RIGHT, type Scene, type SpriteLayer, still } from '../scene.ts'
import { sky, streaks, sun } from '../sky.ts'
import { at, type Point, path, px, smooth, vertical } from '../svg.ts'
import { grass } from '../terrain.ts'

const FAR: readonly Point[] = [
  [LEFT, 660],
  [260, 590],
  [620, 650],
  [980, 580],
  [1360, 640],
  [1720, 560],
  [RIGHT, 620],
]
const MIDDLE: readonly Point[] = [
  [LEFT, 760],
  [140, 720],
  [520, 780],
  [900, 740],
  [1300, 790],
  [1700, 700],
  [RIGHT, 730],
]
const NEAR: readonly Point[] = [
  [LEFT, 880],
  [200, 930],
  [620, 900],
  [1060, 960],
  [1500, 900],
  [1900, 940],
  [RIGHT, 900],
]

/** Golden afternoon: a bridal caravan of camels crosses the dunes. */
export function desertBride(): Scene {
  return [
    still(
      0,
      sky('db-s', [
        [0, '#2b7a9e'],
        [0.3, '#74b8bd'],
        [0.5, '#ffe2a8'],
        [0.62, '#ffc27a'],
      ]),
      sun('db-o', [1040, 470], 150, '#fff3c4', '#ffd592'),
      streaks(61, 14, [150, 520], '#fffaf0', 0.36),
    ),
    still(1, dune('db-a', FAR, ['#f0b468', '#c98448'], 0)),
    still(1, dune('db-b', MIDDLE, ['#f6c176', '#b86c3a'], 1)),
    ...caravan(),
    low(
      864,
      2,
      dune('db-c', NEAR, ['#e9a458', '#7a3a22'], 2),
      grass(
        71,
        { seed: 3, y: 985, height: 20, length: 1500 },
        { count: 170, tallest: 84, colours: ['#7a5a2c', '#9c7a3a', '#5a3a20'], below: 80 },
      ),
    ),
  ]
}

/** A dune: a lit windward face, a shaded slip face under each crest. */
function dune(id: string, crest: readonly Point[], [lit, shade]: readonly [string, string], depth: number): string {
  const line = smooth(crest)
  const top = Math.min(...crest.map(([, y]) => y))
  const slips = crest
    .filter((_, index) => index % 2 === 1)
    .map(([x, y]) => {
      const wide = 300 + depth * 90
      return path(
        `M${px(x)} ${px(y + 4)}C${px(x + wide * 0.3)} ${px(y + 40)} ${px(x + wide * 0.25)} ${px(y + 110)} ${px(x + wide * 0.1)} ${px(y + 210)}C${px(x + wide * 0.5)} ${px(y + 190)} ${px(x + wide * 0.9)} ${px(y + 120)} ${px(x + wide)} ${px(y + 60)}C${px(x + wide * 0.7)} ${px(y + 62)} ${px(x + wide * 0.3)} ${px(y + 20)} ${px(x)} ${px(y + 4)}Z`,
        `fill="${shade}" opacity="0.42"`,
      )
    })
    .join('')
  return [
    vertical(
      id,
      [
        [0, lit],
        [0.5, shade],
        [1, shade],
      ],
      [top, top + 560],
    ),
    path(`${line}L${RIGHT} 1090L${LEFT} 1090Z`, `fill="url(#${id})"`),
    slips,
    path(line, 'fill="none" stroke="#fff0c8" stroke-width="3" opacity="0.6"'),
  ].join('')
}

function caravan(): SpriteLayer[] {
  const walkers: readonly (readonly [number, number, string, string, boolean])[] = [
    [430, 0.86, '#274f86', '#ecc05a', false],
    [700, 0.9, '#5a3a6b', '#ecc05a', false],
    [985, 1.06, '#d8302c', '#ffd24a', true],
    [1275, 0.92, '#2f6a58', '#ecc05a', false],
  ]
  return walkers.map(([x, size, robe, trim, isBride], place) => {
    const frames = Array.from({ length: 12 }, (_, index) => {
      const beat = index / 12 + place * 0.27
      return at([240 * size, 410 * size], size, camel(beat, '#6d3d22', '#ffd592'), camelRider(robe, trim, isBride))
    })
    const ground = 858 + (place % 2) * 14
    return {
      kind: 'sprite',
      box: { x: x - 240 * size, y: ground - 410 * size, width: 430 * size, height: 430 * size },
      frames,
      framesPerSecond: 10,
      glide: 1,
      drift: { x: -9, y: 0 },
    }
  })
}
