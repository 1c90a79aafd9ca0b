import { type Dress, dancer, silk, storyteller } from '../people.ts'
import { LEFT, low, RIGHT, type Scene, type SpriteLayer, still } from '../scene.ts'
import { seededRandom } from '../seeded-random.ts'
import { sky, stars, streaks } from '../sky.ts'
import { coach } from '../stage-props.ts'
import { at, circle, ellipse, glow, type Point, path, px } from '../svg.ts'
import { crestAt, grass, hill, type Ridge } from '../terrain.ts'
import { yurt } from '../yurt.ts'

const FAR: Ridge = { seed: 281, y: 610, height: 50, length: 1500 }
const MIDDLE: Ridge = { seed: 287, y: 720, height: 16, length: 2300 }
const FELT = { lit: '#b9c3e0', shade: '#34487c', band: '#1c4f8a', ornament: '#e7c87a', lamp: '#ffc766' }
const RED: Dress = { cloth: '#e0403a', dark: '#8a1a22', trim: '#ffd35c', sash: '#2f8fdc', skin: '#f2c094' }
const GREEN: Dress = { cloth: '#2f9a7a', dark: '#12503f', trim: '#ffd35c', sash: '#e8523f', skin: '#f2c094' }
const BLUE: Dress = { cloth: '#2f6fc0', dark: '#153566', trim: '#ffd98a', sash: '#e8523f', skin: '#e0a878' }

/** Blue hour: the troupe plays on a carpet in the grass, under a string of lamps, before the people of the place. */
export function openAirShow(): Scene {
  return [
    still(
      0,
      sky('oa-s', [
        [0, '#0a1a44'],
        [0.28, '#274a8c'],
        [0.44, '#7a6fa8'],
        [0.52, '#f0a07a'],
        [0.58, '#ffd79a'],
      ]),
      stars(83, 210, 420),
      streaks(84, 10, [330, 560], '#ffcfa0', 0.3),
    ),
    still(
      1,
      hill('oa-f', FAR, { crest: '#4a5a96', body: '#34457f', foot: '#243365', rim: '#ffd0a0' }),
      at([260, crestAt(FAR, 260) + 30], 0.5, yurt('oa-y', FELT)),
      at([420, crestAt(FAR, 420) + 26], 0.34, yurt('oa-z', FELT)),
    ),
    still(
      1,
      hill('oa-m', MIDDLE, { crest: '#2f4a5c', body: '#223a4a', foot: '#14222f', rim: '#ffb98a' }),
      at([530, 800], 0.86, coach('oa-k', 0, true)),
      carpet(),
      lamps(),
      grass(86, { ...MIDDLE, y: 760 }, { count: 340, tallest: 26, colours: ['#2f4a4a', '#3f5f58'], below: 60 }),
    ),
    still(1, at([925, 862], 0.74, storyteller('oa-o', BLUE))),
    performer(615, 880, 0.84, GREEN, 0.5),
    performer(1240, 884, 0.88, RED, 0),
    low(810, 2, audience()),
  ]
}

function carpet(): string {
  return [
    glow('oa-g', [930, 830], 760, '#ffc66a', 0.62, 0.34),
    path('M470 800L1390 800L1560 930L300 930Z', 'fill="#9c2a24"'),
    path('M486 812L1374 812L1516 918L344 918Z', 'fill="none" stroke="#ecc05a" stroke-width="7"'),
    path('M700 866L930 826L1160 866L930 908Z', 'fill="none" stroke="#ecc05a" stroke-width="6" opacity="0.8"'),
  ].join('')
}

/** Three lines of warm bulbs between two poles. */
function lamps(): string {
  const [left, right]: readonly [Point, Point] = [
    [330, 830],
    [1500, 830],
  ]
  const wires: readonly (readonly [Point, Point, number])[] = [
    [[330, 330], [1500, 330], 190],
    [[330, 330], [LEFT, 250], 70],
    [[1500, 330], [RIGHT, 250], 70],
  ]
  const drawn = wires.map(([from, to, sag], wire) => {
    const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + sag]
    const count = wire === 0 ? 15 : 7
    const bulbs = Array.from({ length: count }, (_, index) => {
      const t = (index + 0.5) / count
      const x = (1 - t) ** 2 * from[0] + 2 * t * (1 - t) * middle[0] + t * t * to[0]
      const y = (1 - t) ** 2 * from[1] + 2 * t * (1 - t) * middle[1] + t * t * to[1]
      return `${glow(`oa-b${wire}${index}`, [x, y + 12], 46, '#ffcf7a', 0.85)}${circle([x, y + 12], 9, 'fill="#fff3cf"')}`
    })
    return `${path(`M${from[0]} ${from[1]}Q${px(middle[0])} ${px(middle[1])} ${to[0]} ${to[1]}`, 'fill="none" stroke="#1a2244" stroke-width="4"')}${bulbs.join('')}`
  })
  return `${path(`M${left[0]} ${left[1]}L330 322M${right[0]} ${right[1]}L1500 322`, 'stroke="#1a2244" stroke-width="12" stroke-linecap="round"')}${drawn.join('')}`
}

function performer(x: number, y: number, size: number, dress: Dress, phase: number): SpriteLayer {
  const [width, height] = [640 * size, 640 * size]
  const frames = Array.from({ length: 14 }, (_, index) => {
    const turn = (phase + index / 14) * Math.PI * 2
    const swing = Math.sin(turn)
    const hands: readonly (readonly [Point, 1 | -1])[] = [
      [[-118 + swing * 12, -430 - Math.cos(turn) * 30], -1],
      [[122 + swing * 12, -424 + Math.cos(turn) * 30], 1],
    ]
    const arm = ([[hx, hy], side]: readonly [Point, 1 | -1]): string =>
      `${path(`M${px(side * 36 + swing * 14)} -312Q${px((side * 36 + hx) / 2 + side * 22)} ${px((hy - 312) / 2 + 26)} ${px(hx)} ${px(hy)}`, `fill="none" stroke="${dress.cloth}" stroke-width="32" stroke-linecap="round"`)}${circle([hx, hy], 14, `fill="${dress.skin}"`)}`
    const scarf = ([[hx, hy], side]: readonly [Point, 1 | -1]): string =>
      silk(
        `oa${x}${index}${side}`,
        Array.from(
          { length: 8 },
          (_step, step): Point => [hx + side * (8 + step * 20), hy + Math.sin(turn - step * 0.7) * step * 6 + step * step * 3.4],
        ),
        34,
        ['#7fd0ff', '#2f8fdc'],
      )
    return at([320 * size, 620 * size], size, dancer(`oad${x}${index}`, dress, swing), ...hands.map(arm), ...hands.map(scarf))
  })
  return { kind: 'sprite', box: { x: x - width / 2, y: y - height + 20 * size, width, height }, frames, framesPerSecond: 12.5, glide: 1 }
}

/** Heads and hats of the people in front, edged by the lamps. */
function audience(): string {
  const random = seededRandom(404)
  const robes = ['#101a36', '#141430', '#0f2034', '#1a1630']
  const rows: readonly (readonly [number, number, number])[] = [
    [996, 0.86, 21],
    [1068, 1.12, 16],
  ]
  return rows
    .map(([y, size, count], row) =>
      Array.from({ length: count }, (_, index) => {
        const x = LEFT + ((index + 0.5 + (random() - 0.5) * 0.35) / count) * (RIGHT - LEFT)
        return at(
          [x, y + random() * 22],
          size * (0.86 + random() * 0.28),
          spectator(robes[(index + row) % robes.length] ?? '#101a36', Math.floor(random() * 3)),
        )
      }).join(''),
    )
    .join('')
}

function spectator(robe: string, hat: number): string {
  const hats = [
    path('M-38 -96Q0 -112 38 -96L30 -116Q20 -140 0 -142Q-20 -140 -30 -116Z', 'fill="#26305c"'),
    path('M-31 -92Q-34 -134 0 -136Q34 -134 31 -92Q0 -84 -31 -92Z', 'fill="#0c1026"'),
    path('M-33 -88Q-36 -130 0 -132Q36 -130 33 -88L20 -60L-20 -60Z', 'fill="#7a2a34"'),
  ]
  return [
    path('M-86 60C-84 -16 -58 -44 0 -46C58 -44 84 -16 86 60Z', `fill="${robe}"`),
    ellipse([0, -86], 30, 35, `fill="${robe}"`),
    hats[hat] ?? '',
    path(
      'M-70 -14C-54 -38 -30 -45 0 -46C30 -45 54 -38 70 -14',
      'fill="none" stroke="#ffb766" stroke-width="4" opacity="0.75" stroke-linecap="round"',
    ),
    path('M-26 -118Q0 -142 26 -118', 'fill="none" stroke="#ffc98a" stroke-width="4" opacity="0.7" stroke-linecap="round"'),
  ].join('')
}
