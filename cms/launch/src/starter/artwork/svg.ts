/** Rounds to a tenth of a px: smaller files, same picture. */
export const px = (value: number): string => String(Math.round(value * 10) / 10)

export type Stop = readonly [offset: number, colour: string, opacity?: number]
export type Point = readonly [x: number, y: number]

const stopsOf = (stops: readonly Stop[]): string =>
  stops.map(([offset, colour, opacity = 1]) => `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`).join('')

/** A vertical gradient over the painted shape's own box, or between two heights of the scene. */
export function vertical(id: string, stops: readonly Stop[], between?: readonly [number, number]): string {
  const space =
    between === undefined
      ? 'x1="0" y1="0" x2="0" y2="1"'
      : `gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${between[0]}" y2="${between[1]}"`
  return `<linearGradient id="${id}" ${space}>${stopsOf(stops)}</linearGradient>`
}

/** A slanted gradient over the painted shape's own box. */
export function slanted(id: string, stops: readonly Stop[], from: Point = [0, 0], to: Point = [1, 0]): string {
  return `<linearGradient id="${id}" x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}">${stopsOf(stops)}</linearGradient>`
}

export function radial(id: string, stops: readonly Stop[]): string {
  return `<radialGradient id="${id}">${stopsOf(stops)}</radialGradient>`
}

/** A soft round light; brings its own gradient. */
export function glow(id: string, [x, y]: Point, radius: number, colour: string, opacity: number, squash = 1): string {
  const stops: readonly Stop[] = [
    [0, colour, opacity],
    [0.35, colour, opacity * 0.45],
    [0.7, colour, opacity * 0.12],
    [1, colour, 0],
  ]
  return `${radial(id, stops)}<ellipse cx="${px(x)}" cy="${px(y)}" rx="${px(radius)}" ry="${px(radius * squash)}" fill="url(#${id})"/>`
}

export const path = (d: string, attributes: string): string => `<path d="${d}" ${attributes}/>`
export const circle = ([x, y]: Point, radius: number, attributes: string): string =>
  `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius)}" ${attributes}/>`
export const ellipse = ([x, y]: Point, rx: number, ry: number, attributes: string): string =>
  `<ellipse cx="${px(x)}" cy="${px(y)}" rx="${px(rx)}" ry="${px(ry)}" ${attributes}/>`
export const rect = (x: number, y: number, width: number, height: number, attributes: string): string =>
  `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" ${attributes}/>`

/** Puts a drawing made around its own origin in its place. */
export function at([x, y]: Point, scale: number, ...parts: readonly string[]): string {
  return `<g transform="translate(${px(x)} ${px(y)}) scale(${Math.round(scale * 1000) / 1000})">${parts.join('')}</g>`
}

/** The same, mirrored left to right. */
export function mirrored([x, y]: Point, scale: number, ...parts: readonly string[]): string {
  const size = Math.round(scale * 1000) / 1000
  return `<g transform="translate(${px(x)} ${px(y)}) scale(${-size} ${size})">${parts.join('')}</g>`
}

export const turned = (degrees: number, [x, y]: Point, ...parts: readonly string[]): string =>
  `<g transform="rotate(${px(degrees)} ${px(x)} ${px(y)})">${parts.join('')}</g>`

/** A smooth line through points (Catmull-Rom as cubic Béziers). */
export function smooth(points: readonly Point[]): string {
  const at = (index: number): Point => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0]
  const [first] = points
  if (first === undefined) return ''
  let d = `M${px(first[0])} ${px(first[1])}`
  for (let index = 0; index < points.length - 1; index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    const c1: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
    const c2: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
    d += `C${px(c1[0])} ${px(c1[1])} ${px(c2[0])} ${px(c2[1])} ${px(to[0])} ${px(to[1])}`
  }
  return d
}

/** A line of changing width: `width` is asked at 0 to 1 along it. Used for ribbons, limbs, smoke. */
export function ribbon(points: readonly Point[], width: (along: number) => number): string {
  const left: Point[] = []
  const right: Point[] = []
  for (const [index, point] of points.entries()) {
    const before = points[index - 1] ?? point
    const after = points[index + 1] ?? point
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]]
    const length = Math.hypot(dx, dy) || 1
    const half = width(index / (points.length - 1)) / 2
    left.push([point[0] - (dy / length) * half, point[1] + (dx / length) * half])
    right.push([point[0] + (dy / length) * half, point[1] - (dx / length) * half])
  }
  return `${smooth(left)}L${smooth(right.reverse()).slice(1)}Z`
}
