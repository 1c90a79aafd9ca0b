import { sheep } from '../animals.ts'
import { LEFT, low, RIGHT, type Scene, type SpriteLayer, still } from '../scene.ts'
import { seededRandom } from '../seeded-random.ts'
import { cloud, sky, streaks, sun } from '../sky.ts'
import { at, glow, type Point, path, rect, ribbon, vertical } from '../svg.ts'
import { flowers, grass, hill, type Ridge } from '../terrain.ts'
import { yurt } from '../yurt.ts'

const FAR: Ridge = { seed: 131, y: 420, height: 46, length: 1200 }
const BACK: Ridge = { seed: 133, y: 486, height: 26, length: 1500 }
const NEAR: Ridge = { seed: 139, y: 1010, height: 22, length: 1900 }
const FELT = { lit: '#fffaf0', shade: '#b7a58c', band: '#2c7fb8', ornament: '#ffe9b0' }
/** The river swings wider the nearer it comes. */
const COURSE: readonly Point[] = Array.from({ length: 72 }, (_, index): Point => {
  const along = index / 71
  const swing = Math.sin(along ** 0.72 * Math.PI * 4.4 + 0.6) * (46 + 400 * along)
  return [1060 + swing - 190 * along, 506 + 640 * along ** 2.1]
})

/** Late afternoon: a river winds through the grassland, flocks graze in its bends. */
export function riverBend(): Scene {
  return [
    still(
      0,
      sky('rb-s', [
        [0, '#2f7fc0'],
        [0.2, '#7fc0e0'],
        [0.36, '#ffe0b0'],
        [0.46, '#ffc98a'],
      ]),
      sun('rb-o', [1080, 330], 74, '#fff0c0', '#ffdc9a'),
      streaks(21, 9, [180, 380], '#fff4dc', 0.4),
      cloud('rb-c1', 14, [420, 210], 520, ['#fffaf0', '#f5cfa6'], 0.9),
      cloud('rb-c2', 17, [1500, 150], 420, ['#fffaf0', '#f5cfa6'], 0.85),
    ),
    still(1, hill('rb-f', FAR, { crest: '#7f9f8a', body: '#6b9478', foot: '#6a9c62', rim: '#ffe6b0' }), plain(), river(), banks()),
    still(
      1,
      ...flock(7, [430, 760], [330, 70], 22, 0.5),
      ...flock(8, [1490, 700], [240, 60], 16, 0.46),
      at([520, 606], 0.34, yurt('rb-y', FELT)),
      at([640, 600], 0.24, yurt('rb-z', FELT)),
    ),
    ...grazers(),
    low(
      897,
      2,
      hill('rb-n', NEAR, { crest: '#4f8a3a', body: '#2f6a30', foot: '#1a4722', rim: '#d9e88a' }),
      grass(55, NEAR, { count: 900, tallest: 62, colours: ['#2f6a30', '#5d9a3c', '#214f26'], below: 70 }),
      flowers(19, [1000, 1078], 90, ['#fff7d6', '#ffd84a', '#ff9aa8']),
    ),
  ]
}

function plain(): string {
  return [
    hill('rb-b', BACK, { crest: '#b9c878', body: '#86b058', foot: '#5c9444', rim: '#fff0b0' }),
    vertical(
      'rb-p',
      [
        [0, '#e6d98a', 0.55],
        [0.3, '#9cc05c', 0.1],
        [1, '#2f7238', 0.75],
      ],
      [470, 1080],
    ),
    rect(LEFT, 520, RIGHT - LEFT, 560, 'fill="url(#rb-p)"'),
    glow('rb-l', [1080, 520], 900, '#fff0b8', 0.5, 0.24),
  ].join('')
}

const widthAt = (along: number): number => 6 + 150 * along ** 2.4

function river(): string {
  return [
    vertical(
      'rb-r',
      [
        [0, '#fff2cc'],
        [0.25, '#ffd9a0'],
        [0.6, '#8fc4d8'],
        [1, '#3f86b4'],
      ],
      [500, 1080],
    ),
    path(
      ribbon(COURSE, (along) => widthAt(along) + 16),
      'fill="#3f7a3c" opacity="0.55"',
    ),
    path(ribbon(COURSE, widthAt), 'fill="url(#rb-r)"'),
    path(
      ribbon(COURSE, (along) => widthAt(along) * 0.3),
      'fill="#fffaf0" opacity="0.4"',
    ),
  ].join('')
}

/** Darker swales that follow the river and give the plain its depth. */
function banks(): string {
  const shifted = (dx: number, dy: number): Point[] => COURSE.map(([x, y]) => [x + dx * ((y - 480) / 300), y + dy])
  return [
    path(
      ribbon(shifted(150, 18), (along) => 6 + 70 * along),
      'fill="#2f6a30" opacity="0.16"',
    ),
    path(
      ribbon(shifted(-190, 14), (along) => 6 + 80 * along),
      'fill="#fff2a8" opacity="0.14"',
    ),
  ].join('')
}

function flock(seed: number, [x, y]: Point, [wide, deep]: Point, count: number, size: number): string[] {
  const random = seededRandom(seed)
  const places = Array.from({ length: count }, (): Point => [x + (random() - 0.5) * wide * 2, y + (random() - 0.5) * deep * 2])
  return places.sort((a, b) => a[1] - b[1]).map(([px, py]) => at([px, py], size * (0.7 + ((py - y) / deep + 1) * 0.3), sheep()))
}

function grazers(): SpriteLayer[] {
  return (
    [
      [1480, 940, 1.15],
      [1580, 968, 1.3],
      [360, 930, 1.2],
      [250, 962, 1.35],
      [470, 972, 1.25],
    ] as const
  ).map(([x, y, size], index) => ({
    kind: 'sprite',
    box: { x: x - 60 * size, y: y - 70 * size, width: 120 * size, height: 84 * size },
    frames: [at([60 * size, 70 * size], size, sheep())],
    framesPerSecond: 1,
    glide: 1,
    bob: { heightPx: 3, periodSeconds: 1.8 + index * 0.3 },
  }))
}
