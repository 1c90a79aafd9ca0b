import type { Asset } from '@ulan/contract'

/** What people call the size of a picture; key under `rung.quality`. */
export type Quality = 'smooth' | 'standard' | 'high' | 'full' | '2k' | '4k'

/** What a rung or sound is to people, before it is put into words; `technical` stands beside it for those who ask. */
export type RungLabel =
  | { readonly kind: 'picture'; readonly technical: string; readonly quality: Quality; readonly extra?: 'HEVC' | 'HDR' | 'AV1' }
  | { readonly kind: 'sound'; readonly technical: string; readonly number: number; readonly language?: string }

/** Up to which short side, px, a picture is called so; between the usual sides, as a source of any size has a rung of its own. */
const QUALITIES: readonly (readonly [number, Quality])[] = [
  [420, 'smooth'],
  [630, 'standard'],
  [900, 'high'],
  [1260, 'full'],
  [1800, '2k'],
]
const EXTRAS = { hevc: 'HEVC', hdr: 'HDR', av1: 'AV1' } as const
const isExtra = (suffix: string | undefined): suffix is keyof typeof EXTRAS => suffix !== undefined && suffix in EXTRAS

/** Labels a rung by its name (`720p`, `2160p-hdr`, `audio-2`) and the languages of the sounds. */
export function rungLabel(name: string, audios: Asset['audios'] = []): RungLabel {
  const sound = /^audio(?:-(\d+))?$/.exec(name)
  if (sound !== null) {
    const language = audios.find((audio) => audio.name === name)?.language
    // The only sound needs no number; one that is being added has no language yet.
    const number = audios.length > 1 || language === undefined ? Number(sound[1] ?? 1) : 0
    return { kind: 'sound', technical: name, number, ...(language === undefined ? {} : { language }) }
  }
  const [size = '', suffix] = name.split('-')
  const shortPx = Number.parseInt(size, 10)
  const quality = QUALITIES.find(([upToPx]) => shortPx <= upToPx)?.[1] ?? '4k'
  const extra = isExtra(suffix) ? EXTRAS[suffix] : undefined
  return { kind: 'picture', technical: name, quality, ...(extra === undefined ? {} : { extra }) }
}

/** The small rungs of the boxes' own ladder come after everybody's, before its large ones. */
const LATER = { HEVC: 2, HDR: 4, AV1: 5 } as const
const LARGEST_COMMON_PX = 1080

/** Order in which rungs become watchable: sounds, everybody's pictures from the lowest up, those of boxes, then HDR and AV1. */
export function compareRungNames(a: string, b: string): number {
  const number = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 1)
  const place = (name: string): number => {
    const label = rungLabel(name)
    if (label.kind === 'sound') return 0
    if (label.extra !== undefined) return LATER[label.extra]
    return number(name) > LARGEST_COMMON_PX ? 3 : 1
  }
  return place(a) - place(b) || number(a) - number(b)
}
