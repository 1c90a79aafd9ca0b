import { LEFT, RIGHT } from './scene.ts'
import { seededRandom } from './seeded-random.ts'
import { circle, ellipse, glow, type Point, px, radial, rect, type Stop, vertical } from './svg.ts'

/** Ground of every scene: the whole sky, opaque. */
export function sky(id: string, stops: readonly Stop[]): string {
  return `${vertical(id, stops)}${rect(LEFT, 0, RIGHT - LEFT, 1080, `fill="url(#${id})"`)}`
}

/** Stars thin out towards the horizon; every ninth is bright. */
export function stars(seed: number, count: number, lowest: number, colour = '#eaf3ff'): string {
  const random = seededRandom(seed)
  const dots: string[] = []
  for (let index = 0; index < count; index += 1) {
    const x = LEFT + random() * (RIGHT - LEFT)
    const y = random() ** 1.35 * lowest
    const isBright = index % 9 === 0
    const size = isBright ? 1.8 + random() * 1.6 : 0.7 + random() * 1.1
    const opacity = (isBright ? 0.95 : 0.35 + random() * 0.45) * (1 - 0.55 * (y / lowest))
    dots.push(circle([x, y], size, `fill="${colour}" opacity="${Math.round(opacity * 100) / 100}"`))
  }
  return dots.join('')
}

/** The Milky Way as a slanting band of light and dust. */
export function milkyWay(id: string, seed: number, centre: Point, tilt: number, colour: string): string {
  const random = seededRandom(seed)
  const dust: string[] = []
  for (let index = 0; index < 420; index += 1) {
    const along = (random() - 0.5) * 2100
    const across = (random() + random() + random() - 1.5) * 150
    dust.push(circle([along, across], 0.6 + random() * 1.1, `fill="#f4f8ff" opacity="${Math.round((0.25 + random() * 0.5) * 100) / 100}"`))
  }
  const band = [
    [0, 0, 1150, 190, 0.34],
    [-180, 18, 620, 105, 0.32],
    [260, -12, 520, 90, 0.3],
    [60, 6, 300, 56, 0.28],
  ]
    .map(([x = 0, y = 0, rx = 0, ry = 0, opacity = 0], index) => {
      const name = `${id}${index}`
      return `${radial(name, [
        [0, colour, opacity],
        [0.5, colour, opacity * 0.4],
        [1, colour, 0],
      ])}${ellipse([x, y], rx, ry, `fill="url(#${name})"`)}`
    })
    .join('')
  return `<g transform="translate(${centre[0]} ${centre[1]}) rotate(${tilt})">${band}${dust.join('')}</g>`
}

/** A full moon with quiet seas. */
export function moon(id: string, centre: Point, radius: number, warm = '#fff3d0'): string {
  const [x, y] = centre
  const seas: readonly (readonly [number, number, number])[] = [
    [-0.3, -0.25, 0.3],
    [0.12, -0.36, 0.2],
    [0.34, 0.08, 0.26],
    [-0.16, 0.32, 0.22],
    [-0.46, 0.16, 0.13],
  ]
  return [
    glow(`${id}g`, centre, radius * 3.4, warm, 0.5),
    radial(`${id}d`, [
      [0, '#fffdf4'],
      [0.75, warm],
      [1, '#f0d69a'],
    ]),
    circle(centre, radius, `fill="url(#${id}d)"`),
    radial(`${id}s`, [
      [0, '#c9a866', 0.3],
      [0.7, '#c9a866', 0.18],
      [1, '#c9a866', 0],
    ]),
    seas.map(([sx, sy, size]) => circle([x + sx * radius, y + sy * radius], size * radius * 1.15, `fill="url(#${id}s)"`)).join(''),
  ].join('')
}

/** A low sun with its haze. */
export function sun(id: string, centre: Point, radius: number, core: string, haze: string): string {
  return [
    glow(`${id}w`, centre, radius * 5.2, haze, 0.55, 0.7),
    glow(`${id}h`, centre, radius * 2.3, core, 0.75),
    radial(`${id}d`, [
      [0, '#fffdf0'],
      [0.7, core],
      [1, core, 0.96],
    ]),
    circle(centre, radius, `fill="url(#${id}d)"`),
  ].join('')
}

/** A flat-bottomed cloud of round heads, lit from above and melting away below. */
export function cloud(
  id: string,
  seed: number,
  [x, y]: Point,
  width: number,
  colours: readonly [lit: string, shade: string],
  opacity = 0.9,
): string {
  const random = seededRandom(seed)
  const heads: string[] = []
  for (let index = 0; index < 9; index += 1) {
    const along = (index + 0.5) / 9
    const radius = width * (0.045 + 0.085 * Math.sin(along * Math.PI) * (0.7 + random() * 0.6))
    heads.push(circle([x - width / 2 + along * width, y - radius * 0.55], radius, ''))
  }
  const foot = rect(x - width * 0.52, y - width * 0.035, width * 1.04, width * 0.07, `rx="${px(width * 0.035)}"`)
  const light = vertical(id, [
    [0, colours[0]],
    [0.66, colours[0], 0.82],
    [1, colours[1], 0.05],
  ])
  const outline = `<clipPath id="${id}o">${heads.join('')}${foot}</clipPath>`
  const painted = rect(
    x - width * 0.56,
    y - width * 0.3,
    width * 1.12,
    width * 0.335,
    `fill="url(#${id})" clip-path="url(#${id}o)" opacity="${opacity}"`,
  )
  return `${light}${outline}${painted}`
}

/** Thin evening streaks that fade at both ends. */
export function streaks(seed: number, count: number, [top, bottom]: readonly [number, number], colour: string, opacity: number): string {
  const random = seededRandom(seed)
  const id = `st${seed}${colour.slice(1)}`
  let drawn = radial(id, [
    [0, colour, 1],
    [0.55, colour, 0.5],
    [1, colour, 0],
  ])
  for (let index = 0; index < count; index += 1) {
    const centre: Point = [LEFT + random() * (RIGHT - LEFT), top + random() * (bottom - top)]
    const shown = Math.round(opacity * (0.4 + random() * 0.6) * 100) / 100
    drawn += ellipse(centre, 220 + random() * 560, 4 + random() * 9, `fill="url(#${id})" opacity="${shown}"`)
  }
  return drawn
}
