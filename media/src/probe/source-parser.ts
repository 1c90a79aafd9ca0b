import { parseFrameRate } from '../plan/frame-rate.ts'
import { demuxerFor } from '../plan/input-safety.ts'
import type { LadderPolicy } from '../plan/ladder-policy.ts'
import type { AudioSource, ColourMatrix, SourceDescription, VideoSource } from '../plan/source-description.ts'
import { type RefusedSource, refusalOfSize, refuseSource } from '../plan/source-refusal.ts'
import type { ProbeReport, ProbeStream } from './probe-report.ts'

export type ProbeOutcome = { readonly kind: 'source'; readonly source: SourceDescription } | RefusedSource

const positive = (text: string | undefined): number | undefined => {
  const value = Number(text)
  return Number.isFinite(value) && value > 0 ? value : undefined
}

/** `HH:MM:SS.fraction`, which Matroska keeps in a tag of the stream. */
function tagSeconds(text: string | undefined): number | undefined {
  const match = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)/.exec(text ?? '')
  return match === null ? undefined : positive(String(Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3])))
}

/** How long one stream says it is, seconds. */
export const streamSeconds = (stream: ProbeStream): number | undefined =>
  positive(stream.duration) ?? tagSeconds(stream.tags?.['DURATION'] ?? stream.tags?.['DURATION-eng'])

const isPicture = (stream: ProbeStream): boolean =>
  stream.codec_type === 'video' && stream.disposition?.['attached_pic'] !== 1 && stream.disposition?.['timed_thumbnails'] !== 1

/** The stream to encode: cover pictures do not count. */
export const videoStream = (report: ProbeReport): ProbeStream | undefined => report.streams.find(isPicture)

const rotationOf = (stream: ProbeStream): number => stream.side_data_list?.find((entry) => entry.rotation !== undefined)?.rotation ?? 0

function shownSize(stream: ProbeStream): { readonly widthPx: number; readonly heightPx: number } {
  const [across = 1, down = 1] = (stream.sample_aspect_ratio ?? '1:1').split(':').map(Number)
  const ratio = across > 0 && down > 0 ? across / down : 1
  const widthPx = Math.round((stream.width ?? 0) * ratio)
  const heightPx = stream.height ?? 0
  return Math.abs(rotationOf(stream)) % 180 === 90 ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx }
}

const TRANSFERS: Readonly<Record<string, 'pq' | 'hlg'>> = { smpte2084: 'pq', 'arib-std-b67': 'hlg' }

const isYuv = ({ pix_fmt = '' }: ProbeStream): boolean => /^(?:yuv|nv|p0|uyvy|yuyv|y2)/.test(pix_fmt)

/** Players take what does not say for high definition from this size on (mpv, VLC); ffmpeg takes all of it for standard. */
const HD_WIDTH_PX = 1280
const SD_MOST_HEIGHT_PX = 576

/** The matrix of a picture that does not name its own. */
function assumeMatrix(stream: ProbeStream): ColourMatrix | undefined {
  const isTold = stream.color_space !== undefined && stream.color_space !== 'unknown' && stream.color_space !== 'reserved'
  if (isTold || !isYuv(stream)) return undefined
  const { width = 0, height = 0 } = stream
  return width >= HD_WIDTH_PX || height > SD_MOST_HEIGHT_PX ? 'bt709' : 'bt601'
}

function describeVideo(stream: ProbeStream, firstPts: number): VideoSource {
  const averageRate = parseFrameRate(stream.avg_frame_rate)
  const nominalRate = parseFrameRate(stream.r_frame_rate)
  const tick = parseFrameRate(stream.time_base)
  const assumedMatrix = assumeMatrix(stream)
  return {
    streamIndex: stream.index,
    codec: stream.codec_name ?? 'unknown',
    ...shownSize(stream),
    ...(averageRate && { averageRate }),
    ...(nominalRate && { nominalRate }),
    firstPts,
    firstSeconds: tick === undefined ? 0 : (firstPts * tick.numerator) / tick.denominator,
    rotationDegrees: rotationOf(stream),
    isInterlaced: ['tt', 'bb', 'tb', 'bt'].includes(stream.field_order ?? ''),
    transfer: TRANSFERS[stream.color_transfer ?? ''] ?? 'sdr',
    ...(assumedMatrix && { assumedMatrix }),
  }
}

/** ISO 639-2 as files write it, to BCP 47. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ chi: 'zh', zho: 'zh', zh: 'zh', cmn: 'zh', mon: 'mn', mn: 'mn', khk: 'mn', mvf: 'mn', eng: 'en', en: 'en' },
}

/** Sample entries of shops whose files only their own players can read. */
const SHOP_TAGS = new Set(['drmi', 'drms', 'aavd', 'encv', 'enca'])
export const isOfShop = ({ codec_tag_string = '' }: ProbeStream): boolean => SHOP_TAGS.has(codec_tag_string)

/** Why a picture stream is not decoded, not even once; its coded size counts, whatever shape its pixels are said to have. */
export function refusalOfStream(stream: ProbeStream, policy: Pick<LadderPolicy, 'mostPixels'>): RefusedSource | undefined {
  if (isOfShop(stream)) return refuseSource('encrypted-file', stream.codec_tag_string ?? '')
  if (stream.codec_name === undefined) return refuseSource('unsupported-video', 'unknown video codec')
  return refusalOfSize({ widthPx: stream.width ?? 0, heightPx: stream.height ?? 0 }, policy)
}

export const isSound = ({ codec_type, codec_name, channels = 0 }: ProbeStream): boolean =>
  codec_type === 'audio' && channels > 0 && codec_name !== undefined

function describeAudio({ index, codec_name, channels, tags }: ProbeStream): AudioSource {
  const language = LANGUAGES[tags?.['language'] ?? '']
  const title = tags?.['title'] ?? tags?.['handler_name']
  return {
    streamIndex: index,
    codec: codec_name ?? 'unknown',
    channels: channels ?? 2,
    ...(language && { language }),
    ...(title && { title }),
  }
}

/** Turns ffprobe's report of a file with pictures into the description that plans are made from. `firstPts`: of the first decoded one. */
export function describeSource(report: ProbeReport, stream: ProbeStream, firstPts: number, durationSeconds: number): ProbeOutcome {
  const demuxer = demuxerFor(report.format.format_name)
  if (demuxer === undefined) return refuseSource('not-a-video', `format ${report.format.format_name}`)
  const audios = report.streams.filter(isSound).map(describeAudio)
  return { kind: 'source', source: { demuxer, durationSeconds, video: describeVideo(stream, firstPts), audios } }
}
