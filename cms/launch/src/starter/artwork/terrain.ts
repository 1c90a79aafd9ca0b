import { HEIGHT, LEFT, RIGHT } from './scene.ts'
import { seededRandom } from './seeded-random.ts'
import { circle, type Point, path, px, smooth, vertical } from './svg.ts'

/** A rolling crest of the steppe. */
export type Ridge = { readonly seed: number; readonly y: number; readonly height: number; readonly length: number }
/** Colours of a hill from its crest down, and of the light along the crest. */
type HillColours = { readonly crest: string; readonly body: string; readonly foot: string; readonly rim?: string }

/** Height of a crest at x: three slow waves, so that the line never repeats on screen. */
export function crestAt(ridge: Ridge, x: number): number {
  const random = seededRandom(ridge.seed)
  const [a, b, c] = [random() * 6.3, random() * 6.3, random() * 6.3]
  const turn = (x / ridge.length) * Math.PI * 2
  return ridge.y - ridge.height * (0.58 * Math.sin(turn + a) + 0.28 * Math.sin(turn * 1.9 + b) + 0.14 * Math.sin(turn * 3.7 + c))
}

function crestPoints(ridge: Ridge, step = 60): Point[] {
  const points: Point[] = []
  for (let x = LEFT; x <= RIGHT; x += step) points.push([x, crestAt(ridge, x)])
  return points
}

/** A whole hill from its crest to the bottom of the picture, with folds of shadow and a rim of light. */
export function hill(id: string, ridge: Ridge, colours: HillColours): string {
  const crest = smooth(crestPoints(ridge))
  const closed = `${crest}L${RIGHT} ${HEIGHT}L${LEFT} ${HEIGHT}Z`
  const top = ridge.y - ridge.height
  return [
    vertical(
      id,
      [
        [0, colours.crest],
        [0.35, colours.body],
        [1, colours.foot],
      ],
      [top, Math.min(HEIGHT, top + 420)],
    ),
    path(closed, `fill="url(#${id})"`),
    folds(id, ridge, colours),
    colours.rim === undefined ? '' : path(crest, `fill="none" stroke="${colours.rim}" stroke-width="2.4" opacity="0.4"`),
  ].join('')
}

/** Lower swells in front of the crest, each a little darker: this is what makes grassland look deep. */
function folds(id: string, ridge: Ridge, colours: HillColours): string {
  let drawn = ''
  for (let index = 1; index <= 2; index += 1) {
    const swell: Ridge = {
      seed: ridge.seed * 7 + index,
      y: ridge.y + index * (34 + ridge.height * 0.55),
      height: ridge.height * 0.6,
      length: ridge.length * 0.8,
    }
    const name = `${id}f${index}`
    drawn += vertical(
      name,
      [
        [0, colours.foot, 0.5],
        [0.28, colours.foot, 0.12],
        [1, colours.foot, 0],
      ],
      [swell.y - swell.height, swell.y + 240],
    )
    drawn += path(`${smooth(crestPoints(swell, 80))}L${RIGHT} ${HEIGHT}L${LEFT} ${HEIGHT}Z`, `fill="url(#${name})"`)
  }
  return drawn
}

/** Blades of grass standing on a crest or in the foreground. */
export function grass(
  seed: number,
  ridge: Ridge,
  options: { count: number; tallest: number; colours: readonly string[]; below?: number },
): string {
  const random = seededRandom(seed)
  const strokes = options.colours.map(() => '')
  for (let index = 0; index < options.count; index += 1) {
    const x = LEFT + random() * (RIGHT - LEFT)
    const y = crestAt(ridge, x) + random() * (options.below ?? 6) + 4
    const tall = options.tallest * (0.35 + random() * 0.65)
    const lean = (random() - 0.42) * tall * 0.7
    const which = index % strokes.length
    const wide = 2.2 + tall * 0.03
    strokes[which] +=
      `M${px(x)} ${px(y)}q${px(lean * 0.15)} ${px(-tall * 0.6)} ${px(lean)} ${px(-tall)}q${px(-lean * 0.5)} ${px(tall * 0.5)} ${px(wide - lean)} ${px(tall)}Z`
  }
  return strokes
    .map((d, index) => path(d, `fill="none" stroke="${options.colours[index]}" stroke-width="2.4" stroke-linecap="round"`))
    .join('')
}

/** Meadow flowers, bigger towards the viewer. */
export function flowers(seed: number, [top, bottom]: readonly [number, number], count: number, colours: readonly string[]): string {
  const random = seededRandom(seed)
  let drawn = ''
  for (let index = 0; index < count; index += 1) {
    const depth = random()
    const centre: Point = [LEFT + random() * (RIGHT - LEFT), top + depth * (bottom - top)]
    const size = 1.6 + depth * 4.4
    drawn += circle(centre, size, `fill="${colours[index % colours.length]}" opacity="${Math.round((0.55 + depth * 0.4) * 100) / 100}"`)
  }
  return drawn
}
