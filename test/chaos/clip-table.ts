import { lieAboutDuration } from './box-surgery.ts'
import { AAC, H264, lavfi, picture, type Recipe, SMALL, tone } from './file-recipe.ts'

/** A file as people have them, and the film that must become of it. */
export type ClipShape = Recipe & { readonly name: string; readonly becomes: Film }
export type Film = {
  /** Of the source; the film is as long within a frame. */
  readonly seconds: number
  /** Top rung, and how many rungs there are. */
  readonly size: string
  readonly rungs: number
  /** As written in the playlist. */
  readonly rate: string
  readonly hasSound: boolean
  /** Where it goes on after the picture. */
  readonly soundSeconds?: number
}

const HEVC10 = ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none', '-pix_fmt', 'yuv420p10le']

const film = (members: Partial<Film> = {}): Film => ({ seconds: 6, size: SMALL, rungs: 1, rate: '25.000', hasSound: true, ...members })
const silent = (members: Partial<Film> = {}): Film => film({ hasSound: false, ...members })

const CLIP = [...picture(SMALL), ...tone(), ...H264, ...AAC]

/** The first are made in every run. */
export const CLIP_SHAPES: readonly ClipShape[] = [
  {
    name: 'a phone held upright',
    file: 'upright.mp4',
    make: [...picture(SMALL, '30'), ...tone(), ...H264, ...AAC],
    remake: ['-c', 'copy', '-metadata:s:v', 'rotate=90'],
    becomes: film({ size: '180x320', rate: '30.000' }),
  },
  {
    name: 'a transport stream that starts at 37.5 s',
    file: 'late.ts',
    make: [...picture(SMALL), ...tone(), ...H264, '-g', '250', ...AAC, '-output_ts_offset', '37.5'],
    becomes: film(),
  },
  {
    name: 'odd sides and full chroma',
    file: 'odd.mp4',
    make: [...picture('319x181', '30000/1001'), ...H264, '-pix_fmt', 'yuv444p'],
    becomes: silent({ size: '318x180', rate: '29.970' }),
  },
  {
    name: 'an interlaced tape with tall pixels',
    file: 'tape.ts',
    make: [...picture('352x288', '50'), '-vf', 'setsar=12/11,interlace', '-flags', '+ilme+ildct', '-c:v', 'mpeg2video', '-b:v', '2M'],
    becomes: silent({ size: '384x288', rungs: 2 }),
  },
  {
    name: 'Matroska that starts at 10.3 s',
    file: 'late.mkv',
    make: [...picture(SMALL), ...tone(), ...H264, '-g', '250', ...AAC, '-output_ts_offset', '10.3'],
    becomes: film(),
  },
  {
    name: 'one picture',
    file: 'one.mp4',
    make: [...picture(SMALL), '-frames:v', '1', ...H264],
    becomes: silent({ seconds: 0.04 }),
  },
  {
    name: 'eight channels in an AVI',
    file: 'eight.avi',
    make: [...picture(SMALL), ...lavfi('aevalsrc=0.1*sin(440*t)|0|0|0|0|0|0|0:c=7.1:d=6'), '-c:v', 'mpeg4', '-c:a', 'pcm_s16le'],
    becomes: film(),
  },
  {
    name: 'an edit list that begins between two key pictures',
    file: 'cut.mp4',
    make: [...CLIP, '-g', '250'],
    remakeInput: ['-ss', '1.48'],
    remake: ['-c', 'copy'],
    becomes: film({ seconds: 4.52 }),
  },
  {
    name: 'a phone that records 30 and then 15 pictures a second',
    file: 'varying.mp4',
    make: [...picture(SMALL, '30'), ...tone(), '-vf', "select='lt(t,3)+not(mod(n,2))'", '-fps_mode', 'vfr', ...H264, ...AAC],
    becomes: film({ rate: '23.976' }),
  },
  {
    name: 'a film of 23.976 pictures a second',
    file: 'cinema.mov',
    make: [...picture(SMALL, '24000/1001'), ...tone(), ...H264, '-c:a', 'pcm_s16le'],
    becomes: film({ rate: '23.976' }),
  },
  {
    name: 'ten bits of HEVC with AC-3 on six channels',
    file: 'ten.mkv',
    encoder: 'libx265',
    make: [...picture(SMALL), ...lavfi('aevalsrc=0.1*sin(440*t)|0|0|0|0|0:c=5.1:d=6'), ...HEVC10, '-c:a', 'ac3'],
    becomes: film(),
  },
  {
    name: 'HDR10',
    file: 'hdr.mp4',
    encoder: 'libx265',
    make: [...picture(SMALL), ...HEVC10, '-color_primaries', 'bt2020', '-color_trc', 'smpte2084', '-colorspace', 'bt2020nc'],
    becomes: silent(),
  },
  {
    name: 'VP9 and Opus in WebM',
    file: 'web.webm',
    encoder: 'libvpx-vp9',
    make: [...picture(SMALL), ...tone(), '-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus'],
    becomes: film(),
  },
  {
    name: 'MPEG-4 and MP3 in an AVI',
    file: 'old.avi',
    encoder: 'libmp3lame',
    make: [...picture(SMALL), ...tone(), '-c:v', 'mpeg4', '-c:a', 'libmp3lame'],
    becomes: film(),
  },
  {
    name: 'one channel at 8 kHz',
    file: 'mono.mp4',
    make: [...picture(SMALL), ...tone(), ...H264, ...AAC, '-ac', '1', '-ar', '8000'],
    becomes: film(),
  },
  {
    name: 'half a second',
    file: 'short.mp4',
    make: [...picture(SMALL, '30', 0.5), ...tone(0.5), ...H264, ...AAC],
    becomes: film({ seconds: 0.5, rate: '30.000' }),
  },
  { name: '60 pictures a second', file: 'sixty.mp4', make: [...picture(SMALL, '60'), ...H264], becomes: silent({ rate: '60.000' }) },
  { name: '120 pictures a second', file: 'slow.mp4', make: [...picture(SMALL, '120'), ...H264], becomes: silent({ rate: '60.000' }) },
  { name: 'one picture a second', file: 'lapse.mp4', make: [...picture(SMALL, '1'), ...H264], becomes: silent({ rate: '23.976' }) },
  {
    name: 'a picture every two seconds, with a voice',
    file: 'slides.mp4',
    make: [...picture(SMALL, '1/2', 8), ...tone(8), ...H264, ...AAC],
    becomes: film({ seconds: 8, rate: '23.976' }),
  },
  {
    name: 'odd sides of 1279×719 and full chroma',
    file: 'odd-large.mp4',
    make: [...picture('1279x719', '25', 2), ...H264, '-pix_fmt', 'yuv444p'],
    becomes: silent({ seconds: 2, size: '1278x718', rungs: 4 }),
  },
  {
    name: 'upright without a turn, twice as high as HD',
    file: 'tall.mp4',
    make: [...picture('360x780'), ...H264],
    becomes: silent({ size: '360x780', rungs: 2 }),
  },
  { name: 'a banner', file: 'banner.mp4', make: [...picture('1600x48'), ...H264], becomes: silent({ size: '1600x48' }) },
  { name: 'sixteen pixels', file: 'tiny.mp4', make: [...picture('16x16'), ...H264], becomes: silent({ size: '16x16' }) },
  {
    name: 'sound that goes on after the picture',
    file: 'tail.mp4',
    make: [...picture(SMALL), ...tone(8), ...H264, ...AAC],
    becomes: film({ soundSeconds: 8 }),
  },
  {
    name: 'a cover before the film',
    file: 'cover.mp4',
    make: [
      ...[...lavfi('color=red:s=640x640:d=0.04'), ...picture(SMALL), ...tone(), '-map', '0:v', '-map', '1:v', '-map', '2:a'],
      ...['-c:v:0', 'mjpeg', '-pix_fmt:v:0', 'yuvj420p', '-disposition:v:0', 'attached_pic'],
      ...['-c:v:1', 'libx264', '-preset', 'ultrafast', ...AAC],
    ],
    becomes: film(),
  },
  {
    name: 'a camera of single JPEG pictures',
    file: 'camera.avi',
    make: [...picture(SMALL, '15'), ...tone(), '-c:v', 'mjpeg', '-pix_fmt', 'yuvj422p', '-c:a', 'pcm_u8', '-ar', '11025'],
    becomes: film({ rate: '15.000' }),
  },
  {
    name: 'see-through ProRes',
    file: 'clear.mov',
    make: [...picture(SMALL), '-c:v', 'prores_ks', '-profile:v', '4444', '-pix_fmt', 'yuva444p10le'],
    becomes: silent(),
  },
  { name: 'grey', file: 'grey.mp4', make: [...picture(SMALL), ...H264, '-pix_fmt', 'gray'], becomes: silent() },
  {
    name: 'Windows Media',
    file: 'windows.wmv',
    make: [...picture(SMALL), ...tone(), '-c:v', 'wmv2', '-c:a', 'wmav2'],
    becomes: film(),
  },
  { name: 'Flash', file: 'flash.flv', make: [...picture(SMALL), ...tone(), ...H264, ...AAC], becomes: film() },
  {
    name: 'a programme stream, as on a DVD',
    file: 'disc.mpg',
    make: [...picture('352x288'), ...tone(), '-c:v', 'mpeg2video', '-b:v', '2M', '-c:a', 'mp2'],
    becomes: film({ size: '352x288', rungs: 2 }),
  },
  {
    name: 'three seconds',
    file: 'three.mp4',
    make: [...picture(SMALL, '25', 3), ...tone(3), ...H264, ...AAC],
    becomes: film({ seconds: 3 }),
  },
  { name: 'Matroska that is called MP4', file: 'wrong.mp4', madeAs: 'right.mkv', make: CLIP, becomes: film() },
  { name: 'MP4 that is called a text', file: 'wrong.txt', madeAs: 'right.mp4', make: CLIP, becomes: film() },
  { name: 'a Chinese name', file: '小司来了 第一集（终版）.mp4', madeAs: 'named.mp4', make: CLIP, becomes: film() },
  { name: 'a Mongolian name', file: 'ᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ ᠨᠠᠮ\u180eᠠ\u180b.mp4', madeAs: 'named.mp4', make: CLIP, becomes: film() },
  {
    name: 'a name that is a command',
    file: '-i evil;$(touch pwned)`touch pwned`|../../pwned.mp4',
    madeAs: 'named.mp4',
    make: CLIP,
    becomes: film(),
  },
  {
    name: 'sound that begins two seconds after the picture',
    file: 'empty-edit.mp4',
    make: [...picture(SMALL), '-itsoffset', '2', ...tone(4), ...H264, ...AAC],
    becomes: film(),
  },
  {
    name: 'pictures whose times are missing',
    file: 'timeless.avi',
    madeAs: 'timeless.h264',
    make: [...picture(SMALL), ...H264, '-bf', '2'],
    remakeInput: ['-r', '25'],
    remake: ['-c', 'copy'],
    becomes: silent(),
  },
  {
    name: 'eight channels of AAC',
    file: 'eight.mp4',
    make: [...picture(SMALL), ...lavfi('aevalsrc=0.1*sin(440*t)|0|0|0|0|0|0|0:c=7.1:d=6'), ...H264, ...AAC],
    becomes: film(),
  },
  {
    name: 'odd sides of 1279×719, full chroma, and turned',
    file: 'odd-turned.mp4',
    make: [...picture('1279x719', '25', 2), ...H264, '-pix_fmt', 'yuv444p'],
    remake: ['-c', 'copy', '-metadata:s:v', 'rotate=90'],
    becomes: silent({ seconds: 2, size: '718x1278', rungs: 4 }),
  },
  {
    name: 'headers that say ten hours, of samples that last six seconds',
    file: 'lie.mp4',
    make: [...picture(SMALL), ...H264],
    spoil: (bytes) => lieAboutDuration(bytes, ['mvhd', 'tkhd', 'mdhd'], 36_000),
    becomes: silent(),
  },
  {
    name: 'headers that say one second, of samples that last six',
    file: 'shy.mp4',
    make: [...picture(SMALL), ...H264],
    spoil: (bytes) => lieAboutDuration(bytes, ['mvhd', 'tkhd', 'mdhd'], 1),
    becomes: silent(),
  },
]
