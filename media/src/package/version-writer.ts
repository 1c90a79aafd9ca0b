import type { AudioPlan } from '../plan/audio-plan.ts'
import { framesPerSecond } from '../plan/frame-rate.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { keyPicturesName, MULTIVARIANT_NAME, playlistName } from '../store/store-keys.ts'
import {
  type AudioRecord,
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

/** Multivariant playlist of all renditions that are there. */
export function describeVersion(
  plan: TranscodePlan,
  joined: ReadonlyMap<string, RenditionRecord>,
  hasKeyPictures: boolean,
): MultivariantPlaylist {
  const variants = plan.rungs.flatMap(({ name, widthPx, heightPx, range }) => {
    const rendition = joined.get(name)
    return rendition === undefined ? [] : [{ rendition, widthPx, heightPx, range }]
  })
  return { frameRate: plan.frameRate, variants, audios: describeAudios(plan, joined), hasKeyPictures }
}

export type PlaylistFile = { readonly name: string; readonly text: string }

/** The playlists of a whole version; last the one that a player begins with. */
export function writePlaylists(plan: TranscodePlan, joined: ReadonlyMap<string, RenditionRecord>): readonly PlaylistFile[] {
  const longestSeconds = segmentSeconds(plan)
  const media = [...joined.values()].map(({ name, timescale, segments }) => ({
    name: playlistName(name),
    text: writeMediaPlaylist({ timescale, segments, longestSeconds, isComplete: true }),
  }))
  const version = describeVersion(plan, joined, true)
  const scans = version.variants.map(({ rendition }) => ({
    name: keyPicturesName(rendition.name),
    text: writeKeyPicturePlaylist(rendition),
  }))
  return [...media, ...scans, { name: MULTIVARIANT_NAME, text: writeMultivariantPlaylist(version, longestSeconds) }]
}
