import { hornBand } from './ornament.ts'
import { circle, ellipse, path, rect, slanted, turned, vertical } from './svg.ts'

/** A horse-head fiddle (morin khuur) about 300 px wide and 1000 px high: the origin is the middle of its body's foot. */
export function fiddle(id: string): string {
  return [body(id), neck(id), horseHead(id), strings()].join('')
}

function body(id: string): string {
  return [
    vertical(`${id}b`, [
      [0, '#c9702f'],
      [0.45, '#a34d1f'],
      [1, '#5d240f'],
    ]),
    slanted(`${id}e`, [
      [0, '#ffd894', 0.75],
      [0.16, '#ffb765', 0.14],
      [0.8, '#2a0d06', 0],
      [1, '#1b0703', 0.55],
    ]),
    path(
      'M-96 -320L96 -320Q112 -320 114 -304L150 -20Q152 0 132 0L-132 0Q-152 0 -150 -20L-114 -304Q-112 -320 -96 -320Z',
      `fill="url(#${id}b)"`,
    ),
    path(
      'M-84 -304L84 -304Q96 -304 98 -292L130 -26Q131 -14 118 -14L-118 -14Q-131 -14 -130 -26L-98 -292Q-96 -304 -84 -304Z',
      'fill="#0c3a63"',
    ),
    path(
      'M-74 -290L74 -290Q84 -290 85 -282L115 -40Q116 -28 104 -28L-104 -28Q-116 -28 -115 -40L-85 -282Q-84 -290 -74 -290Z',
      `fill="url(#${id}b)"`,
    ),
    `<g opacity="0.95">${hornBand(-96, -302, 192, 9, '#ecc05a', 1.6)}${hornBand(-112, -25, 224, 9, '#ecc05a', 1.6)}</g>`,
    // Sound holes and the bridge.
    path('M-62 -190c-18 10 -22 46 -8 62c12 14 -2 34 -10 38', 'fill="none" stroke="#2b0e06" stroke-width="8" stroke-linecap="round"'),
    path('M62 -190c18 10 22 46 8 62c-12 14 2 34 10 38', 'fill="none" stroke="#2b0e06" stroke-width="8" stroke-linecap="round"'),
    path('M-34 -96L-22 -122L22 -122L34 -96L22 -96L14 -108L-14 -108L-22 -96Z', 'fill="#e9c98e"'),
    path(
      'M-96 -320L96 -320Q112 -320 114 -304L150 -20Q152 0 132 0L-132 0Q-152 0 -150 -20L-114 -304Q-112 -320 -96 -320Z',
      `fill="url(#${id}e)"`,
    ),
  ].join('')
}

function neck(id: string): string {
  return [
    slanted(`${id}n`, [
      [0, '#e59a55'],
      [0.4, '#8e3f1a'],
      [1, '#3d150a'],
    ]),
    path('M-21 -318L-17 -800L17 -800L21 -318Z', `fill="url(#${id}n)"`),
    // Two tuning ears.
    path('M-17 -742L-92 -764Q-104 -752 -92 -738L-17 -722Z', 'fill="#8e3f1a"'),
    path('M17 -690L92 -712Q104 -700 92 -686L17 -670Z', 'fill="#5d240f"'),
    rect(-24, -352, 48, 14, 'fill="#ecc05a" rx="4"'),
    rect(-22, -806, 44, 12, 'fill="#ecc05a" rx="4"'),
  ].join('')
}

/** The carved head looks to the left, as the player sees the steppe. */
function horseHead(id: string): string {
  return [
    slanted(
      `${id}h`,
      [
        [0, '#ffd08a'],
        [0.35, '#c9702f'],
        [1, '#4a1a0b'],
      ],
      [0, 0.2],
      [1, 0.7],
    ),
    path(
      'M-20 -800C-22 -842 -44 -858 -62 -866C-84 -858 -112 -832 -128 -826C-146 -822 -158 -838 -152 -854C-140 -878 -104 -912 -78 -938C-62 -956 -38 -966 -22 -968L-26 -1000L-2 -974L6 -1002L20 -968C56 -946 66 -890 52 -842C46 -820 32 -808 22 -800Z',
      `fill="url(#${id}h)"`,
    ),
    path('M-8 -972C40 -954 78 -900 62 -838C58 -818 44 -802 24 -798C40 -830 44 -876 26 -916C18 -938 6 -956 -8 -972Z', 'fill="#2a0d06"'),
    path(
      'M8 -958C48 -930 62 -886 50 -836M-2 -950C34 -924 48 -880 36 -826',
      'fill="none" stroke="#7a3f22" stroke-width="4" stroke-linecap="round"',
    ),
    circle([-66, -914], 6.5, 'fill="#1b0703"'),
    circle([-68, -916], 2, 'fill="#ffe9c2"'),
    path('M-140 -846c6 -4 10 -2 12 3', 'fill="none" stroke="#1b0703" stroke-width="4" stroke-linecap="round"'),
    path(
      'M-134 -832c10 -4 20 -8 26 -14M-52 -868c-4 -16 0 -34 12 -44',
      'fill="none" stroke="#4a1a0b" stroke-width="4" stroke-linecap="round"',
    ),
  ].join('')
}

function strings(): string {
  return [
    path('M-7 -800L-9 -120L-9 -20', 'fill="none" stroke="#fff2d6" stroke-width="3.4" opacity="0.92"'),
    path('M7 -800L9 -120L9 -20', 'fill="none" stroke="#fff2d6" stroke-width="2.6" opacity="0.85"'),
    ellipse([0, -12], 22, 6, 'fill="#2b0e06"'),
  ].join('')
}

/** The bow, 700 px long, lying across the origin. */
export function bow(): string {
  return turned(
    -9,
    [0, 0],
    path('M-330 6C-200 -34 120 -36 348 -6', 'fill="none" stroke="#6d2c12" stroke-width="11" stroke-linecap="round"'),
    path('M-330 6C-200 -34 120 -36 348 -6', 'fill="none" stroke="#e59a55" stroke-width="3" stroke-linecap="round" opacity="0.8"'),
    path('M-326 12L344 2', 'fill="none" stroke="#fff4dc" stroke-width="5" opacity="0.9"'),
    path('M-344 -2L-300 -4L-304 22L-340 18Z', 'fill="#3d150a"'),
  )
}
