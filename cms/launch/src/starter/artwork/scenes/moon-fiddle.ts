import { bow, fiddle } from '../fiddle.ts'
import { low, type Scene, still } from '../scene.ts'
import { milkyWay, moon, sky, stars, streaks } from '../sky.ts'
import { at, glow, turned } from '../svg.ts'
import { crestAt, grass, hill, type Ridge } from '../terrain.ts'
import { yurt } from '../yurt.ts'

const FAR: Ridge = { seed: 11, y: 742, height: 60, length: 1500 }
const MIDDLE: Ridge = { seed: 23, y: 838, height: 46, length: 1250 }
const NEAR: Ridge = { seed: 5, y: 962, height: 34, length: 1700 }
const FELT = { lit: '#cfd9ea', shade: '#3b5175', band: '#1c4f8a', ornament: '#e7c87a', lamp: '#ffc766' }

/** Night: a horse-head fiddle stands before the full moon, yurts glow on the hills. */
export function moonFiddle(): Scene {
  return [
    still(
      0,
      sky('mf-s', [
        [0, '#040b1d'],
        [0.4, '#0c2348'],
        [0.66, '#24497c'],
        [0.76, '#4a76a8'],
      ]),
      milkyWay('mf-w', 7, [560, 300], -24, '#7fa8e6'),
      stars(3, 330, 700),
      moon('mf-m', [1130, 400], 268),
      streaks(9, 7, [560, 690], '#9fc0ea', 0.1),
    ),
    still(
      1,
      hill('mf-f', FAR, { crest: '#2c5486', body: '#1c3a66', foot: '#12284a', rim: '#a9cdf5' }),
      at([420, crestAt(FAR, 420) + 16], 0.26, yurt('mf-y3', FELT)),
      at([540, crestAt(FAR, 540) + 18], 0.2, yurt('mf-y4', FELT)),
    ),
    still(
      1,
      hill('mf-n', MIDDLE, { crest: '#1b3c63', body: '#112947', foot: '#0a1a31', rim: '#86b2e4' }),
      at([300, crestAt(MIDDLE, 300) + 22], 0.62, yurt('mf-y1', FELT)),
      at([640, crestAt(MIDDLE, 640) + 24], 0.42, yurt('mf-y2', FELT)),
    ),
    still(
      2,
      hill('mf-h', NEAR, { crest: '#0e2440', body: '#081729', foot: '#040c18', rim: '#5f93cf' }),
      glow('mf-g', [1130, 985], 420, '#ffd58a', 0.22, 0.2),
      grass(31, NEAR, { count: 900, tallest: 58, colours: ['#0f2a4a', '#1a4068', '#0a1d35'], below: 70 }),
      at([1130, 1002], 0.9, turned(7, [0, 0], fiddle('mf-k'))),
    ),
    {
      kind: 'sprite',
      box: { x: 780, y: 690, width: 760, height: 190 },
      frames: [at([380, 95], 1, bow())],
      framesPerSecond: 1,
      glide: 2,
      sway: { widthPx: 120, periodSeconds: 3.2 },
    },
    low(897, 2, grass(77, { ...NEAR, y: 1046 }, { count: 420, tallest: 92, colours: ['#050f1d', '#0a1d35'], below: 60 })),
  ]
}
