import { horse, rider } from '../horse.ts'
import { hornBand } from '../ornament.ts'
import { HEIGHT, LEFT, RIGHT, type Scene, type SpriteLayer, still } from '../scene.ts'
import { sun } from '../sky.ts'
import { at, ellipse, glow, path, px, rect, ribbon, slanted, vertical } from '../svg.ts'
import { hill } from '../terrain.ts'

const DOOR = { left: 820, right: 1330, top: 130, bottom: 850 } as const

/** Dawn, seen from inside a yurt: a bowl of milk tea steams on the table while somebody comes riding home. */
export function milkTea(): Scene {
  return [still(0, dawn()), homecoming(), still(0, wall(), doorFrame(), light()), still(1, table(), kettle(), bowl()), steam()]
}

function dawn(): string {
  const width = DOOR.right - DOOR.left + 240
  return [
    vertical('mt-s', [
      [0, '#5aa3d8'],
      [0.4, '#ffd9a8'],
      [0.66, '#ffb27a'],
    ]),
    rect(LEFT, 0, RIGHT - LEFT, HEIGHT, 'fill="#2a130d"'),
    rect(DOOR.left - 120, 60, width, 860, 'fill="url(#mt-s)"'),
    sun('mt-o', [1200, 520], 78, '#fff2c0', '#ffd08a'),
    `<clipPath id="mt-k">${rect(DOOR.left - 120, 60, width, 860, '')}</clipPath><g clip-path="url(#mt-k)">`,
    hill('mt-f', { seed: 171, y: 590, height: 30, length: 900 }, { crest: '#d9b878', body: '#a9b066', foot: '#7d9a52', rim: '#fff0c0' }),
    hill('mt-n', { seed: 174, y: 690, height: 22, length: 1100 }, { crest: '#b5c46a', body: '#7fa64c', foot: '#4a7d3a', rim: '#f4f7a8' }),
    path('M1080 700Q1010 740 1120 790Q1200 830 1060 920L1300 920Q1290 820 1190 780Q1090 740 1100 700Z', 'fill="#f2e2b0" opacity="0.8"'),
    '</g>',
  ].join('')
}

function homecoming(): SpriteLayer {
  const frames = Array.from({ length: 10 }, (_, index) =>
    at([110, 160], 0.46, horse(index / 10, '#4a2418', '#ffd9a0'), rider(index / 10, '#2a4f86', '#e8523f', false)),
  )
  return {
    kind: 'sprite',
    box: { x: 1040, y: 580, width: 220, height: 180 },
    frames,
    framesPerSecond: 12.5,
    glide: 0,
    drift: { x: -7, y: 1.2 },
  }
}

function wall(): string {
  let poles = ''
  for (let index = 0; index < 30; index += 1) poles += `M${px(1075 + (index - 14.5) * 60)} 0L${px(1075 + (index - 14.5) * 122)} 300`
  let laths = ''
  for (let x = LEFT - 300; x < RIGHT + 300; x += 96) laths += `M${x} 330L${x + 260} 880M${x + 260} 330L${x} 880`
  const hole = `M${LEFT} -10L${RIGHT} -10L${RIGHT} 1090L${LEFT} 1090ZM${DOOR.left} ${DOOR.top}L${DOOR.left} ${DOOR.bottom}L${DOOR.right} ${DOOR.bottom}L${DOOR.right} ${DOOR.top}Z`
  return [
    vertical('mt-w', [
      [0, '#3a1a10'],
      [0.5, '#6b3820'],
      [1, '#2d140c'],
    ]),
    `<clipPath id="mt-h"><path clip-rule="evenodd" d="${hole}"/></clipPath><g clip-path="url(#mt-h)">`,
    rect(LEFT, 0, RIGHT - LEFT, HEIGHT, 'fill="url(#mt-w)"'),
    path(poles, 'stroke="#a8491f" stroke-width="15" opacity="0.8"'),
    path(laths, 'stroke="#a8522a" stroke-width="12" opacity="0.55"'),
    rect(LEFT, 292, RIGHT - LEFT, 42, 'fill="#1d4c86"'),
    hornBand(LEFT, 298, RIGHT - LEFT, 28, '#ecc05a', 3.4),
    glow('mt-l', [1075, 560], 900, '#ffb866', 0.55),
    '</g>',
  ].join('')
}

function doorFrame(): string {
  const { left, right, top, bottom } = DOOR
  return [
    path(
      `M${left - 56} ${bottom}L${left - 56} ${top - 60}L${right + 56} ${top - 60}L${right + 56} ${bottom}L${right} ${bottom}L${right} ${top}L${left} ${top}L${left} ${bottom}Z`,
      'fill="#c8502a"',
    ),
    path(
      `M${left - 56} ${bottom}L${left - 56} ${top - 60}L${right + 56} ${top - 60}L${right + 56} ${bottom}`,
      'fill="none" stroke="#ecc05a" stroke-width="6"',
    ),
    hornBand(left - 40, top - 48, right - left + 80, 34, '#ffe0a0', 4),
    path(`M${left} ${top}L${left - 150} ${top + 60}L${left - 150} ${bottom + 60}L${left} ${bottom}Z`, 'fill="#8f3418"'),
    path(
      `M${left - 24} ${top + 44}L${left - 126} ${top + 90}L${left - 126} 440L${left - 24} 420ZM${left - 24} 480L${left - 126} 500L${left - 126} ${bottom + 16}L${left - 24} ${bottom - 30}Z`,
      'fill="#c8602f" stroke="#ecc05a" stroke-width="5"',
    ),
  ].join('')
}

function light(): string {
  const { left, right, bottom } = DOOR
  return [
    vertical('mt-b', [
      [0, '#ffdc9a', 0.55],
      [1, '#ffdc9a', 0.05],
    ]),
    path(`M${left} ${bottom}L${right} ${bottom}L${right + 330} 1090L${left - 330} 1090Z`, 'fill="url(#mt-b)"'),
    glow('mt-d', [1075, 500], 560, '#fff0c8', 0.4),
  ].join('')
}

function table(): string {
  return [
    vertical('mt-t', [
      [0, '#d8602c'],
      [0.2, '#a8361c'],
      [1, '#4a130d'],
    ]),
    path('M-260 900L2180 900L2180 1090L-260 1090Z', 'fill="url(#mt-t)"'),
    path('M-260 900L2180 900L2180 920L-260 920Z', 'fill="#f0b862"'),
    hornBand(-250, 956, 2420, 54, '#ecc05a', 5, 0.75),
    glow('mt-q', [900, 930], 640, '#ffe0a0', 0.5, 0.16),
  ].join('')
}

function bowl(): string {
  return [
    ellipse([900, 966], 270, 30, 'fill="#2a0b06" opacity="0.5"'),
    slanted('mt-v', [
      [0, '#8a94a6'],
      [0.2, '#ffffff'],
      [0.42, '#cfd8e4'],
      [0.7, '#7f8ba0'],
      [0.88, '#eef3f8'],
      [1, '#5f6b80'],
    ]),
    path('M640 700C646 850 740 926 820 936L980 936C1060 926 1154 850 1160 700Z', 'fill="url(#mt-v)"'),
    path('M810 930L990 930L1010 968L790 968Z', 'fill="url(#mt-v)"'),
    path('M644 730C648 760 654 784 662 806L1138 806C1146 784 1152 760 1156 730Z', 'fill="#1d4c86" opacity="0.92"'),
    hornBand(668, 742, 464, 48, '#ecc05a', 5),
    ellipse([900, 702], 262, 52, 'fill="#eef3f8"'),
    ellipse([900, 706], 244, 43, 'fill="#7a4a30"'),
    ellipse([900, 710], 238, 38, 'fill="#e9c9a0"'),
    ellipse([850, 702], 120, 16, 'fill="#f8e6cc" opacity="0.9"'),
  ].join('')
}

function kettle(): string {
  return at(
    [360, 940],
    1,
    ellipse([0, 4], 170, 22, 'fill="#2a0b06" opacity="0.5"'),
    slanted('mt-u', [
      [0, '#6b3a14'],
      [0.3, '#f4c878'],
      [0.6, '#c98a3a'],
      [1, '#5a2c10'],
    ]),
    path('M-128 0C-170 -120 -120 -210 -60 -236L60 -236C120 -210 170 -120 128 0Z', 'fill="url(#mt-u)"'),
    path('M120 -60C190 -90 176 -180 250 -214L268 -190C214 -160 226 -60 136 -24Z', 'fill="url(#mt-u)"'),
    path('M-64 -236Q0 -268 64 -236L60 -222L-60 -222Z', 'fill="#8a4f1c"'),
    ellipse([0, -262], 15, 15, 'fill="#f4c878"'),
    path('M-92 -206C-120 -330 120 -330 92 -206', 'fill="none" stroke="#8a4f1c" stroke-width="16"'),
    hornBand(-128, -150, 256, 40, '#6b2a10', 5),
  )
}

function steam(): SpriteLayer {
  const frames = Array.from({ length: 14 }, (_, index) => {
    const turn = (index / 14) * Math.PI * 2
    return [110, 200, 300]
      .map((x, plume) => {
        const points = Array.from({ length: 9 }, (_point, step): [number, number] => [
          x + Math.sin(turn - step * 0.75 + plume * 2) * (6 + step * 5),
          400 - step * 46,
        ])
        return path(
          ribbon(points, (along) => 8 + 46 * Math.sin(along * Math.PI) ** 1.4),
          `fill="#fffaf0" opacity="${[0.2, 0.26, 0.18][plume]}"`,
        )
      })
      .join('')
  })
  return { kind: 'sprite', box: { x: 700, y: 290, width: 420, height: 420 }, frames, framesPerSecond: 10, glide: 1 }
}
