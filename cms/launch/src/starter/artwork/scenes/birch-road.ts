import { LEFT, RIGHT, type Scene, type SpriteLayer, still } from '../scene.ts'
import { seededRandom } from '../seeded-random.ts'
import { sky, streaks, sun } from '../sky.ts'
import { coach } from '../stage-props.ts'
import { at, circle, ellipse, glow, path, px, vertical } from '../svg.ts'
import { hill, type Ridge } from '../terrain.ts'

const FAR: Ridge = { seed: 261, y: 600, height: 60, length: 1300 }
const MIDDLE: Ridge = { seed: 264, y: 760, height: 30, length: 1900 }
const LEAVES = ['#f6b73c', '#e8902c', '#ffd35c', '#d8702a', '#f2a33a'] as const

/** Autumn: the coach comes home along a road lined with golden birches. */
export function birchRoad(): Scene {
  return [
    still(
      0,
      sky('br-s', [
        [0, '#4f9ac2'],
        [0.34, '#bfe0e0'],
        [0.56, '#fff0cc'],
      ]),
      sun('br-o', [840, 420], 96, '#fffbe0', '#ffeab0'),
      streaks(71, 9, [120, 460], '#ffffff', 0.4),
    ),
    still(1, hill('br-f', FAR, { crest: '#c9a25c', body: '#a8924e', foot: '#8a8046', rim: '#fff3c4' }), forest(9, 630, 90, 0.36)),
    still(
      1,
      hill('br-m', MIDDLE, { crest: '#e0b052', body: '#b98a3c', foot: '#7a5a2c', rim: '#ffeaa8' }),
      forest(11, 780, 26, 0.66),
      road(),
    ),
    bus(),
    still(2, birches()),
    fallingLeaves(5, 60),
  ]
}

/** Rounded tree tops far away. */
function forest(seed: number, y: number, count: number, size: number): string {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, index) => {
    const x = LEFT + ((index + random()) / count) * (RIGHT - LEFT)
    const tall = (110 + random() * 80) * size
    const colour = LEAVES[index % LEAVES.length]
    return `${path(`M${px(x)} ${px(y + 20)}L${px(x)} ${px(y - tall * 0.5)}`, 'stroke="#f4efe4" stroke-width="4"')}${ellipse([x, y - tall * 0.8], tall * 0.34, tall * 0.62, `fill="${colour}" opacity="0.92"`)}`
  }).join('')
}

function road(): string {
  return [
    vertical(
      'br-r',
      [
        [0, '#d9b98a'],
        [1, '#8f6a44'],
      ],
      [880, 1080],
    ),
    path(`M${LEFT} 900Q960 868 ${RIGHT} 900L${RIGHT} 1000Q960 984 ${LEFT} 1000Z`, 'fill="url(#br-r)"'),
    path(`M${LEFT} 948Q960 924 ${RIGHT} 948`, 'fill="none" stroke="#fff3d0" stroke-width="6" stroke-dasharray="80 70" opacity="0.7"'),
    glow('br-g', [840, 930], 700, '#fff3c4', 0.35, 0.2),
  ].join('')
}

function bus(): SpriteLayer {
  const frames = Array.from({ length: 6 }, (_, index) =>
    at([380, 310 + (index % 3 === 1 ? -2 : 0)], 1.04, coach(`br-k${index}`, index, false)),
  )
  return {
    kind: 'sprite',
    box: { x: 560, y: 670, width: 740, height: 330 },
    frames,
    framesPerSecond: 12.5,
    glide: 1,
    drift: { x: -20, y: 0 },
  }
}

/** Slender trunks near the viewer, crowns reaching out of the picture. */
function birches(): string {
  const random = seededRandom(77)
  const trunk = (x: number, wide: number): string => {
    let marks = ''
    for (let y = 20; y < 1040; y += 46 + random() * 40) {
      const side = random() < 0.5 ? -1 : 1
      marks += `M${px(x + side * wide * 0.5)} ${px(y)}q${px(-side * wide * 0.4)} ${px(5)} ${px(-side * wide * (0.3 + random() * 0.4))} ${px(2)}`
    }
    return `${path(`M${x - wide * 0.62} 1090Q${x - wide * 0.42} 500 ${x - wide * 0.34} -10L${x + wide * 0.34} -10Q${x + wide * 0.42} 500 ${x + wide * 0.62} 1090Z`, 'fill="url(#br-t)"')}${path(marks, 'fill="none" stroke="#3a3230" stroke-width="7" stroke-linecap="round"')}`
  }
  return [
    '<linearGradient id="br-t"><stop offset="0" stop-color="#ffffff"/><stop offset="0.5" stop-color="#f0e9dc"/><stop offset="1" stop-color="#a89c8c"/></linearGradient>',
    trunk(120, 66),
    trunk(330, 44),
    trunk(1440, 50),
    trunk(1980, 60),
    crown(120, 60, 360, 21),
    crown(340, 20, 260, 22),
    crown(1440, 20, 300, 23),
    crown(1900, 60, 380, 24),
    crown(760, -70, 260, 25),
  ].join('')
}

/** Many leaves that together make a crown of light and shade. */
function crown(x: number, y: number, reach: number, seed: number): string {
  const random = seededRandom(seed)
  return Array.from({ length: 150 }, (_, index) => {
    const [angle, out] = [random() * Math.PI * 2, random() ** 0.6 * reach]
    const size = 11 + random() * 19
    return ellipse(
      [x + Math.cos(angle) * out, y + Math.sin(angle) * out * 0.62],
      size,
      size * 0.72,
      `fill="${LEAVES[index % LEAVES.length]}" opacity="${Math.round((0.72 + random() * 0.28) * 100) / 100}"`,
    )
  }).join('')
}

function fallingLeaves(seed: number, count: number): SpriteLayer {
  const random = seededRandom(seed)
  const leaves = Array.from({ length: count }, (_, index) =>
    circle([random() * 1900, random() * 1900], 4 + random() * 6, `fill="${LEAVES[index % LEAVES.length]}"`),
  )
  return {
    kind: 'sprite',
    box: { x: 0, y: -420, width: 1900, height: 1900 },
    frames: [leaves.join('')],
    framesPerSecond: 1,
    glide: 0,
    drift: { x: -24, y: 44 },
  }
}
