import { endlessKnot, hornBand } from './ornament.ts'
import { LEFT, RIGHT } from './scene.ts'
import { at, ellipse, glow, path, px, rect, slanted, turned, vertical } from './svg.ts'

/** One side of a stage curtain, gathered at its waist; `side` −1 hangs left, 1 right. Reaches `reach` px into the picture. */
export function curtain(id: string, side: -1 | 1, reach: number): string {
  const edge = side === -1 ? LEFT : RIGHT
  const folds = 8
  const wide = reach + 240
  const x = (share: number, level: number): string => px(edge - side * (level === 1 ? 1 : level) * share * wide)
  let drawn = slanted(`${id}c`, [
    [0, '#4a0a10'],
    [0.28, '#b3262a'],
    [0.5, '#e24b40'],
    [0.72, '#a81f25'],
    [1, '#5a0d14'],
  ])
  for (let index = 0; index < folds; index += 1) {
    const [from, to] = [index / folds, (index + 1) / folds]
    const side1 = `M${x(from, 1)} -10L${x(to, 1)} -10C${x(to, 1)} 330 ${x(to, 0.66)} 560 ${x(to, 0.6)} 730C${x(to, 0.62)} 850 ${x(to, 0.72)} 980 ${x(to, 0.74)} 1090`
    const side2 = `L${x(from, 0.74)} 1090C${x(from, 0.72)} 980 ${x(from, 0.62)} 850 ${x(from, 0.6)} 730C${x(from, 0.66)} 560 ${x(from, 1)} 330 ${x(from, 1)} -10Z`
    drawn += path(side1 + side2, `fill="url(#${id}c)"`)
  }
  const tie = path(
    `M${x(0, 0.6)} 708Q${x(0.5, 0.62)} 770 ${x(1, 0.61)} 716L${x(1, 0.61)} 746Q${x(0.5, 0.62)} 800 ${x(0, 0.6)} 738Z`,
    'fill="#ecc05a"',
  )
  return drawn + tie
}

/** The border above the stage with its ornament. */
export function valance(id: string): string {
  let scallops = `M${LEFT} -10L${RIGHT} -10L${RIGHT} 110`
  for (let x = RIGHT; x > LEFT; x -= 200) scallops += `Q${px(x - 100)} 196 ${px(x - 200)} 110`
  return [
    vertical(`${id}v`, [
      [0, '#5a0d14'],
      [0.7, '#b3282b'],
      [1, '#d8443a'],
    ]),
    path(`${scallops}Z`, `fill="url(#${id}v)"`),
    hornBand(LEFT, 40, RIGHT - LEFT, 34, '#ecc05a', 4),
    rect(LEFT, 86, RIGHT - LEFT, 5, 'fill="#ecc05a"'),
  ].join('')
}

/** A boarded floor that catches the light, and the beam that falls on it. */
export function stageFloor(id: string, y: number, lightX: number): string {
  let boards = ''
  for (let x = -600; x <= 2520; x += 120) boards += `M${px(960 + (x - 960) * 0.62)} ${y}L${px(x + (x - 960) * 0.5)} 1090`
  return [
    vertical(
      `${id}f`,
      [
        [0, '#3a1a14'],
        [1, '#8a4a26'],
      ],
      [y, 1080],
    ),
    rect(LEFT, y, RIGHT - LEFT, 1090 - y, `fill="url(#${id}f)"`),
    path(boards, 'stroke="#2a110c" stroke-width="3" opacity="0.6"'),
    glow(`${id}p`, [lightX, y + 110], 560, '#ffe6b0', 0.75, 0.2),
  ].join('')
}

/** A cone of light from above. */
export function beam(id: string, fromX: number, toX: number, y: number, half: number, opacity: number): string {
  return `${vertical(`${id}b`, [
    [0, '#fff3cf', opacity],
    [1, '#fff3cf', opacity * 0.16],
  ])}${path(`M${px(fromX - 24)} -20L${px(fromX + 24)} -20L${px(toX + half)} ${y}Q${px(toX)} ${px(y + half * 0.32)} ${px(toX - half)} ${y}Z`, `fill="url(#${id}b)"`)}`
}

/** A bank card 560 px wide, centred on the origin. */
export function bankCard(id: string): string {
  return [
    slanted(
      `${id}k`,
      [
        [0, '#4fb0ff'],
        [0.5, '#2163c9'],
        [1, '#152a78'],
      ],
      [0, 0],
      [1, 1],
    ),
    rect(-274, -162, 560, 350, 'fill="#000" opacity="0.3" rx="34"'),
    rect(-280, -175, 560, 350, `fill="url(#${id}k)" rx="34"`),
    path('M-280 -40C-120 -120 60 40 280 -70L280 -141Q280 -175 246 -175L-246 -175Q-280 -175 -280 -141Z', 'fill="#fff" opacity="0.13"'),
    rect(-226, -78, 92, 70, 'fill="#f0cd6a" rx="12"'),
    path('M-226 -43L-134 -43M-196 -78L-196 -8M-164 -78L-164 -8', 'stroke="#b8892c" stroke-width="4"'),
    [0, 1, 2, 3]
      .map((group) => [0, 1, 2, 3].map((dot) => ellipse([-214 + group * 124 + dot * 24, 56], 8, 8, 'fill="#eaf3ff"')).join(''))
      .join(''),
    rect(-222, 104, 190, 18, 'fill="#eaf3ff" opacity="0.6" rx="9"'),
    at([200, 112], 0.86, endlessKnot('#ffd98a', 8)),
  ].join('')
}

/** A fish hook on its line; the origin is where the line leaves the picture. */
export function hook(id: string, length: number): string {
  return [
    slanted(`${id}h`, [
      [0, '#ffffff'],
      [0.4, '#b9c6d6'],
      [1, '#5d6c80'],
    ]),
    path(`M0 0L0 ${length - 230}`, 'stroke="#f4f6fa" stroke-width="5"'),
    path(
      `M0 ${length - 226}L0 ${length - 92}C0 ${length + 10} -132 ${length + 10} -132 ${length - 92}L-132 ${length - 132}`,
      `fill="none" stroke="url(#${id}h)" stroke-width="24" stroke-linecap="round"`,
    ),
    path(`M-132 ${length - 176}L-166 ${length - 108}L-112 ${length - 122}Z`, `fill="url(#${id}h)"`),
    ellipse([0, length - 232], 17, 17, 'fill="none" stroke="#dbe4ee" stroke-width="10"'),
  ].join('')
}

/** A coach seen from its side, driving left: 620 px long, on the origin. */
export function coach(id: string, spin: number, isLit: boolean): string {
  const wheel = (x: number): string =>
    `${ellipse([x, -44], 44, 44, 'fill="#151a22"')}${ellipse([x, -44], 25, 25, 'fill="#9fb0c2"')}${turned(spin * 60, [x, -44], path(`M${x - 22} -44L${x + 22} -44M${x} -66L${x} -22`, 'stroke="#4f5f70" stroke-width="6"'))}`
  const glass = isLit ? '#ffe0a0' : '#9fd2f2'
  const windows = [0, 1, 2, 3, 4].map((index) => rect(-206 + index * 98, -206, 84, 74, `fill="${glass}" rx="10"`)).join('')
  return [
    ellipse([0, 0], 330, 15, 'fill="#000" opacity="0.35"'),
    vertical(`${id}b`, [
      [0, '#ffffff'],
      [0.5, '#e9eef4'],
      [1, '#b8c5d3'],
    ]),
    path(
      'M-306 -60L-310 -150Q-308 -232 -252 -238L282 -240Q310 -238 310 -206L310 -56Q310 -44 298 -44L-294 -44Q-306 -44 -306 -60Z',
      `fill="url(#${id}b)"`,
    ),
    path('M-308 -120L310 -120L310 -84L-307 -84Z', 'fill="#c8332e"'),
    path('M-308 -78L310 -78L310 -68L-307 -68Z', 'fill="#2f8fdc"'),
    path('M-296 -206Q-290 -222 -262 -222L-226 -222L-226 -128L-304 -128Z', `fill="${glass}"`),
    windows,
    `<g opacity="0.95">${hornBand(-200, -117, 490, 26, '#ffe3a0', 3.4)}</g>`,
    ellipse([-300, -66], 12, 15, 'fill="#fff4c8"'),
    rect(298, -88, 10, 24, 'fill="#ff6a4a" rx="4"'),
    wheel(-190),
    wheel(200),
  ].join('')
}
