import { framesPerSecond } from '../plan/frame-rate.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { MULTIVARIANT_NAME, playlistName } from '../store/store-keys.ts'
import { type MultivariantPlaylist, writeMediaPlaylist, writeMultivariantPlaylist } from './playlist-writer.ts'
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

/** Multivariant playlist of all renditions that are there. */
export function describeVersion(plan: TranscodePlan, joined: ReadonlyMap<string, RenditionRecord>): MultivariantPlaylist {
  const variants = plan.rungs.flatMap(({ name, widthPx, heightPx }) => {
    const rendition = joined.get(name)
    return rendition === undefined ? [] : [{ rendition, widthPx, heightPx }]
  })
  const sound = plan.audio && joined.get('audio')
  const language = plan.audio?.language ?? 'zh'
  const audio = sound && { rendition: sound, language, label: AUDIO_LABELS[language] ?? language }
  return { frameRate: plan.frameRate, variants, ...(audio && { audio }) }
}

/** Names of spoken languages as a player's menu shows them. */
const AUDIO_LABELS: Readonly<Record<string, string>> = { zh: '汉语', mn: '蒙古语', en: 'English' }

export type PlaylistFile = { readonly name: string; readonly text: string }

/** The playlists of a whole version; last the one that a player begins with. */
export function writePlaylists(plan: TranscodePlan, joined: ReadonlyMap<string, RenditionRecord>): readonly PlaylistFile[] {
  const longestSeconds = segmentSeconds(plan)
  const media = [...joined.values()].map(({ name, timescale, segments }) => ({
    name: playlistName(name),
    text: writeMediaPlaylist({ timescale, segments, longestSeconds, isComplete: true }),
  }))
  return [...media, { name: MULTIVARIANT_NAME, text: writeMultivariantPlaylist(describeVersion(plan, joined), longestSeconds) }]
}
