import { circle, ellipse, path, px, ribbon, slanted } from './svg.ts'

/** A two-humped camel in outline, walking left; 330 px long, on the origin. */
export function camel(phase: number, colour: string, rim: string): string {
  const leg = (x: number, offset: number): string => {
    const swing = Math.sin(phase * Math.PI * 2 + offset) * 22
    return path(
      ribbon(
        [
          [x, -128],
          [x + swing * 0.4 - 4, -64],
          [x + swing, -4],
        ],
        (along) => 26 - along * 11,
      ),
      '',
    )
  }
  const outline =
    'M-96 -150C-116 -150 -130 -168 -138 -196C-146 -226 -152 -244 -168 -246C-186 -240 -206 -232 -212 -244C-216 -256 -196 -272 -170 -282C-160 -294 -140 -288 -132 -270C-120 -240 -112 -200 -88 -196C-74 -232 -58 -258 -40 -256C-20 -254 -12 -218 -2 -200C12 -222 24 -254 44 -254C66 -252 74 -220 88 -194C112 -184 122 -160 116 -132C96 -104 -60 -100 -96 -150Z'
  return [
    `<g fill="${colour}">`,
    leg(-84, 0),
    leg(-66, 3.1),
    leg(82, 1.9),
    leg(100, 5),
    path(outline, ''),
    path('M-96 -150C-108 -132 -104 -112 -84 -104L100 -108C122 -116 124 -150 116 -160Z', ''),
    path(`M112 -160q22 22 ${px(12 + Math.sin(phase * 6.28) * 5)} 54q-16 -16 -22 -44z`, ''),
    '</g>',
    path(
      'M-88 -196C-74 -232 -58 -258 -40 -256C-20 -254 -12 -218 -2 -200C12 -222 24 -254 44 -254C66 -252 74 -220 88 -194',
      `fill="none" stroke="${rim}" stroke-width="4" stroke-linecap="round" opacity="0.8"`,
    ),
  ].join('')
}

/** A bundle of a rider or load between the humps of `camel`. */
export function camelRider(robe: string, trim: string, hasVeil: boolean): string {
  return [
    path('M-44 -206C-40 -280 -24 -308 2 -312C30 -308 42 -280 44 -206C24 -190 -24 -190 -44 -206Z', `fill="${robe}"`),
    path('M-30 -228Q2 -214 34 -228L36 -212Q2 -198 -34 -212Z', `fill="${trim}"`),
    circle([0, -332], 24, 'fill="#f2c49a"'),
    path('M-30 -334Q0 -356 30 -334L24 -352Q16 -378 0 -382Q-16 -378 -24 -352Z', `fill="${trim}"`),
    hasVeil ? path('M10 -366C52 -350 74 -300 78 -230C54 -250 34 -290 22 -330Z', `fill="${robe}" opacity="0.85"`) : '',
    path('M-66 -190C-40 -206 40 -206 68 -190L78 -128C30 -112 -40 -112 -72 -128Z', `fill="${robe}"`),
    path('M-72 -128C-40 -112 30 -112 78 -128L76 -142C30 -126 -40 -126 -70 -142Z', `fill="${trim}"`),
  ].join('')
}

/** A grazing sheep, 70 px long, on the origin. */
export function sheep(): string {
  return [
    ellipse([0, 1], 32, 4, 'fill="#0b2a16" opacity="0.35"'),
    path('M-16 -12L-16 0M-6 -12L-6 0M14 -12L14 0M22 -12L22 0', 'stroke="#3a2c28" stroke-width="5"'),
    ellipse([2, -24], 31, 19, 'fill="#fff8ea"'),
    circle([-14, -34], 13, 'fill="#fff8ea"'),
    circle([10, -37], 14, 'fill="#fffdf6"'),
    ellipse([-35, -20], 10, 8, 'fill="#3a2c28" transform="rotate(35 -35 -20)"'),
  ].join('')
}

/** A yellow puppy sitting proudly with a boot in its mouth; 300 px high, on the origin. */
export function puppy(id: string, wag: number): string {
  return [
    ellipse([0, 2], 130, 14, 'fill="#000" opacity="0.22"'),
    slanted(`${id}f`, [
      [0, '#ffd07a'],
      [1, '#e39a3a'],
    ]),
    `<g transform="rotate(${px(wag * 22)} 96 -60)">${path('M92 -58C150 -70 176 -120 168 -160C150 -160 120 -120 84 -96Z', `fill="url(#${id}f)"`)}</g>`,
    path('M-70 -8C-84 -90 -60 -170 6 -176C80 -172 118 -80 104 -8Q20 12 -70 -8Z', `fill="url(#${id}f)"`),
    path('M-44 -6L-44 -92M-4 -6L-4 -92', 'stroke="#c9822c" stroke-width="4"'),
    ellipse([-48, -8], 34, 17, 'fill="#ffe2ad"'),
    ellipse([8, -8], 34, 17, 'fill="#ffe2ad"'),
    ellipse([-26, -222], 92, 82, `fill="url(#${id}f)"`),
    path('M-96 -262C-140 -270 -150 -200 -122 -168C-104 -190 -92 -230 -96 -262Z', 'fill="#b8702a"'),
    path('M44 -270C90 -280 104 -210 78 -172C56 -196 42 -230 44 -270Z', 'fill="#b8702a"'),
    ellipse([-36, -192], 52, 40, 'fill="#fff0d2"'),
    ellipse([-38, -214], 16, 12, 'fill="#33201a"'),
    circle([-68, -244], 11, 'fill="#33201a"'),
    circle([-2, -246], 11, 'fill="#33201a"'),
    circle([-65, -248], 4, 'fill="#fff"'),
    circle([1, -250], 4, 'fill="#fff"'),
    path('M-150 -196L-106 -196L-96 -156L10 -160Q26 -150 20 -132L-146 -130Q-160 -150 -150 -196Z', 'fill="#2f6fb8"'),
    path('M-154 -200L-104 -200L-104 -184L-154 -184ZM-148 -138L20 -140L20 -128L-146 -126Z', 'fill="#ecc05a"'),
    path('M20 -150l16 -8l-6 14l14 4l-20 6z', 'fill="#ffe2ad"'),
  ].join('')
}
