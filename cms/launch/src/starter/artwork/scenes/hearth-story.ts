import { hornBand } from '../ornament.ts'
import { storyteller } from '../people.ts'
import { HEIGHT, LEFT, RIGHT, type Scene, type SpriteLayer, still } from '../scene.ts'
import { stars } from '../sky.ts'
import { at, ellipse, glow, type Point, path, px, rect, slanted, vertical } from '../svg.ts'

const CROWN: Point = [900, 120]
const FIRE: Point = [560, 930]

/** Inside a yurt at night: an old storyteller plays by the hearth. */
export function hearthStory(): Scene {
  return [
    still(
      0,
      vertical('hs-w', [
        [0, '#2b130d'],
        [0.5, '#5c2a16'],
        [1, '#2a120c'],
      ]),
      rect(LEFT, 0, RIGHT - LEFT, HEIGHT, 'fill="url(#hs-w)"'),
      roofPoles(),
      glow('hs-l', [620, 800], 1150, '#ff9a3c', 0.62),
      crown(),
    ),
    still(1, lattice(), chest(), rug()),
    still(
      1,
      at([1080, 960], 1.22, storyteller('hs-o', { cloth: '#24558f', dark: '#0d2140', trim: '#f0b862', sash: '#d8502f', skin: '#d99a68' })),
    ),
    still(1, stove()),
    flames(),
    still(2, foreground()),
  ]
}

function roofPoles(): string {
  let poles = ''
  for (let index = 0; index <= 44; index += 1) {
    const angle = Math.PI * (0.02 + (index / 44) * 0.96)
    const [x, y] = [CROWN[0] + Math.cos(angle) * 1700, CROWN[1] + Math.sin(angle) * 760]
    poles += `M${px(CROWN[0] + Math.cos(angle) * 190)} ${px(CROWN[1] + Math.sin(angle) * 92)}L${px(x)} ${px(Math.min(y, 640))}`
  }
  return `${path(poles, 'stroke="#a8431f" stroke-width="15" stroke-linecap="round" opacity="0.85"')}${path(poles, 'stroke="#e88a4a" stroke-width="4" opacity="0.4"')}`
}

function crown(): string {
  const [x, y] = CROWN
  return [
    `<clipPath id="hs-k">${ellipse(CROWN, 196, 94, '')}</clipPath>`,
    ellipse(CROWN, 196, 94, 'fill="#0b2146"'),
    `<g clip-path="url(#hs-k)">${stars(4, 700, 230)}</g>`,
    ellipse(CROWN, 196, 94, 'fill="none" stroke="#b3491f" stroke-width="26"'),
    ellipse(CROWN, 196, 94, 'fill="none" stroke="#ecc05a" stroke-width="5"'),
    path(
      `M${x - 190} ${y}Q${x} ${y - 60} ${x + 190} ${y}M${x - 190} ${y}Q${x} ${y + 44} ${x + 190} ${y}M${x} ${y - 92}L${x} ${y + 92}M${x - 90} ${y - 84}L${x - 70} ${y + 84}M${x + 90} ${y - 84}L${x + 70} ${y + 84}`,
      'fill="none" stroke="#9c3d1b" stroke-width="10"',
    ),
  ].join('')
}

/** The folding wall: crossed laths, and the band that ties it. */
function lattice(): string {
  let laths = ''
  for (let x = LEFT - 300; x < RIGHT + 300; x += 84) laths += `M${x} 620L${x + 240} 900M${x + 240} 620L${x} 900`
  return [
    vertical('hs-f', [
      [0, '#8a5a3a'],
      [1, '#4b2717'],
    ]),
    rect(LEFT, 620, RIGHT - LEFT, 280, 'fill="url(#hs-f)"'),
    path(laths, 'stroke="#b5562a" stroke-width="11" opacity="0.9"'),
    path(laths, 'stroke="#f0a060" stroke-width="3" opacity="0.35"'),
    rect(LEFT, 606, RIGHT - LEFT, 34, 'fill="#1d4c86"'),
    hornBand(LEFT, 610, RIGHT - LEFT, 24, '#ecc05a', 3),
    glow('hs-m', [560, 800], 760, '#ff9a3c', 0.5),
  ].join('')
}

function chest(): string {
  const panel = (x: number): string =>
    `${rect(x, 730, 150, 132, 'fill="#d8602c" rx="8" stroke="#f0b862" stroke-width="5"')}${at([x + 75, 796], 1, path('M-40 0C-40 -34 -8 -34 0 -8C8 -34 40 -34 40 0C40 26 12 34 0 14C-12 34 -40 26 -40 0Z', 'fill="none" stroke="#ffd98a" stroke-width="7"'))}`
  return `<g transform="translate(60 24)">${slanted('hs-c', [
    [0, '#a8301c'],
    [1, '#6b1712'],
  ])}${rect(-40, 706, 420, 190, 'fill="url(#hs-c)" rx="10"')}${rect(-40, 706, 420, 18, 'fill="#ecc05a" rx="6"')}${panel(-8)}${panel(190)}</g>`
}

function rug(): string {
  return [
    vertical('hs-r', [
      [0, '#6d1f1a'],
      [1, '#2a0b0c'],
    ]),
    rect(LEFT, 896, RIGHT - LEFT, 190, 'fill="url(#hs-r)"'),
    hornBand(LEFT, 912, RIGHT - LEFT, 30, '#d99a3c', 4, 0.55),
    glow('hs-p', [620, 980], 760, '#ffab4a', 0.6, 0.2),
  ].join('')
}

function stove(): string {
  const [x, y] = FIRE
  return [
    ellipse([x, y + 44], 190, 26, 'fill="#000" opacity="0.45"'),
    path(`M${x - 150} ${y - 40}L${x + 150} ${y - 40}L${x + 110} ${y + 40}L${x - 110} ${y + 40}Z`, 'fill="#2c1d1a"'),
    path(`M${x - 158} ${y - 54}L${x + 158} ${y - 54}L${x + 150} ${y - 30}L${x - 150} ${y - 30}Z`, 'fill="#5a3a2a"'),
    path(
      `M${x - 100} ${y + 36}l-16 34M${x + 100} ${y + 36}l16 34M${x} ${y + 40}l0 34`,
      'stroke="#1c1210" stroke-width="14" stroke-linecap="round"',
    ),
  ].join('')
}

function flames(): SpriteLayer {
  const frames = Array.from({ length: 10 }, (_, index) => {
    const turn = (index / 10) * Math.PI * 2
    const tongue = (x: number, height: number, wide: number, colour: string, at: number): string => {
      const tip = Math.sin(turn + at) * 20
      const tall = height * (0.86 + 0.14 * Math.sin(turn * 2 + at))
      return path(
        `M${x - wide} 330C${x - wide * 1.2} ${px(330 - tall * 0.5)} ${px(x - wide * 0.2 + tip)} ${px(330 - tall * 0.6)} ${px(x + tip)} ${px(330 - tall)}C${px(x + wide * 0.5 + tip)} ${px(330 - tall * 0.6)} ${x + wide * 1.2} ${px(330 - tall * 0.45)} ${x + wide} 330Z`,
        `fill="${colour}"`,
      )
    }
    return [
      glow(`hs-g${index}`, [200, 240], 200 - 12 * Math.sin(turn * 2), '#ffb347', 0.75),
      tongue(150, 190, 52, '#f2602a', 0.3),
      tongue(250, 206, 54, '#f2602a', 2.1),
      tongue(200, 262, 66, '#ff8a33', 1.2),
      tongue(176, 160, 38, '#ffc04d', 3.4),
      tongue(226, 172, 40, '#ffc04d', 4.6),
      tongue(202, 116, 30, '#fff0b8', 5.2),
    ].join('')
  })
  return { kind: 'sprite', box: { x: FIRE[0] - 200, y: FIRE[1] - 386, width: 400, height: 400 }, frames, framesPerSecond: 12.5, glide: 1 }
}

function foreground(): string {
  return [
    slanted('hs-d', [
      [0, '#140606', 0.9],
      [0.14, '#140606', 0],
      [0.9, '#140606', 0],
      [1, '#140606', 0.7],
    ]),
    rect(LEFT, 0, RIGHT - LEFT, HEIGHT, 'fill="url(#hs-d)"'),
  ].join('')
}
