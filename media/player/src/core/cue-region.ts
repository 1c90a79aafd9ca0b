/** Shares of a width and of a height, %. */
export type Point = { readonly xPercent: number; readonly yPercent: number }

/** A part of the picture in which cues stand together (WebVTT §3.4). */
export type CueRegion = {
  /** Of the picture. */
  readonly widthPercent: number
  /** Its height, as lines of text. */
  readonly lines: number
  /** The point of the region that lies on `viewportAnchor` of the picture, whatever its size. */
  readonly anchor: Point
  readonly viewportAnchor: Point
  /** New cues push older ones up; else each stays where it came. */
  readonly isScrolling: boolean
}

/** What a cue of a browser's parser is known by. */
type ParsedCue = { readonly startTime: number; readonly endTime: number; readonly text: string }

const BARE_REGION: CueRegion = {
  widthPercent: 100,
  lines: 3,
  anchor: { xPercent: 0, yPercent: 100 },
  viewportAnchor: { xPercent: 0, yPercent: 100 },
  isScrolling: false,
}

const TIMES = /^(?:(\d{2,}):)?(\d\d):(\d\d)\.(\d{3})[ \t]*-->[ \t]*(?:(\d{2,}):)?(\d\d):(\d\d)\.(\d{3})(.*)$/

function percentOf(text: string): number | undefined {
  const percent = /^\d+(?:\.\d+)?%$/.test(text) ? Number.parseFloat(text) : Number.NaN
  return percent <= 100 ? percent : undefined
}

function pointOf(text: string): Point | undefined {
  const comma = text.indexOf(',')
  if (comma < 0) return undefined
  const xPercent = percentOf(text.slice(0, comma))
  const yPercent = percentOf(text.slice(comma + 1))
  return xPercent === undefined || yPercent === undefined ? undefined : { xPercent, yPercent }
}

/** Names and values of settings, as a browser splits them. */
const settingsIn = (text: string): readonly (readonly [name: string, value: string])[] =>
  text.split(/[ \t\n\f\r]+/).flatMap((setting) => {
    const colon = setting.indexOf(':')
    return colon > 0 && colon < setting.length - 1 ? [[setting.slice(0, colon), setting.slice(colon + 1)] as const] : []
  })

/** What one setting changes; nothing when it is unknown, or makes no sense (WebVTT §6.2). */
function changeBy(name: string, value: string): Partial<CueRegion> {
  if (name === 'lines') return /^\d+$/.test(value) ? { lines: Number(value) } : {}
  if (name === 'scroll') return value === 'up' ? { isScrolling: true } : {}
  const widthPercent = name === 'width' ? percentOf(value) : undefined
  if (widthPercent !== undefined) return { widthPercent }
  const point = pointOf(value)
  if (point === undefined) return {}
  if (name === 'regionanchor') return { anchor: point }
  return name === 'viewportanchor' ? { viewportAnchor: point } : {}
}

const keyOf = (startMs: number, endMs: number, text: string): string => `${startMs} ${endMs} ${text}`

const clockMs = (hours = '0', minutes = '', seconds = '', thousandths = ''): number =>
  ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths)

/** What a cue says of its region, and what it is known by; undefined for a block without times. */
function readCueBlock(lines: readonly string[]): { readonly key: string; readonly regionId: string | undefined } | undefined {
  // Its times may stand below an id, and nowhere else.
  const at = lines.slice(0, 2).findIndex((line) => line.includes('-->'))
  const times = TIMES.exec(lines[at] ?? '')
  if (times === null) return undefined
  const [, ...parts] = times
  const text = lines.slice(at + 1).join('\n')
  const named = settingsIn(parts[8] ?? '').filter(([name]) => name === 'region')
  const regionId = named[named.length - 1]?.[1]
  return { key: keyOf(clockMs(...parts.slice(0, 4)), clockMs(...parts.slice(4, 8)), text), regionId }
}

/** Identifier and region of a block; the last of two that have the same name is meant (WebVTT §6.3). */
function readRegionBlock(lines: readonly string[]): readonly [id: string, region: CueRegion] {
  let id = ''
  let region = BARE_REGION
  for (const [name, value] of settingsIn(lines.join('\n'))) {
    if (name === 'id') id = value
    else region = { ...region, ...changeBy(name, value) }
  }
  return [id, region]
}

/**
 * The regions that cues of a WebVTT file ask for by name; cues that ask for none, or for one that is not there, are left out.
 * Chromium reads no regions without a flag of its own and hands out no settings of that name, so they are looked up in the
 * text, where every block stands by itself: files are written so (ADR 0014).
 */
export function regionsOfCues<T extends ParsedCue>(file: string, cues: readonly T[]): ReadonlyMap<T, CueRegion> {
  const regions = new Map<string, CueRegion>()
  // Words that are said twice at a time, in two places, are told apart by their order.
  const asked = new Map<string, (CueRegion | undefined)[]>()
  const text = file.replace(/\r\n?/g, '\n').replace(/\n+$/, '')
  for (const block of text.split(/\n{2,}/)) {
    const [first = '', ...rest] = block.split('\n')
    const cue = readCueBlock([first, ...rest])
    // Regions behind the first cue are not seen by players (§6.1).
    if (cue === undefined && asked.size === 0 && /^REGION[ \t]*$/.test(first)) regions.set(...readRegionBlock(rest))
    if (cue === undefined) continue
    const region = cue.regionId === undefined ? undefined : regions.get(cue.regionId)
    asked.set(cue.key, [...(asked.get(cue.key) ?? []), region])
  }
  return new Map(
    cues.flatMap((cue) => {
      const region = asked.get(keyOf(Math.round(cue.startTime * 1000), Math.round(cue.endTime * 1000), cue.text))?.shift()
      return region === undefined ? [] : [[cue, region] as const]
    }),
  )
}
