import { type FrameRate, framesPerSecond } from '../plan/frame-rate.ts'
import type { VideoRange } from '../plan/source-description.ts'
import { keyPicturesName, playlistName } from '../store/store-keys.ts'
import { type Bitrates, bitratesOf, keyPictureBitrates, NO_BITRATE } from './bitrate.ts'
import type { RenditionRecord, SegmentRecord } from './rendition-record.ts'

export type MediaPlaylist = {
  readonly timescale: number
  readonly segments: readonly SegmentRecord[]
  /** Longest segment that the plan allows, seconds; stays the same while the list grows. */
  readonly longestSeconds: number
  readonly isComplete: boolean
  /** Where the segments lie, as seen from the playlist; beside it without one. */
  readonly folder?: string
}
type VariantRecord = {
  readonly rendition: RenditionRecord
  readonly widthPx: number
  readonly heightPx: number
  readonly range: VideoRange
}
export type AudioRecord = {
  readonly rendition: RenditionRecord
  /** The same sound for links that carry no picture. */
  readonly low?: RenditionRecord
  /** BCP 47. */
  readonly language: string
  readonly label: string
  readonly isDefault: boolean
}
export type CueRecord = { readonly name: string; readonly language: string; readonly label: string }
export type MultivariantPlaylist = {
  readonly frameRate: FrameRate
  readonly variants: readonly VariantRecord[]
  readonly audios: readonly AudioRecord[]
  readonly cues: readonly CueRecord[]
  /** Folder of a rendition as seen from this playlist: another one's when it is part of an older version. */
  readonly folderOf: (rendition: string) => string
  /** Whether playlists of key pictures are there; not before all is. */
  readonly hasKeyPictures: boolean
}

const HEAD = ['#EXTM3U', '#EXT-X-VERSION:7']

const targetDuration = (seconds: number): string => `#EXT-X-TARGETDURATION:${Math.max(1, Math.round(seconds))}`

/** RFC 8216bis media playlist; `EVENT` while an encode goes on, `VOD` once complete. Segments are `<number>.m4s` from 0. */
export function writeMediaPlaylist({ timescale, segments, longestSeconds, isComplete, folder = '' }: MediaPlaylist): string {
  const durations = segments.map(({ durationTicks }) => durationTicks / timescale)
  return [
    ...HEAD,
    // EXTINF rounded to the nearest integer must not exceed it (§4.4.3.1).
    targetDuration(Math.max(longestSeconds, ...durations)),
    '#EXT-X-MEDIA-SEQUENCE:0',
    `#EXT-X-PLAYLIST-TYPE:${isComplete ? 'VOD' : 'EVENT'}`,
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-MAP:URI="${folder}init.mp4"`,
    ...durations.flatMap((duration, index) => [`#EXTINF:${duration.toFixed(5)},`, `${folder}${index}.m4s`]),
    ...(isComplete ? ['#EXT-X-ENDLIST'] : []),
    '',
  ].join('\n')
}

/** Playlist of key pictures for fast scanning (RFC 8216bis §4.4.3.6), as byte ranges of the segments. */
export function writeKeyPicturePlaylist({ segments, timescale }: RenditionRecord): string {
  const pictures = segments.flatMap(({ keyPictures = [] }, index) => keyPictures.map((picture) => ({ ...picture, index })))
  return [
    ...HEAD,
    targetDuration(Math.max(...pictures.map(({ durationTicks }) => durationTicks / timescale))),
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-I-FRAMES-ONLY',
    '#EXT-X-MAP:URI="init.mp4"',
    ...pictures.flatMap(({ startBytes, bytes, durationTicks, index }) => [
      `#EXTINF:${(durationTicks / timescale).toFixed(5)},`,
      `#EXT-X-BYTERANGE:${bytes}@${startBytes}`,
      `${index}.m4s`,
    ]),
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')
}

/** Subtitles as one segment of the title's whole length, which needs no cue to be told twice. */
export const writeCuePlaylist = (durationSeconds: number, file: string): string =>
  [
    ...HEAD,
    targetDuration(Math.ceil(durationSeconds)),
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    `#EXTINF:${durationSeconds.toFixed(5)},`,
    file,
    '#EXT-X-ENDLIST',
    '',
  ].join('\n')

const quote = (text: string): string => `"${text.replaceAll(/["\r\n]/g, '')}"`
const RANGES: Readonly<Record<VideoRange, string>> = { sdr: 'SDR', pq: 'PQ', hlg: 'HLG' }
const AUDIO_GROUP = 'audio'
const LOW_GROUP = 'audio-low'
const CUE_GROUP = 'subtitles'
const CHANNELS = 2

const bandwidths = ({ peakBps, averageBps }: Bitrates): readonly string[] => [`BANDWIDTH=${peakBps}`, `AVERAGE-BANDWIDTH=${averageBps}`]
/** The most that any rendition of a group adds to a variant. */
const mostOf = (all: readonly Bitrates[]): Bitrates => ({
  peakBps: Math.max(0, ...all.map(({ peakBps }) => peakBps)),
  averageBps: Math.max(0, ...all.map(({ averageBps }) => averageBps)),
})
const added = (a: Bitrates, b: Bitrates): Bitrates => ({ peakBps: a.peakBps + b.peakBps, averageBps: a.averageBps + b.averageBps })

const pictureAttributes = ({ widthPx, heightPx, range }: VariantRecord): readonly string[] => [
  `RESOLUTION=${widthPx}x${heightPx}`,
  `VIDEO-RANGE=${RANGES[range]}`,
]

function variantLines(variant: VariantRecord, list: MultivariantPlaylist, sound: Bitrates, targetSeconds: number): readonly string[] {
  const { rendition } = variant
  const [resolution = '', range = ''] = pictureAttributes(variant)
  const codecs = [rendition.codec, ...new Set(list.audios.map(({ rendition: { codec } }) => codec))]
  const attributes = [
    ...bandwidths(added(bitratesOf(rendition, targetSeconds), sound)),
    `CODECS=${quote(codecs.join(','))}`,
    resolution,
    `FRAME-RATE=${framesPerSecond(list.frameRate).toFixed(3)}`,
    range,
    ...(list.audios.length > 0 ? [`AUDIO=${quote(AUDIO_GROUP)}`] : []),
    ...(list.cues.length > 0 ? [`SUBTITLES=${quote(CUE_GROUP)}`] : []),
    'CLOSED-CAPTIONS=NONE',
  ]
  return [`#EXT-X-STREAM-INF:${attributes.join(',')}`, playlistIn(list, rendition.name)]
}

const playlistIn = ({ folderOf }: Pick<MultivariantPlaylist, 'folderOf'>, name: string): string => folderOf(name) + playlistName(name)

function audioLines(
  list: MultivariantPlaylist,
  group: string,
  pick: (audio: AudioRecord) => RenditionRecord | undefined,
): readonly string[] {
  return list.audios.flatMap((audio) => {
    const rendition = pick(audio)
    if (rendition === undefined) return []
    const attributes = [
      'TYPE=AUDIO',
      `GROUP-ID=${quote(group)}`,
      `NAME=${quote(audio.label)}`,
      `LANGUAGE=${quote(audio.language)}`,
      `DEFAULT=${audio.isDefault ? 'YES' : 'NO'}`,
      'AUTOSELECT=YES',
      `CHANNELS="${CHANNELS}"`,
      `URI=${quote(playlistIn(list, rendition.name))}`,
    ]
    return [`#EXT-X-MEDIA:${attributes.join(',')}`]
  })
}

/** A variant without a picture; the last, since players that know nothing of the line yet begin with the first. */
function soundLines(list: MultivariantPlaylist, targetSeconds: number): readonly string[] {
  const { audios } = list
  const low = audios.find(({ isDefault }) => isDefault)?.low
  if (low === undefined) return []
  const all = audios.map((audio) => (audio.low === undefined ? NO_BITRATE : bitratesOf(audio.low, targetSeconds)))
  const attributes = [...bandwidths(mostOf(all)), `CODECS=${quote(low.codec)}`, `AUDIO=${quote(LOW_GROUP)}`]
  return [`#EXT-X-STREAM-INF:${attributes.join(',')}`, playlistIn(list, low.name)]
}

/** Subtitles are off until somebody wants them; a player may choose them by the viewer's language. */
function cueLine(list: MultivariantPlaylist, { name, language, label }: CueRecord): string {
  const attributes = [
    ...['TYPE=SUBTITLES', `GROUP-ID=${quote(CUE_GROUP)}`, `NAME=${quote(label)}`, `LANGUAGE=${quote(language)}`],
    ...['DEFAULT=NO', 'AUTOSELECT=YES', 'FORCED=NO', `URI=${quote(playlistIn(list, name))}`],
  ]
  return `#EXT-X-MEDIA:${attributes.join(',')}`
}

function keyPictureLine({ folderOf }: MultivariantPlaylist, variant: VariantRecord): string {
  const { rendition } = variant
  const attributes = [
    ...bandwidths(keyPictureBitrates(rendition)),
    `CODECS=${quote(rendition.codec)}`,
    ...pictureAttributes(variant),
    `URI=${quote(folderOf(rendition.name) + keyPicturesName(rendition.name))}`,
  ]
  return `#EXT-X-I-FRAME-STREAM-INF:${attributes.join(',')}`
}

/** Multivariant playlist from measured sizes and the codec boxes; lowest rung first, so that a first picture is quick. */
export function writeMultivariantPlaylist(list: MultivariantPlaylist, targetSeconds: number): string {
  const { audios, variants, cues, hasKeyPictures } = list
  const sound = mostOf(audios.map(({ rendition }) => bitratesOf(rendition, targetSeconds)))
  return [
    ...HEAD,
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...audioLines(list, AUDIO_GROUP, ({ rendition }) => rendition),
    ...audioLines(list, LOW_GROUP, ({ low }) => low),
    ...cues.map((record) => cueLine(list, record)),
    ...variants.flatMap((variant) => variantLines(variant, list, sound, targetSeconds)),
    ...soundLines(list, targetSeconds),
    ...(hasKeyPictures ? variants.map((variant) => keyPictureLine(list, variant)) : []),
    '',
  ].join('\n')
}
