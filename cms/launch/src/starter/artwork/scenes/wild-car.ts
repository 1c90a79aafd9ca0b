import { LEFT, low, type Scene, type SpriteLayer, still } from '../scene.ts'
import { cloud, sky } from '../sky.ts'
import { at, circle, ellipse, path, px, rect, turned, vertical } from '../svg.ts'
import { crestAt, flowers, grass, hill, type Ridge } from '../terrain.ts'
import { yurt } from '../yurt.ts'
import { hero, hoppingLamb } from './xiao-si-indoors.ts'

const FAR: Ridge = { seed: 301, y: 600, height: 60, length: 1200 }
const MIDDLE: Ridge = { seed: 305, y: 740, height: 36, length: 1500 }
const NEAR: Ridge = { seed: 309, y: 950, height: 18, length: 1700 }

/** 小司 and the lamb stop a car that has left the road. */
export function wildCar(): Scene {
  return [
    still(
      0,
      sky('wc-s', [
        [0, '#2f9ad8'],
        [0.5, '#a8e0ee'],
        [0.66, '#f4fbe0'],
      ]),
      cloud('wc-c', 41, [980, 240], 560, ['#ffffff', '#cfeef8'], 0.95),
      cloud('wc-d', 43, [260, 330], 400, ['#ffffff', '#cfeef8'], 0.85),
    ),
    still(
      1,
      hill('wc-f', FAR, { crest: '#8fd0a0', body: '#6cba88', foot: '#4fa070', rim: '#e6ffd8' }),
      at([760, crestAt(FAR, 760) + 18], 0.34, yurt('wc-y', { lit: '#ffffff', shade: '#b9c9dc', band: '#2f8fdc', ornament: '#ffe9b0' })),
    ),
    still(
      1,
      hill('wc-m', MIDDLE, { crest: '#a4d85c', body: '#6cb84a', foot: '#3f9040', rim: '#f0ffb0' }),
      tracks(),
      grass(91, { ...MIDDLE, y: 800 }, { count: 700, tallest: 34, colours: ['#4f9a3c', '#8fcf50'], below: 220 }),
    ),
    car(),
    still(1, flowers(93, [880, 1000], 120, ['#ffffff', '#ffd84a', '#ff8fa8'])),
    hero('wc-h', [1230, 1000], 1.6, { arm: 'stop', mouth: 'call' }),
    hoppingLamb('wc-l', [1010, 1020], 1),
    low(
      936,
      2,
      hill('wc-n', { ...NEAR, y: 1040 }, { crest: '#6cbf40', body: '#3f9a38', foot: '#2a7030' }),
      grass(95, { ...NEAR, y: 1050 }, { count: 700, tallest: 64, colours: ['#3f9a38', '#2a7030', '#6cbf40'], below: 50 }),
    ),
  ]
}

/** Two ruts through crushed grass: what the law is about. */
function tracks(): string {
  const rut = (y: number, wide: number): string =>
    path(
      `M${LEFT} ${y}Q240 ${y - 30} 620 ${y + 6}Q800 ${y + 20} 900 ${y + 4}`,
      `fill="none" stroke="#8a6a3a" stroke-width="${wide}" stroke-linecap="round" opacity="0.75"`,
    )
  return `${rut(900, 24)}${rut(956, 30)}`
}

function car(): SpriteLayer {
  const frames = Array.from({ length: 6 }, (_, index) => {
    const shake = Math.sin((index / 6) * Math.PI * 2) * 6
    const wheel = (x: number): string =>
      `${circle([x, -62], 64, 'fill="#22262e"')}${circle([x, -62], 34, 'fill="#c3ccd8"')}${turned(index * 20, [x, -62], path(`M${x - 30} -62l60 0M${x} -92l0 60`, 'stroke="#7a8696" stroke-width="9"'))}`
    const body = [
      vertical('wc-b', [
        [0, '#ff8a4a'],
        [1, '#d8402a'],
      ]),
      path(
        'M-300 -70L-306 -190Q-300 -214 -270 -216L-206 -222L-150 -330Q-140 -346 -116 -346L120 -346Q146 -346 160 -326L226 -226L290 -206Q316 -196 316 -166L316 -80Q316 -62 298 -62L-286 -62Q-300 -62 -300 -70Z',
        'fill="url(#wc-b)"',
      ),
      path('M-176 -226L-126 -316L-12 -316L-12 -226ZM14 -226L14 -316L112 -316L178 -226Z', 'fill="#bfe9f8"'),
      path('M-150 -226L-116 -290M60 -226L96 -300', 'stroke="#fff" stroke-width="12" opacity="0.7"'),
      rect(296, -176, 26, 42, 'fill="#fff3b0" rx="8"'),
      rect(-312, -170, 20, 40, 'fill="#ffcf5c" rx="6"'),
      rect(-310, -104, 632, 26, 'fill="#5a626e" rx="10"'),
      ellipse([300, -120], 12, 10, 'fill="#fff"'),
      rect(-110, -366, 220, 20, 'fill="#5a626e" rx="8"'),
    ].join('')
    return `${dust(index)}${at([370, 440 + shake * 0.4], 1, `<g transform="rotate(${px(-3 + shake * 0.3)})">${body}</g>`, wheel(-180), wheel(200))}`
  })
  return {
    kind: 'sprite',
    box: { x: 90, y: 520, width: 740, height: 460 },
    frames,
    framesPerSecond: 12.5,
    glide: 1,
    bob: { heightPx: 6, periodSeconds: 0.9 },
  }
}

function dust(index: number): string {
  return [0, 1, 2, 3]
    .map((puff) =>
      circle([40 + puff * 26, 400 - ((index * 7 + puff * 22) % 60)], 26 + ((index * 5 + puff * 9) % 22), 'fill="#d9b98a" opacity="0.5"'),
    )
    .join('')
}
