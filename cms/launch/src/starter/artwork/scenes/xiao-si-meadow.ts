import { childHero, lamb } from '../child-hero.ts'
import { low, type Scene, type SpriteLayer, still } from '../scene.ts'
import { cloud, sky, sun } from '../sky.ts'
import { at } from '../svg.ts'
import { crestAt, flowers, grass, hill, type Ridge } from '../terrain.ts'
import { yurt } from '../yurt.ts'

const FAR: Ridge = { seed: 71, y: 640, height: 66, length: 1300 }
const MIDDLE: Ridge = { seed: 74, y: 770, height: 52, length: 1400 }
const NEAR: Ridge = { seed: 79, y: 912, height: 36, length: 1600 }
const FELT = { lit: '#ffffff', shade: '#b9c9dc', band: '#2f8fdc', ornament: '#ffe9b0' }

/** Bright morning: 小司 and the lamb greet the viewer from a flowering hill. */
export function xiaoSiMeadow(): Scene {
  return [
    still(
      0,
      sky('xm-s', [
        [0, '#1f7fd6'],
        [0.4, '#63b7f2'],
        [0.68, '#cdeeff'],
      ]),
      sun('xm-o', [300, 210], 84, '#fff2b0', '#ffe9a0'),
    ),
    still(
      1,
      cloud('xm-c1', 3, [760, 300], 620, ['#ffffff', '#cfe9fb'], 0.96),
      cloud('xm-c2', 5, [1640, 210], 520, ['#ffffff', '#cfe9fb'], 0.92),
      cloud('xm-c3', 8, [120, 430], 380, ['#ffffff', '#d8eefc'], 0.8),
    ),
    still(
      1,
      hill('xm-f', FAR, { crest: '#8fd08a', body: '#6cba78', foot: '#4d9d6a', rim: '#d8f7c0' }),
      hill('xm-m', MIDDLE, { crest: '#86cc5c', body: '#5fb04c', foot: '#3d8a42', rim: '#d6f59a' }),
      at([420, crestAt(MIDDLE, 420) + 20], 0.6, yurt('xm-y1', FELT)),
      at([690, crestAt(MIDDLE, 690) + 22], 0.42, yurt('xm-y2', FELT)),
    ),
    low(
      819,
      2,
      hill('xm-n', NEAR, { crest: '#8ed34e', body: '#54a83c', foot: '#2f7d35', rim: '#e4fba0' }),
      grass(15, NEAR, { count: 1300, tallest: 40, colours: ['#3f8f36', '#6fbf45', '#2f7d35'], below: 130 }),
      flowers(12, [930, 1075], 210, ['#ffffff', '#ffd84a', '#ff8fa8', '#b58cff']),
    ),
    child(1160, 1010),
    sheep(830, 1030),
  ]
}

function child(x: number, y: number): SpriteLayer {
  const frames = Array.from({ length: 12 }, (_, index) =>
    at([330, 740], 1.5, childHero('xc', { arm: 'wave', swing: Math.sin((index / 12) * Math.PI * 2), isBlinking: index === 7 })),
  )
  return { kind: 'sprite', box: { x: x - 330, y: y - 740, width: 660, height: 760 }, frames, framesPerSecond: 10, glide: 2 }
}

function sheep(x: number, y: number): SpriteLayer {
  const frames = Array.from({ length: 10 }, (_, index) => at([210, 300], 1.35, lamb('xl', Math.abs(Math.sin((index / 10) * Math.PI)) * 22)))
  return { kind: 'sprite', box: { x: x - 210, y: y - 300, width: 400, height: 320 }, frames, framesPerSecond: 10, glide: 2 }
}
