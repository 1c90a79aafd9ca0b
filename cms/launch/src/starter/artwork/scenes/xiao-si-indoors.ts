import { puppy } from '../animals.ts'
import { childHero, lamb, type Pose } from '../child-hero.ts'
import { hornBand } from '../ornament.ts'
import { HEIGHT, LEFT, RIGHT, type Scene, type SpriteLayer, still } from '../scene.ts'
import { hook } from '../stage-props.ts'
import { at, circle, ellipse, glow, mirrored, path, px, rect, slanted, turned, vertical } from '../svg.ts'

/** 小司 in a pose, waving or pointing and blinking now and then. */
export function hero(id: string, [x, y]: readonly [number, number], size: number, pose: Pose): SpriteLayer {
  const frames = Array.from({ length: 12 }, (_, index) =>
    mirrored(
      [230 * size, 490 * size],
      size,
      childHero(id, { ...pose, swing: Math.sin((index / 12) * Math.PI * 2), isBlinking: index === 8 }),
    ),
  )
  return {
    kind: 'sprite',
    box: { x: x - 230 * size, y: y - 490 * size, width: 460 * size, height: 506 * size },
    frames,
    framesPerSecond: 10,
    glide: 1,
  }
}

/** 云朵 hopping beside. */
export function hoppingLamb(id: string, [x, y]: readonly [number, number], size: number): SpriteLayer {
  const frames = Array.from({ length: 10 }, (_, index) =>
    at([150 * size, 218 * size], size, lamb(id, Math.abs(Math.sin((index / 10) * Math.PI)) * 16)),
  )
  return {
    kind: 'sprite',
    box: { x: x - 150 * size, y: y - 218 * size, width: 290 * size, height: 232 * size },
    frames,
    framesPerSecond: 10,
    glide: 1,
  }
}

/** A telephone rings, and a hook hangs from its screen. */
export function strangerCall(): Scene {
  return [
    still(0, wall('sc', ['#2b1f6b', '#5a3fa8', '#8f5fc8']), rings(), floor('sc', '#2a1a5c', '#4a2f8c')),
    {
      kind: 'sprite',
      box: { x: 420, y: 150, width: 420, height: 760 },
      frames: [0, 1, 0, -1].map((lean) => turned(lean * 3.4 - 6, [210, 400], telephone())),
      framesPerSecond: 12.5,
      glide: 1,
    },
    {
      kind: 'sprite',
      box: { x: 560, y: 420, width: 260, height: 420 },
      frames: [at([190, -40], 0.9, hook('sc-h', 400))],
      framesPerSecond: 1,
      glide: 1,
      bob: { heightPx: 18, periodSeconds: 2.8 },
    },
    hero('sc-c', [1190, 985], 1.62, { arm: 'stop', mouth: 'call' }),
    hoppingLamb('sc-l', [900, 1010], 1.1),
  ]
}

function wall(id: string, [top, middle, low]: readonly [string, string, string]): string {
  return `${vertical(`${id}-w`, [
    [0, top],
    [0.6, middle],
    [1, low],
  ])}${rect(LEFT, 0, RIGHT - LEFT, HEIGHT, `fill="url(#${id}-w)"`)}`
}

function floor(id: string, dark: string, lit: string): string {
  return `${vertical(
    `${id}-f`,
    [
      [0, lit],
      [1, dark],
    ],
    [880, 1080],
  )}${path(`M${LEFT} 900Q960 860 ${RIGHT} 900L${RIGHT} 1090L${LEFT} 1090Z`, `fill="url(#${id}-f)"`)}`
}

function rings(): string {
  return `${glow('sc-g', [630, 520], 760, '#ff8fd0', 0.5)}${[300, 430, 570, 720].map((radius, index) => circle([630, 520], radius, `fill="none" stroke="#ffd0f0" stroke-width="7" opacity="${[0.42, 0.28, 0.17, 0.1][index]}"`)).join('')}`
}

function telephone(): string {
  return [
    rect(26, 26, 368, 708, 'fill="#120b33" rx="54"'),
    vertical('sc-p', [
      [0, '#fff6fb'],
      [1, '#ffd9ec'],
    ]),
    rect(46, 62, 328, 636, 'fill="url(#sc-p)" rx="34"'),
    rect(160, 38, 100, 14, 'fill="#2a1f5c" rx="7"'),
    circle([210, 210], 86, 'fill="#e0457a"'),
    path(
      'M176 178Q178 138 212 138Q250 140 250 178Q250 204 224 216Q212 224 212 244',
      'fill="none" stroke="#fff" stroke-width="22" stroke-linecap="round"',
    ),
    circle([212, 276], 13, 'fill="#fff"'),
    circle([124, 610], 48, 'fill="#e8463c"'),
    circle([296, 610], 48, 'fill="#3fb86a"'),
    path('M100 618q24 -22 48 0M272 602q24 22 48 0', 'fill="none" stroke="#fff" stroke-width="13" stroke-linecap="round"'),
    rect(92, 340, 236, 22, 'fill="#c98ab0" rx="11"'),
    rect(124, 384, 172, 18, 'fill="#e0b3cc" rx="9"'),
  ].join('')
}

/** The puppy has somebody's boot; 小司 opens the Civil Code. */
export function guiltyPuppy(): Scene {
  return [
    still(
      0,
      wall('gp', ['#ffb347', '#ffcf7a', '#ffe6b0']),
      sunburst('gp', [700, 560], '#ffe0a0'),
      floor('gp', '#b8702a', '#e0a04a'),
      hornBand(LEFT, 968, RIGHT - LEFT, 40, '#8f4f1c', 5, 0.35),
    ),
    {
      kind: 'sprite',
      box: { x: 390, y: 480, width: 560, height: 520 },
      frames: Array.from({ length: 8 }, (_, index) => at([290, 500], 1.5, puppy('gp-p', Math.sin((index / 8) * Math.PI * 2)))),
      framesPerSecond: 12.5,
      glide: 1,
    },
    hero('gp-c', [1225, 985], 1.66, { arm: 'book' }),
    hoppingLamb('gp-l', [330, 1020], 0.9),
  ]
}

function sunburst(id: string, [x, y]: readonly [number, number], colour: string): string {
  let rays = ''
  for (let index = 0; index < 18; index += 1) {
    const [from, to] = [(index / 18) * Math.PI * 2, ((index + 0.5) / 18) * Math.PI * 2]
    rays += `M${x} ${y}L${px(x + Math.cos(from) * 1900)} ${px(y + Math.sin(from) * 1900)}L${px(x + Math.cos(to) * 1900)} ${px(y + Math.sin(to) * 1900)}Z`
  }
  return `${path(rays, `fill="${colour}" opacity="0.5"`)}${glow(`${id}-b`, [x, y], 800, '#fffbe8', 0.75)}`
}

/** A village shop: the counter, the shelf, and the sign that no child may buy. */
export function villageShop(): Scene {
  return [
    still(0, wall('vs', ['#0f6b78', '#2aa0a0', '#7fd0b8']), shelf(), floor('vs', '#6b4a2c', '#a8784a')),
    still(1, counter(), sign()),
    hero('vs-c', [1210, 1000], 1.6, { arm: 'point', mouth: 'call' }),
    hoppingLamb('vs-l', [960, 1020], 1),
  ]
}

function shelf(): string {
  const colours = ['#e8523f', '#ecc05a', '#3f86c8', '#f2f5f0', '#69c47a', '#d8703a', '#8f6fc8']
  const board = (y: number): string =>
    rect(120, y, 980, 22, 'fill="#8a5a34" rx="5"') + rect(120, y + 22, 980, 10, 'fill="#4a2f1c" opacity="0.5"')
  const goods = (y: number, offset: number): string =>
    Array.from({ length: 12 }, (_, index) => {
      const [x, colour] = [150 + index * 78, colours[(index * 3 + offset) % colours.length]]
      if ((index + offset) % 3 === 0)
        return `${rect(x, y - 112, 50, 112, `fill="${colour}" rx="10"`)}${rect(x, y - 76, 50, 34, 'fill="#fff8e8"')}`
      if ((index + offset) % 3 === 1)
        return `${ellipse([x + 26, y - 40], 30, 40, `fill="${colour}"`)}${rect(x + 10, y - 92, 32, 20, 'fill="#fff8e8" rx="6"')}`
      return `${rect(x - 4, y - 78, 62, 78, `fill="${colour}" rx="5"`)}${path(`M${x - 4} ${y - 48}l62 0`, 'stroke="#fff8e8" stroke-width="12"')}`
    }).join('')
  return [
    rect(90, 120, 1040, 560, 'fill="#0b4f5a" opacity="0.55" rx="18"'),
    goods(290, 0),
    board(290),
    goods(460, 1),
    board(460),
    goods(630, 2),
    board(630),
    glow('vs-g', [620, 380], 800, '#fff3c4', 0.35),
  ].join('')
}

function counter(): string {
  return [
    vertical('vs-k', [
      [0, '#d89a5a'],
      [1, '#8a5228'],
    ]),
    rect(60, 730, 780, 300, 'fill="url(#vs-k)" rx="14"'),
    rect(30, 706, 840, 40, 'fill="#f0c07a" rx="12"'),
    hornBand(90, 800, 720, 54, '#6b3a1a', 6, 0.55),
  ].join('')
}

/** A round red sign: no cigarettes, no bottle. */
function sign(): string {
  return at(
    [470, 560],
    1,
    slanted('vs-s', [
      [0, '#ff6a54'],
      [1, '#c92a22'],
    ]),
    path('M0 150L0 60', 'stroke="#5a3a20" stroke-width="18"'),
    circle([0, -30], 172, 'fill="#fffaf2"'),
    path('M-96 18L40 18L40 44L-96 44Z', 'fill="#f2efe8" stroke="#7a7268" stroke-width="5"'),
    path('M40 18L84 18L84 44L40 44Z', 'fill="#e89a3c" stroke="#7a7268" stroke-width="5"'),
    path('M-92 8q-24 -26 0 -46q20 -20 0 -44', 'fill="none" stroke="#b3aca0" stroke-width="9" stroke-linecap="round"'),
    path('M24 6L24 -64Q24 -82 38 -92L38 -132L66 -132L66 -92Q80 -82 80 -64L80 6Z', 'fill="#3f8a52"'),
    rect(26, -54, 52, 38, 'fill="#fff3d0"'),
    circle([0, -30], 158, 'fill="none" stroke="url(#vs-s)" stroke-width="30"'),
    path('M-112 -142L112 82', 'stroke="url(#vs-s)" stroke-width="30"'),
  )
}
