import { horse, rider } from '../horse.ts'
import { low, type Scene, type SpriteLayer, still } from '../scene.ts'
import { cloud, sky, streaks, sun } from '../sky.ts'
import { at } from '../svg.ts'
import { crestAt, grass, hill, type Ridge } from '../terrain.ts'

const FAR: Ridge = { seed: 41, y: 690, height: 50, length: 1700 }
const MIDDLE: Ridge = { seed: 52, y: 800, height: 44, length: 1500 }
const NEAR: Ridge = { seed: 63, y: 940, height: 30, length: 1900 }
const COATS = ['#2a0f1f', '#381624', '#240b1b'] as const

/** Dusk: a herd of horses and a herder with his lasso pole cross before the setting sun. */
export function duskHerd(): Scene {
  return [
    still(
      0,
      sky('dh-s', [
        [0, '#1f1547'],
        [0.28, '#6b2a5c'],
        [0.48, '#d65a4a'],
        [0.6, '#f79a4b'],
        [0.68, '#ffd27a'],
      ]),
      sun('dh-o', [930, 590], 215, '#ffdf8a', '#ff9a52'),
      streaks(8, 16, [120, 560], '#ffcf9a', 0.22),
    ),
    still(
      1,
      cloud('dh-c1', 4, [330, 300], 760, ['#ffb27a', '#8a3a62'], 0.75),
      cloud('dh-c2', 6, [1500, 220], 640, ['#ffc48a', '#97405f'], 0.7),
      cloud('dh-c3', 9, [900, 170], 380, ['#f79a6b', '#6b2a5c'], 0.5),
      hill('dh-f', FAR, { crest: '#b5564f', body: '#8d3d4e', foot: '#5e2543', rim: '#ffd08a' }),
    ),
    still(1, hill('dh-m', MIDDLE, { crest: '#6f2c40', body: '#4d1c36', foot: '#34112a', rim: '#ffb066' })),
    ...herd(),
    low(
      825,
      2,
      hill('dh-n', NEAR, { crest: '#3a1229', body: '#260b20', foot: '#150614', rim: '#e0784f' }),
      grass(17, NEAR, { count: 1000, tallest: 74, colours: ['#2b0c20', '#4a1a2c', '#1b0717'], below: 90 }),
    ),
  ]
}

function herd(): SpriteLayer[] {
  const places: readonly (readonly [number, number, number])[] = [
    [330, 0.62, 0.15],
    [500, 0.8, 0.55],
    [665, 0.7, 0.8],
    [835, 1, 0.3],
    [1010, 0.82, 0.05],
    [1130, 0.92, 0.65],
  ]
  const horses = places.map(([x, size, phase], index) => runner(x, size, phase, COATS[index % COATS.length] ?? COATS[0], false))
  return [...horses, runner(1395, 1.08, 0.4, COATS[0], true)]
}

function runner(x: number, size: number, phase: number, coat: string, isRidden: boolean): SpriteLayer {
  const [width, height] = [440 * size, 390 * size]
  const ground = crestAt(MIDDLE, x) + 40
  const frames = Array.from({ length: 10 }, (_, index) => {
    const beat = phase + index / 10
    return at([220 * size, 372 * size], size, horse(beat, coat, '#ffb066'), isRidden ? rider(beat, '#1d0918', '#d65a4a') : '')
  })
  return {
    kind: 'sprite',
    box: { x: x - width / 2, y: ground - height + 18 * size, width, height },
    frames,
    framesPerSecond: 12.5,
    glide: 1,
    drift: { x: -14, y: 0 },
  }
}
