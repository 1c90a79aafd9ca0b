import { lieAboutDuration } from './box-surgery.ts'
import { AAC, H264, lavfi, picture, type Recipe, type Refused, SMALL, tone } from './file-recipe.ts'

/** What becomes of a sound that is added to a film of {@link TITLE_SECONDS}: how long it is heard there. */
export type Heard = { readonly seconds: number }
/** A file that is to be the sound of a film. */
export type SoundShape = Recipe & { readonly name: string; readonly becomes: Heard | Refused; readonly isHostile?: true }

export const TITLE_SECONDS = 6
const all: Heard = { seconds: TITLE_SECONDS }
const notASound: Refused = { problem: 'not-a-sound' }
const truncated: Refused = { problem: 'truncated-sound' }

const COVER = ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-disposition:v:0', 'attached_pic'] as const
const withCover = (...sound: readonly string[]): readonly string[] => [
  ...[...tone(), ...lavfi('color=red:s=640x640:d=0.04'), '-map', '0', '-map', '1', ...sound, ...COVER],
]
const eightChannels = lavfi('aevalsrc=0.1*sin(440*t)|0|0|0|0|0|0|0:c=7.1:d=6')
const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2)
const hls = (uri: string): Buffer => Buffer.from(`#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${uri}\n#EXT-X-ENDLIST\n`)

/** Sounds as people have them. */
const GOOD: readonly SoundShape[] = [
  { name: 'a WAV of 24 bits', file: '蒙古语.wav', make: [...tone(), '-c:a', 'pcm_s24le', '-ar', '96000'], becomes: all },
  { name: 'an MP3', file: 'a.mp3', encoder: 'libmp3lame', make: [...tone(), '-c:a', 'libmp3lame'], becomes: all },
  { name: 'a FLAC', file: 'ᠳᠠᠭᠤᠤ.flac', make: [...tone(), '-c:a', 'flac'], becomes: all },
  { name: 'Vorbis in Ogg', file: 'a.ogg', encoder: 'libvorbis', make: [...tone(), '-c:a', 'libvorbis'], becomes: all },
  { name: 'Opus in Ogg', file: 'b.ogg', encoder: 'libopus', make: [...tone(), '-c:a', 'libopus'], becomes: all },
  { name: 'an M4A', file: 'a.m4a', make: [...tone(), ...AAC], becomes: all },
  { name: 'Apple’s lossless M4A', file: 'b.m4a', make: [...tone(), '-c:a', 'alac'], becomes: all },
  { name: 'an MP3 with a cover', file: 'c.mp3', encoder: 'libmp3lame', make: withCover('-c:a', 'libmp3lame'), becomes: all },
  { name: 'a FLAC with a cover', file: 'c.flac', make: withCover('-c:a', 'flac'), becomes: all },
  { name: 'an M4A with a cover', file: 'c.m4a', make: [...withCover(...AAC), '-f', 'mp4'], becomes: all },
  { name: 'eight channels', file: 'eight.wav', make: [...eightChannels, '-c:a', 'pcm_s16le'], becomes: all },
  { name: 'one channel at 8 kHz', file: 'phone.wav', make: [...tone(), '-ac', '1', '-ar', '8000', '-c:a', 'pcm_mulaw'], becomes: all },
  { name: 'three seconds', file: 'short.wav', make: tone(3), becomes: { seconds: 3 } },
  { name: 'more than the film', file: 'long.m4a', make: [...tone(20), ...AAC], becomes: all },
  {
    name: 'three seconds whose headers say ten hours',
    file: 'lie.m4a',
    make: [...tone(3), ...AAC],
    spoil: (bytes) => lieAboutDuration(bytes, ['mvhd', 'tkhd', 'mdhd'], 36_000),
    becomes: { seconds: 3 },
  },
  { name: 'a film, for its sound', file: 'film.mp4', make: [...picture(SMALL), ...tone(), ...H264, ...AAC], becomes: all },
]

const USELESS: readonly SoundShape[] = [
  {
    name: 'half an MP3, which is a whole one',
    file: 'half.mp3',
    encoder: 'libmp3lame',
    make: [...tone(), '-c:a', 'libmp3lame'],
    spoil: half,
    becomes: { seconds: 3 },
  },
  { name: 'text', file: 'text.wav', make: () => Buffer.from('第一条 为了保护草原……\n'.repeat(200)), becomes: notASound },
  { name: 'nothing', file: 'empty.mp3', make: () => Buffer.alloc(0), becomes: { problem: 'empty-file' } },
  { name: 'a film without a sound', file: 'mute.mp4', make: [...picture(SMALL), ...H264], becomes: { problem: 'no-sound' } },
  { name: 'a picture', file: 'photo.mp3', madeAs: 'photo.png', make: [...picture(SMALL), '-frames:v', '1'], becomes: notASound },
  { name: 'half an M4A', file: 'half.m4a', make: [...tone(), ...AAC], spoil: half, becomes: truncated },
  {
    name: 'half an M4A whose index comes first',
    file: 'fast.m4a',
    make: [...tone(), ...AAC, '-movflags', '+faststart'],
    spoil: half,
    becomes: truncated,
  },
  { name: 'half a WAV', file: 'half.wav', make: tone(20), spoil: half, becomes: truncated },
  { name: 'half a FLAC', file: 'half.flac', make: [...tone(20), '-c:a', 'flac'], spoil: half, becomes: truncated },
  {
    name: 'a WAV of no samples',
    file: 'silent.wav',
    make: tone(1),
    spoil: (bytes) => bytes.subarray(0, bytes.indexOf('data') + 8),
    becomes: truncated,
  },
  {
    name: 'an encrypted M4A',
    file: 'drm.m4a',
    make: [
      ...[...tone(), ...AAC, '-f', 'mp4', '-encryption_scheme', 'cenc-aes-ctr'],
      ...['-encryption_key', '76a6c65c5ea762046bd749a2e632ccbb', '-encryption_kid', 'a7e61c373e219033c21091fa607bf3b8'],
    ],
    becomes: { problem: 'encrypted-file' },
  },
  {
    name: 'a codec that nobody knows',
    file: 'codec.m4a',
    make: [...tone(), '-c:a', 'alac'],
    spoil: (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('alac', 'zzz9'), 'latin1'),
    becomes: { problem: 'unsupported-sound' },
  },
  {
    name: 'a sound of noise',
    file: 'noise.flac',
    make: [...tone(), '-c:a', 'flac'],
    spoil: (bytes) => Buffer.concat([bytes.subarray(0, 200), Buffer.alloc(40_000, 0x5a)]),
    becomes: notASound,
  },
]

const HOSTILE: readonly SoundShape[] = [
  {
    name: 'HLS naming the file of another upload',
    file: 'a.mp3',
    make: ({ secretPath }) => hls(`file://${secretPath}`),
    becomes: notASound,
    isHostile: true,
  },
  { name: 'HLS naming a host', file: 'b.wav', make: ({ listenerUrl }) => hls(`${listenerUrl}/a.ts`), becomes: notASound, isHostile: true },
  {
    name: 'ffconcat naming the file of another upload',
    file: 'c.flac',
    make: ({ secretPath }) => Buffer.from(`ffconcat version 1.0\nfile '${secretPath}'\n`),
    becomes: notASound,
    isHostile: true,
  },
]

export const SOUND_SHAPES: readonly SoundShape[] = [...GOOD, ...USELESS, ...HOSTILE]
