import { M3U8Parser, PlaylistLevelType } from 'hls.js'
import { parse, setOptions, types } from 'hls-parser'
import { Parser } from 'm3u8-parser'

/** What a reader makes of a multivariant playlist; addresses are absolute. */
export type MasterView = {
  readonly variants: readonly VariantView[]
  readonly sounds: readonly SoundView[]
  readonly scans: readonly VariantView[]
}
export type VariantView = {
  readonly url: string
  readonly codecs: string
  /** `1920x1080`; undefined without a picture. */
  readonly size: string | undefined
  readonly frameRate: number | undefined
  readonly bandwidth: number
  readonly averageBandwidth: number
  readonly audioGroup: string | undefined
}
export type SoundView = {
  readonly group: string
  readonly name: string
  readonly language: string | undefined
  readonly isDefault: boolean
  readonly url: string
}
/** What a reader makes of a media playlist. */
export type MediaView = {
  readonly targetSeconds: number
  readonly isKeyPicturesOnly: boolean
  readonly isWhole: boolean
  readonly initUrl: string | undefined
  readonly segments: readonly SegmentView[]
}
export type SegmentView = { readonly url: string; readonly seconds: number; readonly startBytes?: number; readonly bytes?: number }

/** Somebody else's reader of playlists; throws where it has a complaint. */
export type PlaylistReader = {
  readonly name: string
  readMaster(text: string, url: string): MasterView
  readMedia(text: string, url: string): MediaView
}

const sizeOf = (
  resolution: { readonly width?: number | undefined; readonly height?: number | undefined } | undefined,
): string | undefined => (resolution?.width === undefined ? undefined : `${resolution.width}x${resolution.height}`)
const range = (bytes: number | undefined, startBytes: number | undefined): object => (bytes === undefined ? {} : { startBytes, bytes })

function parseByVideoJs(text: string): Parser['manifest'] {
  const parser = new Parser()
  parser.on('warn', ({ message }) => {
    throw new Error(`m3u8-parser warns: ${message}`)
  })
  parser.push(text)
  parser.end()
  return parser.manifest
}

const M3U8_PARSER: PlaylistReader = {
  name: 'm3u8-parser',
  readMaster(text, url) {
    const manifest = parseByVideoJs(text)
    const view = ({ uri, attributes }: (typeof manifest.iFramePlaylists)[number]): VariantView => ({
      url: new URL(uri, url).href,
      codecs: attributes.CODECS,
      size: sizeOf(attributes.RESOLUTION),
      frameRate: attributes['FRAME-RATE'],
      bandwidth: attributes.BANDWIDTH,
      averageBandwidth: Number(attributes['AVERAGE-BANDWIDTH']),
      audioGroup: attributes.AUDIO,
    })
    return {
      variants: (manifest.playlists ?? []).map(view),
      scans: manifest.iFramePlaylists.map(view),
      sounds: Object.entries(manifest.mediaGroups?.AUDIO ?? {}).flatMap(([group, sounds]) =>
        Object.entries(sounds).map(([name, { language, default: isDefault, uri }]) => ({
          ...{ group, name, language, isDefault },
          url: new URL(uri, url).href,
        })),
      ),
    }
  },
  readMedia(text, url) {
    const { targetDuration = Number.NaN, iFramesOnly = false, endList = false, segments } = parseByVideoJs(text)
    const initUri = segments[0]?.map?.uri
    return {
      targetSeconds: targetDuration,
      isKeyPicturesOnly: iFramesOnly,
      isWhole: endList,
      initUrl: initUri && new URL(initUri, url).href,
      segments: segments.map(({ uri, duration, byterange }) => ({
        ...{ url: new URL(uri, url).href, seconds: duration },
        ...range(byterange?.length, byterange?.offset),
      })),
    }
  },
}

setOptions({ strictMode: true })

const HLS_PARSER: PlaylistReader = {
  name: 'hls-parser',
  readMaster(text, url) {
    const playlist = parse(text)
    if (!(playlist instanceof types.MasterPlaylist)) throw new Error('hls-parser: not a multivariant playlist')
    const view = ({ uri, codecs = '', resolution, frameRate, bandwidth, averageBandwidth = 0, audio }: types.Variant): VariantView => ({
      ...{ url: new URL(uri, url).href, codecs, size: sizeOf(resolution), frameRate },
      ...{ bandwidth, averageBandwidth, audioGroup: audio[0]?.groupId },
    })
    const sounds = playlist.variants
      .flatMap(({ audio }) => audio)
      .map(({ groupId, name, language, isDefault, uri = '' }) => ({
        ...{ group: groupId, name, language, isDefault },
        url: new URL(uri, url).href,
      }))
    return {
      variants: playlist.variants.filter(({ isIFrameOnly }) => isIFrameOnly !== true).map(view),
      scans: playlist.variants.filter(({ isIFrameOnly }) => isIFrameOnly === true).map(view),
      sounds: [...new Map(sounds.map((sound) => [sound.url, sound])).values()],
    }
  },
  readMedia(text, url) {
    const playlist = parse(text)
    if (!(playlist instanceof types.MediaPlaylist)) throw new Error('hls-parser: not a media playlist')
    const initUri = playlist.segments[0]?.map?.uri
    return {
      targetSeconds: playlist.targetDuration,
      isKeyPicturesOnly: playlist.isIFrame ?? false,
      isWhole: playlist.endlist,
      initUrl: initUri && new URL(initUri, url).href,
      segments: playlist.segments.map(({ uri, duration, byterange }) => ({
        ...{ url: new URL(uri, url).href, seconds: duration },
        ...range(byterange?.length, byterange?.offset),
      })),
    }
  },
}

const HLS_JS: PlaylistReader = {
  name: 'hls.js',
  readMaster(text, url) {
    const parsed = M3U8Parser.parseMasterPlaylist(text, url)
    if (parsed.playlistParsingError !== null) throw parsed.playlistParsingError
    const view = ({ url: uri, attrs, width, height, bitrate }: (typeof parsed.levels)[number]): VariantView => ({
      ...{ url: uri, codecs: attrs.CODECS ?? '', size: sizeOf({ width, height }), bandwidth: bitrate },
      frameRate: attrs['FRAME-RATE'] === undefined ? undefined : Number(attrs['FRAME-RATE']),
      averageBandwidth: Number(attrs['AVERAGE-BANDWIDTH']),
      audioGroup: attrs.AUDIO,
    })
    const { AUDIO = [] } = M3U8Parser.parseMasterPlaylistMedia(text, url, parsed)
    return {
      variants: parsed.levels.map(view),
      scans: parsed.iframeVariants.map(view),
      sounds: AUDIO.map(({ groupId, name, lang, default: isDefault, url: soundUrl }) => ({
        ...{ group: groupId, name, language: lang, isDefault, url: soundUrl },
      })),
    }
  },
  readMedia(text, url) {
    const details = M3U8Parser.parseLevelPlaylist(text, url, 0, PlaylistLevelType.MAIN, 0, null)
    if (details.playlistParsingError !== null) throw details.playlistParsingError
    return {
      targetSeconds: details.targetduration,
      isKeyPicturesOnly: details.iframesOnly,
      isWhole: !details.live,
      initUrl: details.fragments[0]?.initSegment?.url,
      segments: details.fragments.map(({ url: uri, duration, byteRangeStartOffset: start, byteRangeEndOffset: end }) => ({
        ...{ url: uri, seconds: duration },
        ...(start === undefined || end === undefined ? {} : range(end - start, start)),
      })),
    }
  },
}

export const PLAYLIST_READERS: readonly PlaylistReader[] = [M3U8_PARSER, HLS_PARSER, HLS_JS]
