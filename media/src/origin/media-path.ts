/** A file below an asset; the only shapes that can be asked for. */
export type MediaPath = { readonly assetId: string; readonly version: string; readonly file: string }

const ASSET_ID = /^[a-z0-9][a-z0-9-]{1,62}$/
const VERSION_FILES =
  /^(?:master\.m3u8|storyboard\/(?:index\.vtt|\d{1,4}\.jpg)|cues(?:-\d{1,3})?\/cues\.vtt|[a-z0-9][a-z0-9-]{0,23}\/(?:index\.m3u8|iframes\.m3u8|init\.mp4|\d{1,6}\.m4s))$/
const POSTER_FILES = /^poster-(?:480|960|1920)\.jpg$/

/** Reads the three parts; undefined for everything that could not be a file of ours, climbing out included. */
export function parseMediaPath(assetId: string, version: string, file: string): MediaPath | undefined {
  if (!ASSET_ID.test(assetId)) return undefined
  const isFile = /^\d{1,12}$/.test(version) ? VERSION_FILES.test(file) : /^p[0-9a-f]{16}$/.test(version) && POSTER_FILES.test(file)
  return isFile ? { assetId, version, file } : undefined
}
