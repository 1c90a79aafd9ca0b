/**
 * Options before every `-i`: the file itself is the only thing that may be opened, and nothing that names other files
 * (HLS, DASH, ffconcat) may be read, since such a list could show one uploader another one's master.
 */
const DEMUXER_WHITELIST = 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mxf,asf,flv'
export const INPUT_SAFETY: readonly string[] = ['-protocol_whitelist', 'file', '-format_whitelist', DEMUXER_WHITELIST]

/** A file that is only sound: other families, and the same rule. */
const SOUND_WHITELIST = 'wav,mp3,flac,ogg,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm'
export const SOUND_SAFETY: readonly string[] = ['-protocol_whitelist', 'file', '-format_whitelist', SOUND_WHITELIST]

/** ffprobe names families (`mov,mp4,m4a,…`); `-f` wants one member. */
const DEMUXERS: Readonly<Record<string, string>> = {
  'mov,mp4,m4a,3gp,3g2,mj2': 'mov',
  'matroska,webm': 'matroska',
  avi: 'avi',
  mpegts: 'mpegts',
  mpeg: 'mpeg',
  mxf: 'mxf',
  asf: 'asf',
  flv: 'flv',
}

const SOUND_DEMUXERS: Readonly<Record<string, string>> = {
  wav: 'wav',
  mp3: 'mp3',
  flac: 'flac',
  ogg: 'ogg',
  'mov,mp4,m4a,3gp,3g2,mj2': 'mov',
  'matroska,webm': 'matroska',
}

/** The demuxer of a sound file, or undefined when it is not one that we take. */
export const soundDemuxerFor = (formatName: string): string | undefined => SOUND_DEMUXERS[formatName]

/** The demuxer to name with `-f`, or undefined when the format is not one that we take. */
export const demuxerFor = (formatName: string): string | undefined => DEMUXERS[formatName]
