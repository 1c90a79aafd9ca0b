import type { AudioPlan } from '../plan/audio-plan.ts'
import { framesPerSecond } from '../plan/frame-rate.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { keyPicturesName, MULTIVARIANT_NAME, playlistName } from '../store/store-keys.ts'
import {
  type AudioRecord,
  type CueRecord,
  type MultivariantPlaylist,
  writeKeyPicturePlaylist,
  writeMediaPlaylist,
  writeMultivariantPlaylist,
} from './playlist-writer.ts'
import type { RenditionRecord } from './rendition-record.ts'

/** Longest segment that a plan makes, seconds. */
export const segmentSeconds = (plan: TranscodePlan): number => plan.segmentFrames / framesPerSecond(plan.frameRate)

/** Puts the runs of one rung in order, from segment 0 as far as they follow without a gap; throws when they do not fit together. */
export function joinRendition(records: readonly RenditionRecord[], name: string): RenditionRecord | undefined {
  const parts = records.filter((record) => record.name === name).toSorted((a, b) => a.firstSegment - b.firstSegment)
  const [first] = parts
  if (first === undefined || first.firstSegment !== 0) return undefined
  const joined = { ...first, segments: [...first.segments] }
  for (const record of parts.slice(1)) {
    if (record.firstSegment !== joined.segments.length) break
    if (record.initSha256 !== joined.initSha256 || record.firstOffsetTicks !== joined.firstOffsetTicks) {
      throw new Error(`${name}: units from segment 0 and ${record.firstSegment} were encoded differently`)
    }
    joined.frames += record.frames
    joined.segments.push(...record.segments)
  }
  return joined
}

/** Names of spoken languages as a player's menu shows them, each in itself. */
const AUDIO_LABELS: Readonly<Record<string, string>> = { zh: '汉语', mn: '蒙古语', en: 'English' }

/** Two sounds of one language are told apart by a number: names of one group must differ (RFC 8216bis §4.4.6.1.1). */
function labelOf({ language, name }: AudioPlan, audios: readonly AudioPlan[]): string {
  const label = AUDIO_LABELS[language] ?? language
  const alike = audios.filter((audio) => audio.language === language)
  const place = alike.findIndex((audio) => audio.name === name)
  return place > 0 ? `${label} ${place + 1}` : label
}

function describeAudios(plan: TranscodePlan, joined: ReadonlyMap<string, RenditionRecord>): readonly AudioRecord[] {
  return plan.audios.flatMap((audio) => {
    const rendition = joined.get(audio.name)
    const low = joined.get(audio.lowName)
    const { language, isDefault } = audio
    return rendition === undefined ? [] : [{ rendition, ...(low && { low }), language, isDefault, label: labelOf(audio, plan.audios) }]
  })
}

/** Names of written languages, each in itself where a player's menu can write it. */
const CUE_LABELS: Readonly<Record<string, string>> = { 'zh-Hans': '中文', 'mn-Mong': '蒙古文', 'mn-Cyrl': 'Монгол' }

/** Two subtitles of one language are told apart by a number. */
function describeCues({ cues = [] }: TranscodePlan): readonly CueRecord[] {
  return cues.map(({ name, language }, index) => {
    const place = cues.slice(0, index).filter((earlier) => earlier.language === language).length
    const label = CUE_LABELS[language] ?? language
    return { name, language, label: place > 0 ? `${label} ${place + 1}` : label }
  })
}

/** Where renditions lie; in the version itself unless it says otherwise. */
export type FolderOf = (rendition: string) => string
const HERE: FolderOf = () => ''

/** Multivariant playlist of all renditions that are there. */
export function describeVersion(
  plan: TranscodePlan,
  joined: ReadonlyMap<string, RenditionRecord>,
  hasKeyPictures: boolean,
  folderOf: FolderOf = HERE,
): MultivariantPlaylist {
  const variants = plan.rungs.flatMap(({ name, widthPx, heightPx, range }) => {
    const rendition = joined.get(name)
    return rendition === undefined ? [] : [{ rendition, widthPx, heightPx, range }]
  })
  // A version that is still being made has no subtitles yet.
  const cues = hasKeyPictures ? describeCues(plan) : []
  return { frameRate: plan.frameRate, variants, audios: describeAudios(plan, joined), cues, folderOf, hasKeyPictures }
}

export type PlaylistFile = { readonly name: string; readonly text: string }

/**
 * The playlists of a whole version, last the one that a player begins with: those of `made` renditions, and the multivariant
 * one of all that there are.
 */
export function writePlaylists(
  plan: TranscodePlan,
  renditions: ReadonlyMap<string, RenditionRecord>,
  made: ReadonlySet<string>,
  folderOf: FolderOf = HERE,
): readonly PlaylistFile[] {
  const longestSeconds = segmentSeconds(plan)
  const own = [...renditions.values()].filter(({ name }) => made.has(name))
  const media = own.map(({ name, timescale, segments }) => ({
    name: playlistName(name),
    text: writeMediaPlaylist({ timescale, segments, longestSeconds, isComplete: true }),
  }))
  const version = describeVersion(plan, renditions, true, folderOf)
  const scans = version.variants.flatMap(({ rendition }) =>
    made.has(rendition.name) ? [{ name: keyPicturesName(rendition.name), text: writeKeyPicturePlaylist(rendition) }] : [],
  )
  return [...media, ...scans, { name: MULTIVARIANT_NAME, text: writeMultivariantPlaylist(version, longestSeconds) }]
}
