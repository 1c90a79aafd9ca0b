import { LEFT, low, RIGHT, type Scene, type SpriteLayer, still } from '../scene.ts'
import { cloud, sky, stars, streaks } from '../sky.ts'
import { coach } from '../stage-props.ts'
import { at, glow, path, vertical } from '../svg.ts'
import { crestAt, grass, hill, type Ridge } from '../terrain.ts'
import { yurt } from '../yurt.ts'

const FAR: Ridge = { seed: 221, y: 640, height: 70, length: 1400 }
const MIDDLE: Ridge = { seed: 224, y: 730, height: 40, length: 1700 }
const NEAR: Ridge = { seed: 228, y: 985, height: 16, length: 1900 }
const FELT = { lit: '#d8d3e6', shade: '#5a5f8c', band: '#2a4f8f', ornament: '#ecc05a', lamp: '#ffc766' }

/** Before sunrise: the troupe's coach sets out across the steppe. */
export function roadDeparture(): Scene {
  return [
    still(
      0,
      sky('rd-s', [
        [0, '#16204f'],
        [0.3, '#4a4a8c'],
        [0.48, '#b56a92'],
        [0.58, '#ff9f86'],
        [0.66, '#ffd6a0'],
      ]),
      stars(51, 120, 330),
      glow('rd-g', [1120, 660], 820, '#ffd08a', 0.8, 0.42),
      streaks(52, 14, [240, 600], '#ffcfb8', 0.32),
      cloud('rd-c', 23, [420, 330], 560, ['#e09ab0', '#6b5a96'], 0.7),
    ),
    still(1, hill('rd-f', FAR, { crest: '#8a6a9c', body: '#6a568f', foot: '#4a4480', rim: '#ffd9b8' })),
    still(
      1,
      hill('rd-m', MIDDLE, { crest: '#5a5288', body: '#3f4474', foot: '#2b3460', rim: '#ffb89a' }),
      at([380, crestAt(MIDDLE, 380) + 20], 0.5, yurt('rd-y', FELT)),
      at([560, crestAt(MIDDLE, 560) + 20], 0.34, yurt('rd-z', FELT)),
    ),
    still(1, road()),
    bus(),
    low(
      888,
      2,
      hill('rd-n', NEAR, { crest: '#2a2f5c', body: '#1b2146', foot: '#0f1430', rim: '#c98aa0' }),
      grass(53, NEAR, { count: 900, tallest: 66, colours: ['#1b2146', '#343a6b', '#141938'], below: 60 }),
    ),
  ]
}

function road(): string {
  return [
    vertical(
      'rd-r',
      [
        [0, '#5a5580'],
        [1, '#2c2f58'],
      ],
      [860, 960],
    ),
    path(`M${LEFT} 866Q960 846 ${RIGHT} 866L${RIGHT} 952Q960 936 ${LEFT} 952Z`, 'fill="url(#rd-r)"'),
    path(`M${LEFT} 908Q960 890 ${RIGHT} 908`, 'fill="none" stroke="#ffe9b0" stroke-width="6" stroke-dasharray="90 70" opacity="0.75"'),
  ].join('')
}

function bus(): SpriteLayer {
  const frames = Array.from({ length: 6 }, (_, index) =>
    [
      vertical(`rd-b${index}`, [
        [0, '#fff1c0', 0.7],
        [1, '#fff1c0', 0],
      ]),
      `<linearGradient id="rd-l${index}" x1="1" x2="0"><stop offset="0" stop-color="#fff1c0" stop-opacity="0.75"/><stop offset="1" stop-color="#fff1c0" stop-opacity="0"/></linearGradient>`,
      path('M470 246L40 214L40 352L470 286Z', `fill="url(#rd-l${index})"`),
      at([800, 340 + (index % 3 === 1 ? -2 : 0)], 1.12, coach(`rd-k${index}`, index, true)),
    ].join(''),
  )
  return {
    kind: 'sprite',
    box: { x: 190, y: 576, width: 1180, height: 370 },
    frames,
    framesPerSecond: 12.5,
    glide: 1,
    drift: { x: -18, y: 0 },
  }
}
