import { circle, ellipse, type Point, path, px, ribbon, slanted, turned } from './svg.ts'

/** Colours of a dressed figure. */
export type Dress = { readonly cloth: string; readonly dark: string; readonly trim: string; readonly sash: string; readonly skin: string }

/** An arm bent at the elbow, with its sleeve. */
function limb(points: readonly Point[], thick: number, colour: string): string {
  return path(
    ribbon(points, (along) => thick * (1 - along * 0.35)),
    `fill="${colour}"`,
  )
}

/** A dancer of the andai seen from the front, on the origin, about 430 px high; `swing` −1 to 1 turns the skirt and the arms. */
export function dancer(id: string, dress: Dress, swing: number): string {
  const lean = swing * 14
  const hem = swing * 30
  return [
    ellipse([0, 2], 110, 12, 'fill="#000" opacity="0.3"'),
    slanted(`${id}c`, [
      [0, dress.dark],
      [0.4, dress.cloth],
      [1, dress.dark],
    ]),
    path(
      'M-26 -40L-30 -6Q-44 4 -58 2M22 -44L30 -8Q42 2 58 0',
      `stroke="${dress.dark}" stroke-width="17" stroke-linecap="round" fill="none"`,
    ),
    path(
      `M${px(-34 + lean * 0.4)} -232C${px(-50 + lean)} -170 ${px(-104 + hem)} -90 ${px(-128 + hem)} -40C-70 -18 70 -18 ${px(128 + hem)} -44C${px(100 + hem)} -100 ${px(54 + lean)} -172 ${px(34 + lean * 0.4)} -232Z`,
      `fill="url(#${id}c)"`,
    ),
    path(
      `M${px(-128 + hem)} -40C-70 -18 70 -18 ${px(128 + hem)} -44L${px(122 + hem)} -58C70 -34 -70 -34 ${px(-122 + hem)} -54Z`,
      `fill="${dress.trim}"`,
    ),
    path(
      `M${px(-36 + lean * 0.4)} -236L${px(-46 + lean)} -326Q${px(lean)} -346 ${px(46 + lean)} -326L${px(36 + lean * 0.4)} -236Z`,
      `fill="url(#${id}c)"`,
    ),
    path(
      `M${px(-38 + lean * 0.4)} -246L${px(38 + lean * 0.4)} -246L${px(40 + lean * 0.3)} -220L${px(-40 + lean * 0.3)} -220Z`,
      `fill="${dress.sash}"`,
    ),
    path(
      `M${px(lean)} -340Q${px(30 + lean)} -318 ${px(34 + lean * 0.8)} -290`,
      `fill="none" stroke="${dress.trim}" stroke-width="7" stroke-linecap="round"`,
    ),
    head([lean * 1.2, -378], dress),
  ].join('')
}

function head([x, y]: Point, dress: Dress): string {
  return [
    path(
      `M${px(x - 11)} ${px(y + 16)}L${px(x + 11)} ${px(y + 16)}L${px(x + 14)} ${px(y + 48)}L${px(x - 14)} ${px(y + 48)}Z`,
      `fill="${dress.skin}"`,
    ),
    ellipse([x, y], 28, 34, `fill="${dress.skin}"`),
    path(
      `M${px(x - 33)} ${px(y - 6)}Q${px(x)} ${px(y - 30)} ${px(x + 33)} ${px(y - 6)}L${px(x + 30)} ${px(y - 26)}Q${px(x + 18)} ${px(y - 52)} ${px(x)} ${px(y - 58)}Q${px(x - 18)} ${px(y - 52)} ${px(x - 30)} ${px(y - 26)}Z`,
      `fill="${dress.cloth}"`,
    ),
    path(
      `M${px(x - 35)} ${px(y - 10)}Q${px(x)} ${px(y - 30)} ${px(x + 35)} ${px(y - 10)}L${px(x + 33)} ${px(y - 18)}Q${px(x)} ${px(y - 40)} ${px(x - 33)} ${px(y - 18)}Z`,
      `fill="${dress.trim}"`,
    ),
    circle([x, y - 60], 7, `fill="${dress.sash}"`),
    path(
      `M${px(x - 16)} ${px(y + 4)}q6 5 11 0M${px(x + 5)} ${px(y + 4)}q6 5 11 0M${px(x - 7)} ${px(y + 20)}q7 6 14 0`,
      'fill="none" stroke="#5a2418" stroke-width="3.4" stroke-linecap="round"',
    ),
  ].join('')
}

/** A flowing silk: a ribbon through points with a fold of shadow. */
export function silk(id: string, points: readonly Point[], width: number, colours: readonly [bright: string, deep: string]): string {
  const shape = (share: number): string =>
    ribbon(points, (along) => width * share * (0.35 + Math.sin(along * Math.PI) * 0.75) * (0.78 + 0.3 * Math.cos(along * 9)))
  return [
    slanted(`${id}s`, [
      [0, colours[1]],
      [0.3, colours[0]],
      [0.55, colours[1]],
      [0.8, colours[0]],
      [1, colours[1]],
    ]),
    path(shape(1), `fill="url(#${id}s)"`),
    path(shape(0.22), 'fill="#ffd9c2" opacity="0.22"'),
  ].join('')
}

/** An old storyteller sitting cross-legged with a four-string fiddle, lit from the left; the origin is the floor, 400 px high. */
export function storyteller(id: string, dress: Dress): string {
  return [
    ellipse([0, 4], 220, 22, 'fill="#000" opacity="0.35"'),
    slanted(`${id}c`, [
      [0, dress.trim],
      [0.12, dress.cloth],
      [1, dress.dark],
    ]),
    path('M-196 -6C-214 -52 -150 -84 -92 -92L92 -92C150 -84 214 -52 196 -6C120 14 -120 14 -196 -6Z', `fill="url(#${id}c)"`),
    path('M-110 -70C-126 -180 -104 -262 -46 -286L46 -286C104 -262 126 -180 110 -70Z', `fill="url(#${id}c)"`),
    path('M-116 -118Q0 -90 116 -118L114 -84Q0 -56 -114 -84Z', `fill="${dress.sash}"`),
    path('M-10 -286Q40 -262 54 -206', `fill="none" stroke="${dress.trim}" stroke-width="10" stroke-linecap="round"`),
    fourStringFiddle(id),
    limb(
      [
        [-88, -250],
        [-132, -196],
        [-62, -236],
      ],
      52,
      `url(#${id}c)`,
    ),
    circle([-58, -240], 19, `fill="${dress.skin}"`),
    limb(
      [
        [86, -244],
        [138, -166],
        [44, -112],
      ],
      54,
      `url(#${id}c)`,
    ),
    circle([40, -110], 20, `fill="${dress.skin}"`),
    turned(-4, [0, -340], elderHead(dress)),
  ].join('')
}

function elderHead(dress: Dress): string {
  return [
    ellipse([0, -338], 46, 54, `fill="${dress.skin}"`),
    path('M-34 -322Q-30 -262 0 -246Q30 -262 34 -322Q20 -304 0 -306Q-20 -304 -34 -322Z', 'fill="#efe6d8"'),
    path('M-26 -318Q-12 -328 0 -318Q12 -328 26 -318Q12 -306 0 -310Q-12 -306 -26 -318Z', 'fill="#fffaf0"'),
    path('M-26 -346q10 8 20 0M8 -346q10 8 20 0', 'fill="none" stroke="#3a1d12" stroke-width="5" stroke-linecap="round"'),
    path('M-32 -362q12 -9 24 -3M8 -365q12 -6 24 3', 'fill="none" stroke="#e4d8c4" stroke-width="6" stroke-linecap="round"'),
    path('M-58 -362Q0 -390 58 -362L50 -388Q38 -430 0 -440Q-38 -430 -50 -388Z', `fill="${dress.dark}"`),
    path('M-62 -358Q0 -388 62 -358L60 -378Q0 -408 -60 -378Z', 'fill="#4a2a1a"'),
    circle([0, -444], 9, `fill="${dress.sash}"`),
  ].join('')
}

function fourStringFiddle(id: string): string {
  return [
    slanted(`${id}q`, [
      [0, '#e6a25c'],
      [0.5, '#8e4a1e'],
      [1, '#4a200c'],
    ]),
    path('M-50 -92L-66 -420L-52 -420L-34 -92Z', `fill="url(#${id}q)"`),
    path(
      'M-92 -398L-34 -402M-90 -372L-34 -376M-88 -346L-36 -350M-86 -320L-36 -324',
      'stroke="#6d2c12" stroke-width="9" stroke-linecap="round"',
    ),
    path('M-84 -104L-6 -108L-2 -46L-80 -42Z', `fill="url(#${id}q)"`),
    ellipse([-43, -74], 24, 26, 'fill="#f1d9a8"'),
    path('M-60 -410L-50 -70M-56 -410L-44 -70', 'stroke="#fff2d6" stroke-width="2"'),
  ].join('')
}

/** What a walking figure carries. */
type Load = 'none' | 'fiddle' | 'drum' | 'flag' | 'accordion' | 'book'

/** A walking figure in outline, facing left, with light on its back; 250 px high. */
export function walker(step: number, colour: string, load: Load, rim?: string): string {
  const stride = Math.sin(step * Math.PI * 2) * 26
  const rise = Math.abs(Math.cos(step * Math.PI * 2)) * 5
  const legs = `M-6 -62L${px(-8 - stride * 0.6)} -34L${px(-8 - stride)} -4L${px(-22 - stride)} 0M8 -62L${px(9 + stride * 0.8)} -34L${px(10 + stride)} -4L${px(-4 + stride)} 0`
  return [
    path(legs, `stroke="${colour}" stroke-width="17" stroke-linecap="round" stroke-linejoin="round" fill="none"`),
    `<g transform="translate(0 ${px(-rise)})">`,
    path('M-26 -178C-30 -130 -40 -80 -46 -46C-20 -36 26 -36 46 -46C42 -84 32 -132 26 -178Q0 -200 -26 -178Z', `fill="${colour}"`),
    path('M-3 -206L-5 -180L12 -180L9 -206Z', `fill="${colour}"`),
    limb(
      [
        [6, -178],
        [-12, -142],
        [-42, -130],
      ],
      23,
      colour,
    ),
    ellipse([0, -216], 17, 20, `fill="${colour}"`),
    path('M-26 -221Q0 -232 24 -221L19 -236Q12 -247 -1 -247Q-13 -247 -20 -236Z', `fill="${colour}"`),
    circle([-1, -250], 5, `fill="${colour}"`),
    carried(load, colour),
    rim === undefined
      ? ''
      : path(
          'M16 -228Q20 -212 14 -200M25 -176C32 -130 42 -84 46 -50',
          `fill="none" stroke="${rim}" stroke-width="4" stroke-linecap="round" opacity="0.9"`,
        ),
    '</g>',
  ].join('')
}

function carried(load: Load, colour: string): string {
  switch (load) {
    case 'none':
      return ''
    case 'fiddle':
      return `${path('M10 -84L64 -94L70 -172L32 -168Z', `fill="${colour}"`)}${path('M50 -160L78 -288', `stroke="${colour}" stroke-width="8" stroke-linecap="round"`)}${path('M72 -280L68 -298C58 -294 46 -288 38 -282C30 -280 25 -289 30 -296C40 -310 54 -321 67 -325L69 -340L79 -327C96 -320 100 -300 92 -280Z', `fill="${colour}"`)}`
    case 'drum':
      return ellipse([-46, -126], 30, 36, `fill="${colour}"`)
    case 'flag':
      return path('M-40 -96L-56 -400', `stroke="${colour}" stroke-width="8" stroke-linecap="round"`)
    case 'accordion':
      return path(
        'M-74 -160L-30 -168L-24 -104L-78 -98ZM-66 -160L-70 -98M-56 -162L-60 -100',
        `fill="${colour}" stroke="${colour}" stroke-width="5" stroke-linejoin="round"`,
      )
    case 'book':
      return path('M-66 -156L-32 -164L-28 -124L-62 -116Z', `fill="${colour}"`)
  }
}
