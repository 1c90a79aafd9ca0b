import { upToBox } from './box-surgery.ts'
import { AAC, H264, lavfi, picture, type Recipe, type Refused, SMALL, tone } from './file-recipe.ts'
import { writeBlackPng } from './png-writer.ts'

/** A file that cannot become a film, and what its sender is told. */
export type BadClip = Recipe & { readonly name: string; readonly becomes: Refused; readonly isHostile?: true }

const hls = (...uris: readonly string[]): Buffer =>
  Buffer.from(`#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:9\n${uris.map((uri) => `#EXTINF:9,\n${uri}\n`).join('')}#EXT-X-ENDLIST\n`)
const concat = (...names: readonly string[]): Buffer =>
  Buffer.from(`ffconcat version 1.0\n${names.map((name) => `file '${name}'\n`).join('')}`)
const dash = (url: string): Buffer =>
  Buffer.from(`<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT9S" profiles="urn:mpeg:dash:profile:isoff-on-demand:2011">
<Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="90000" width="320" height="180" codecs="avc1.42c00d"><BaseURL>${url}</BaseURL></Representation></AdaptationSet></Period></MPD>`)
const sdp = Buffer.from(
  'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=video 5004 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n',
)

const notAVideo: Refused = { problem: 'not-a-video' }
const truncated: Refused = { problem: 'truncated-video' }
const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2)
const CLIP = [...picture(SMALL), ...tone(), ...H264, ...AAC]
const TEN_HOURS = 36_000

/** In Matroska both the Duration of the file and the tag of the stream; nothing else in it tells otherwise. */
function lieOfTenHours(bytes: Buffer): Buffer {
  const lying = Buffer.from(bytes.toString('latin1').replace('00:00:03.', '10:00:03.'), 'latin1')
  const at = lying.indexOf(Buffer.from([0x44, 0x89, 0x88]))
  if (at < 0) throw new Error('no Duration')
  // In milliseconds.
  lying.writeDoubleBE(TEN_HOURS * 1000, at + 3)
  return lying
}

/** Lists that name other files or hosts: whoever follows them shows one sender another one's film, or calls a server for them. */
const FOLLOWERS: readonly BadClip[] = [
  { name: 'HLS naming a file of the system', file: 'a.mp4', make: () => hls('file:///etc/passwd'), becomes: notAVideo },
  { name: 'HLS naming a host', file: 'b.mp4', make: ({ listenerUrl }) => hls(`${listenerUrl}/a.ts`), becomes: notAVideo },
  {
    name: 'HLS naming a host and a file as one',
    file: 'c.mp4',
    make: ({ listenerUrl, secretPath }) => hls(`concat:${listenerUrl}/head|file://${secretPath}`),
    becomes: notAVideo,
  },
  {
    name: 'HLS naming the file of another upload',
    file: 'd.mp4',
    make: ({ secretPath }) => hls(`file://${secretPath}`),
    becomes: notAVideo,
  },
  {
    name: 'HLS with a key and a map elsewhere',
    file: 'e.ts',
    make: ({ listenerUrl, secretPath }) =>
      Buffer.from(
        `#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:9\n#EXT-X-KEY:METHOD=AES-128,URI="${listenerUrl}/key"\n#EXT-X-MAP:URI="file://${secretPath}"\n#EXTINF:9,\nfile://${secretPath}\n#EXT-X-ENDLIST\n`,
      ),
    becomes: notAVideo,
  },
  { name: 'ffconcat naming a neighbour', file: 'f.mp4', make: () => concat('secret.ts'), becomes: notAVideo },
  { name: 'ffconcat naming what is open beside it', file: 'g.mp4', make: () => concat('3', '4', '5'), becomes: notAVideo },
  { name: 'ffconcat naming an absolute path', file: 'h.mkv', make: ({ secretPath }) => concat(secretPath), becomes: notAVideo },
  { name: 'ffconcat naming a host', file: 'i.mp4', make: ({ listenerUrl }) => concat(`${listenerUrl}/a.mp4`), becomes: notAVideo },
  { name: 'DASH naming a file', file: 'j.mp4', make: ({ secretPath }) => dash(`file://${secretPath}`), becomes: notAVideo },
  { name: 'DASH naming a host', file: 'k.mp4', make: ({ listenerUrl }) => dash(`${listenerUrl}/a.mp4`), becomes: notAVideo },
  { name: 'SDP that asks to listen', file: 'l.mp4', make: () => sdp, becomes: notAVideo },
]
const HOSTILE = FOLLOWERS.map((row): BadClip => ({ ...row, isHostile: true }))

/** Files that are no films, or none that can be shown. */
const USELESS: readonly BadClip[] = [
  { name: 'text', file: 'text.mp4', make: () => Buffer.from('第一条 为了保护草原……\n'.repeat(200)), becomes: notAVideo },
  { name: 'nothing', file: 'empty.mp4', make: () => Buffer.alloc(0), becomes: { problem: 'empty-file' } },
  { name: 'one byte', file: 'byte.mp4', make: () => Buffer.from('\0'), becomes: notAVideo },
  { name: 'zeros', file: 'zeros.mov', make: () => Buffer.alloc(300_000), becomes: notAVideo },
  {
    name: 'a program',
    file: 'setup.mp4',
    make: () => Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(50_000, 7)]),
    becomes: notAVideo,
  },
  { name: 'half a film whose index comes last', file: 'half.mp4', make: CLIP, spoil: half, becomes: truncated },
  {
    name: 'half a film whose index comes first',
    file: 'half-fast.mp4',
    make: [...CLIP, '-movflags', '+faststart'],
    spoil: half,
    becomes: truncated,
  },
  {
    name: 'a film of seconds whose headers all say ten hours',
    file: 'lie.mkv',
    make: [...picture(SMALL, '25', 3), ...H264],
    spoil: lieOfTenHours,
    becomes: truncated,
  },
  {
    name: 'a film that ends before its first picture',
    file: 'bare.mp4',
    make: [...picture(SMALL), ...H264, '-movflags', '+empty_moov+frag_keyframe'],
    spoil: (bytes) => upToBox(bytes, 'moov'),
    becomes: { problem: 'no-picture' },
  },
  {
    name: 'a film whose pictures are noise',
    file: 'noise.mp4',
    make: [...picture(SMALL), ...H264, '-movflags', '+faststart'],
    spoil: (bytes) => Buffer.from(bytes).fill(0xa5, bytes.indexOf('mdat') + 4),
    becomes: { problem: 'no-picture' },
  },
  {
    name: 'an encrypted film',
    file: 'drm.mp4',
    make: [
      ...CLIP,
      ...['-encryption_scheme', 'cenc-aes-ctr', '-encryption_key', '76a6c65c5ea762046bd749a2e632ccbb'],
      ...['-encryption_kid', 'a7e61c373e219033c21091fa607bf3b8'],
    ],
    becomes: { problem: 'encrypted-file' },
  },
  {
    name: 'a codec that nobody knows',
    file: 'codec.mp4',
    make: [...picture(SMALL), ...H264],
    spoil: (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('avc1', 'zzz9'), 'latin1'),
    becomes: { problem: 'unsupported-video' },
  },
  { name: 'sound alone', file: 'sound.m4a', make: [...tone(), ...AAC], becomes: { problem: 'sound-only' } },
  { name: 'sound alone, called a film', file: 'sound.mp4', make: [...tone(), ...AAC], becomes: { problem: 'sound-only' } },
  { name: 'an MP3', file: 'song.mp3', make: [...tone(), '-c:a', 'libmp3lame'], encoder: 'libmp3lame', becomes: { problem: 'sound-only' } },
  {
    name: 'a song with its cover',
    file: 'cover.m4a',
    make: [
      ...[...tone(), ...lavfi('color=red:s=640x640:d=0.04'), '-map', '0', '-map', '1', ...AAC],
      ...['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-disposition:v:0', 'attached_pic', '-f', 'mp4'],
    ],
    becomes: { problem: 'sound-only' },
  },
  {
    name: 'subtitles in a film’s clothes',
    file: 'cues.mp4',
    make: () => Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n学法\n'),
    becomes: notAVideo,
  },
  { name: 'a bare stream without any times', file: 'bare.h264', make: [...picture(SMALL), ...H264], becomes: notAVideo },
]

/** Files that cost more than they are worth. */
const EXCESSIVE: readonly BadClip[] = [
  { name: 'a picture of 30000×30000 pixels', file: 'bomb.mp4', make: () => writeBlackPng(30_000), becomes: notAVideo },
  {
    name: 'a picture of 12000×12000 pixels in a film',
    file: 'bomb.mov',
    madeAs: 'bomb.png',
    make: () => writeBlackPng(12_000),
    remake: ['-c', 'copy'],
    becomes: { problem: 'video-too-large', fields: ['most-pixels'] },
  },
  {
    name: '8192×8192 JPEG pictures',
    file: 'wall.mov',
    make: [...lavfi('color=gray:s=8192x8192:r=1:d=1'), '-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p'],
    becomes: { problem: 'video-too-large', fields: ['most-pixels'] },
  },
  {
    name: 'ten hours of 64×36',
    file: 'long.mp4',
    make: [...picture('64x36', '1/60', TEN_HOURS), ...H264],
    becomes: { problem: 'video-too-long', fields: ['longest-hours'] },
  },
]

/** Every kind of file that is refused. */
export const BAD_CLIPS: readonly BadClip[] = [...HOSTILE, ...USELESS, ...EXCESSIVE]
