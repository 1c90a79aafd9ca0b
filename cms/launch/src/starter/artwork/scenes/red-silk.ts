import { type Dress, dancer, silk } from '../people.ts'
import { low, type Scene, type SpriteLayer, still } from '../scene.ts'
import { sky, stars, streaks, sun } from '../sky.ts'
import { at, glow, type Point } from '../svg.ts'
import { grass, hill, type Ridge } from '../terrain.ts'

const FAR: Ridge = { seed: 91, y: 770, height: 44, length: 1600 }
const NEAR: Ridge = { seed: 94, y: 930, height: 18, length: 2200 }
const RED: Dress = { cloth: '#d8352f', dark: '#7c1220', trim: '#ecc05a', sash: '#2f8fdc', skin: '#f0bd92' }
const BLUE: Dress = { cloth: '#2c7fd0', dark: '#123a78', trim: '#ecc05a', sash: '#e8523f', skin: '#f0bd92' }
const SILK: readonly [string, string] = ['#ff5a43', '#b3141f']
const FRAMES = 16

/** Evening: three andai dancers whirl their red silks before a golden sun. */
export function redSilk(): Scene {
  return [
    still(
      0,
      sky('rs-s', [
        [0, '#07203a'],
        [0.36, '#0f4a5e'],
        [0.56, '#4f8d7f'],
        [0.68, '#e6b56a'],
        [0.74, '#ffdc94'],
      ]),
      stars(12, 150, 420),
      sun('rs-o', [960, 600], 300, '#ffe29a', '#f7b65c'),
      streaks(5, 12, [260, 640], '#ffe3ae', 0.24),
    ),
    still(1, hill('rs-f', FAR, { crest: '#2b5a52', body: '#1b4244', foot: '#102c33', rim: '#ffdc94' })),
    low(
      858,
      2,
      hill('rs-n', NEAR, { crest: '#153436', body: '#0c2328', foot: '#061418', rim: '#e6b56a' }),
      grass(8, NEAR, { count: 700, tallest: 36, colours: ['#0e2b2c', '#1d4a44', '#081b1e'], below: 120 }),
      glow('rs-g', [960, 990], 620, '#ffd58a', 0.22, 0.16),
    ),
    figure(560, 985, 0.92, BLUE, 0.35, -1),
    figure(1290, 985, 0.92, BLUE, 0.7, 1),
    figure(930, 1020, 1.22, RED, 0, 1),
  ]
}

function figure(x: number, y: number, size: number, dress: Dress, phase: number, side: 1 | -1): SpriteLayer {
  const [width, height] = [880 * size, 760 * size]
  const frames = Array.from({ length: FRAMES }, (_, index) => {
    const turn = (phase + index / FRAMES) * Math.PI * 2
    const swing = Math.sin(turn)
    const [left, right]: readonly [Point, Point] = [
      [-120 + swing * 12, -452 - Math.cos(turn) * 34],
      [126 + swing * 12, -436 + Math.cos(turn) * 34],
    ]
    const id = `rs${x}${index}`
    return at(
      [440 * size, 740 * size],
      size,
      silk(`${id}a`, wave(left, -1, turn), 58, SILK),
      dancer(id, dress, swing),
      arms(dress, left, right, swing),
      silk(`${id}b`, wave(right, 1, turn + side), 58, SILK),
    )
  })
  return { kind: 'sprite', box: { x: x - width / 2, y: y - height + 20 * size, width, height }, frames, framesPerSecond: 12.5, glide: 1 }
}

function arms(dress: Dress, left: Point, right: Point, swing: number): string {
  const lean = swing * 14
  const sleeve = (from: Point, to: Point, bend: number): string =>
    `<path d="M${from[0]} ${from[1]}Q${(from[0] + to[0]) / 2 + bend} ${(from[1] + to[1]) / 2 + 26} ${to[0]} ${to[1]}" fill="none" stroke="${dress.cloth}" stroke-width="32" stroke-linecap="round"/><circle cx="${to[0]}" cy="${to[1]}" r="14" fill="${dress.skin}"/>`
  return `${sleeve([-36 + lean, -312], left, -22)}${sleeve([36 + lean, -312], right, 22)}`
}

/** A silk thrown out to one side: a wave that runs along it. */
function wave([x, y]: Point, side: 1 | -1, turn: number): Point[] {
  return Array.from({ length: 12 }, (_, index) => {
    const along = index / 11
    const out = side * (20 + 250 * along ** 0.8)
    const lift = Math.sin(turn * 1 - along * 5.2) * 92 * along ** 0.7 - 120 * Math.sin(along * 2.4) + 170 * along * along
    return [x + out, y + lift]
  })
}
