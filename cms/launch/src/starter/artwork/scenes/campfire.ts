import { walker } from '../people.ts'
import { low, type Scene, type SpriteLayer, still } from '../scene.ts'
import { seededRandom } from '../seeded-random.ts'
import { milkyWay, sky, stars } from '../sky.ts'
import { coach } from '../stage-props.ts'
import { at, circle, ellipse, glow, mirrored, path, px } from '../svg.ts'
import { crestAt, grass, hill, type Ridge } from '../terrain.ts'
import { yurt } from '../yurt.ts'

const FAR: Ridge = { seed: 241, y: 700, height: 60, length: 1500 }
const NEAR: Ridge = { seed: 246, y: 800, height: 20, length: 2100 }
const FELT = { lit: '#8f9fc4', shade: '#26386a', band: '#1c3f7a', ornament: '#d8b25a', lamp: '#ffbf5c' }

/** Night after the show: herders and players sit around a fire under the stars. */
export function campfire(): Scene {
  return [
    still(
      0,
      sky('cf-s', [
        [0, '#070b24'],
        [0.4, '#141f52'],
        [0.66, '#2f3f80'],
        [0.74, '#5a5a98'],
      ]),
      milkyWay('cf-w', 44, [1050, 300], -62, '#9a8ff0'),
      stars(61, 340, 690),
    ),
    still(
      1,
      hill('cf-f', FAR, { crest: '#2a3468', body: '#1c2650', foot: '#121a3c', rim: '#8a92d8' }),
      at([330, crestAt(FAR, 330) + 24], 0.44, yurt('cf-y', FELT)),
      at([1500, crestAt(FAR, 1500) + 22], 0.36, yurt('cf-z', FELT)),
    ),
    still(
      1,
      hill('cf-n', NEAR, { crest: '#26243f', body: '#191932', foot: '#0d0e20', rim: '#7a6a90' }),
      at([520, 838], 0.62, coach('cf-k', 0, true)),
      glow('cf-g', [960, 900], 760, '#ff9a3c', 0.62, 0.36),
      grass(62, { ...NEAR, y: 850 }, { count: 480, tallest: 30, colours: ['#2c2438', '#40304a'], below: 200 }),
    ),
    still(1, circleOfPeople(), logs()),
    flames(),
    sparks(),
    low(930, 2, grass(64, { ...NEAR, y: 1060 }, { count: 520, tallest: 90, colours: ['#070818', '#120f24'], below: 50 })),
  ]
}

/** People on both sides of the fire, edged with its light. */
function circleOfPeople(): string {
  const sitting = (
    id: string,
    robe: string,
    scale: number,
    [x, y]: readonly [number, number],
    facesRight: boolean,
    hasBook = false,
  ): string => {
    const body = [
      path('M-74 0C-86 -34 -66 -52 -46 -58C-58 -110 -38 -148 0 -154C36 -150 54 -112 44 -58C68 -52 82 -34 70 0Z', `fill="${robe}"`),
      path(
        'M44 -58C56 -112 40 -146 4 -154M70 0C82 -34 68 -50 46 -58',
        'fill="none" stroke="#ffb766" stroke-width="5" stroke-linecap="round"',
      ),
      path('M-48 -72Q0 -58 46 -72L44 -56Q0 -42 -46 -56Z', 'fill="#d8502f"'),
      circle([4, -182], 27, 'fill="#c98a5c"'),
      path('M20 -206Q34 -190 28 -166', 'fill="none" stroke="#ffd9a0" stroke-width="5" stroke-linecap="round"'),
      path('M-30 -186Q4 -208 36 -186L30 -204Q22 -232 4 -236Q-16 -232 -24 -204Z', `fill="${robe}"`),
      hasBook
        ? path('M30 -92L86 -104L92 -66L36 -54Z', 'fill="#c8332e" stroke="#ffe0a0" stroke-width="3"')
        : path('M20 -110Q60 -96 62 -70', `fill="none" stroke="${robe}" stroke-width="22" stroke-linecap="round"`),
    ].join('')
    return facesRight ? at([x, y], scale, `<g id="${id}">${body}</g>`) : mirrored([x, y], scale, body)
  }
  return [
    sitting('cf-1', '#3a2a5c', 0.86, [760, 884], true),
    sitting('cf-2', '#2a3f6b', 0.86, [1190, 886], false),
    sitting('cf-3', '#274a86', 1.1, [600, 960], true, true),
    sitting('cf-4', '#5a2440', 1.12, [1340, 968], false),
    at([850, 866], 0.76, walker(0.02, '#2c2048', 'book', '#ffb766')),
    mirrored([1085, 868], 0.78, walker(0.02, '#2c2048', 'fiddle', '#ffb766')),
  ].join('')
}

function logs(): string {
  return [
    ellipse([965, 990], 190, 22, 'fill="#0a0612" opacity="0.6"'),
    path('M850 990L1080 950M1084 990L850 948M960 1000L972 930', 'stroke="#3a1d14" stroke-width="30" stroke-linecap="round"'),
    path('M862 986L1070 950M1072 984L862 950', 'stroke="#d8602c" stroke-width="7" stroke-linecap="round" opacity="0.9"'),
  ].join('')
}

function flames(): SpriteLayer {
  const frames = Array.from({ length: 12 }, (_, index) => {
    const turn = (index / 12) * Math.PI * 2
    const tongue = (x: number, tall: number, wide: number, colour: string, offset: number): string => {
      const [tip, top] = [x + Math.sin(turn + offset) * 24, 430 - tall * (0.88 + 0.12 * Math.sin(turn * 2 + offset))]
      return path(
        `M${x - wide} 430C${x - wide * 1.3} ${px(430 - tall * 0.5)} ${px(tip - wide * 0.4)} ${px(top + tall * 0.42)} ${px(tip)} ${px(top)}C${px(tip + wide * 0.4)} ${px(top + tall * 0.42)} ${x + wide * 1.3} ${px(430 - tall * 0.45)} ${x + wide} 430Z`,
        `fill="${colour}"`,
      )
    }
    return [
      glow(`cf-h${index}`, [250, 300], 248, '#ffb347', 0.7 + 0.08 * Math.sin(turn * 2)),
      tongue(186, 230, 56, '#e8501f', 0.4),
      tongue(316, 240, 58, '#e8501f', 2.4),
      tongue(250, 330, 78, '#ff7a2a', 1.4),
      tongue(220, 208, 46, '#ffb03c', 3.6),
      tongue(284, 216, 46, '#ffb03c', 4.9),
      tongue(252, 150, 38, '#fff0b0', 5.6),
    ].join('')
  })
  return { kind: 'sprite', box: { x: 715, y: 540, width: 500, height: 450 }, frames, framesPerSecond: 12.5, glide: 1 }
}

function sparks(): SpriteLayer {
  const random = seededRandom(88)
  const dots = Array.from({ length: 46 }, () =>
    circle(
      [20 + random() * 360, random() * 900],
      1.6 + random() * 2.6,
      `fill="#ffcf7a" opacity="${Math.round((0.35 + random() * 0.6) * 100) / 100}"`,
    ),
  )
  return {
    kind: 'sprite',
    box: { x: 770, y: 160, width: 400, height: 900 },
    frames: [dots.join('')],
    framesPerSecond: 1,
    glide: 1,
    drift: { x: 2, y: -34 },
  }
}
