/** Keys of the media store. Ids come from the contract's pattern, file names from our own plans, so that no key can climb out. */

/** What the origin serves below `/media/`. */
export const ASSETS = 'assets'
/** Stands where an asset would, with posters that people chose below it; so it does in the contract's addresses. */
export const PICTURES = 'pictures'
/** One immutable version, or the posters of one picture. */
export const versionFolder = (assetId: string, version: number | string): string => `${ASSETS}/${assetId}/${version}`
export const versionKey = (assetId: string, version: number | string, file: string): string => `${ASSETS}/${assetId}/${version}/${file}`

/** Files inside a version. */
export const initName = (rendition: string): string => `${rendition}/init.mp4`
export const segmentName = (rendition: string, segment: number): string => `${rendition}/${segment}.m4s`
export const playlistName = (rendition: string): string => `${rendition}/index.m3u8`
export const keyPicturesName = (rendition: string): string => `${rendition}/iframes.m3u8`
/** What a version is made of, for the one that comes after it; never served. */
export const MANIFEST_NAME = 'manifest.json'
export const cuesName = (rendition: string): string => `${rendition}/cues.vtt`
export const STORYBOARD_LIST = 'storyboard/index.vtt'
export const storyboardSheet = (sheet: number): string => `storyboard/${sheet}.jpg`
export const MULTIVARIANT_NAME = 'master.m3u8'

export const MASTERS = 'masters'
/** A master is never served, so it lies apart from all that is. */
export const masterFolder = (assetId: string): string => `${MASTERS}/${assetId}`
/** With a track: a sound or cue file that was added to the asset. */
export const masterKey = (assetId: string, trackId?: string): string => `${MASTERS}/${assetId}/${masterFile(trackId)}`

/** Name of a master or track in the folder of its asset. */
export const masterFile = (trackId?: string): string => (trackId === undefined ? 'master' : `track.${trackId}`)
/** Whether a file in there is whole; others are on their way. */
export const isMasterFile = (name: string): boolean => /^(?:master|track\.[a-z0-9]+)$/.test(name)

const TYPES: Readonly<Record<string, string>> = {
  m3u8: 'application/vnd.apple.mpegurl',
  m4s: 'video/iso.segment',
  mp4: 'video/mp4',
  jpg: 'image/jpeg',
  vtt: 'text/vtt; charset=utf-8',
}

/** MIME type of a file of ours. */
export const mediaType = (file: string): string => TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream'

export const IMMUTABLE = 'public, max-age=31536000, immutable'
export const PRIVATE = 'private, no-store'
export type StoredHeaders = { readonly contentType: string; readonly cacheControl: string }

/** How a file is to be served by whatever keeps it. */
export const headersOfKey = (key: string): StoredHeaders => ({
  contentType: mediaType(key),
  cacheControl: key.startsWith(`${ASSETS}/`) ? IMMUTABLE : PRIVATE,
})
