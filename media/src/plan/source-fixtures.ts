import { parseFrameRate } from './frame-rate.ts'
import type { AudioSource, SourceDescription, VideoSource } from './source-description.ts'

export const STEREO: AudioSource = { streamIndex: 1, codec: 'aac', channels: 2 }

type Differences = Partial<Omit<VideoSource, 'averageRate' | 'nominalRate'>> & { readonly rate?: string; readonly nominal?: string }

/** A full HD recording at 25 frames per second with a stereo sound, but for what is said otherwise. */
export function sourceOf(
  { rate = '25/1', nominal = rate, ...video }: Differences,
  durationSeconds: number,
  audios: readonly AudioSource[] = [STEREO],
): SourceDescription {
  const averageRate = parseFrameRate(rate)
  const nominalRate = parseFrameRate(nominal)
  return {
    demuxer: 'mov',
    durationSeconds,
    video: {
      ...{ streamIndex: 0, codec: 'h264', widthPx: 1920, heightPx: 1080, firstPts: 0, firstSeconds: 0 },
      ...{ isInterlaced: false, rotationDegrees: 0, transfer: 'sdr' },
      ...(averageRate && { averageRate }),
      ...(nominalRate && { nominalRate }),
      ...video,
    },
    audios,
  }
}

const uhd = { widthPx: 3840, heightPx: 2160 }
const sound = (streamIndex: number, members: Partial<AudioSource> = {}): AudioSource => ({ ...STEREO, streamIndex, ...members })

/** What people send, as the probe describes it; the plan of each is kept in `golden-plans.json`. */
export const SOURCES: Readonly<Record<string, SourceDescription>> = {
  'stage recording in full HD, one minute': sourceOf({}, 62),
  'stage recording in full HD, three minutes': sourceOf({}, 180),
  'a whole evening of two hours': sourceOf({}, 7200),
  '4K camera master at 25': sourceOf({ ...uhd, codec: 'hevc' }, 300),
  '4K camera master at 50': sourceOf({ ...uhd, codec: 'hevc', rate: '50/1' }, 300),
  '4K DCI, wider than a television': sourceOf({ widthPx: 4096, heightPx: 2160, rate: '24/1' }, 60),
  '1440p screen recording at 60': sourceOf({ widthPx: 2560, heightPx: 1440, rate: '60/1' }, 30),
  'a little larger than full HD': sourceOf({ widthPx: 2048, heightPx: 1152 }, 30),
  '4K master in HDR10': sourceOf({ ...uhd, codec: 'hevc', transfer: 'pq' }, 20),
  'broadcast master in HLG at 50': sourceOf({ ...uhd, codec: 'hevc', rate: '50/1', transfer: 'hlg' }, 20),
  '8K': sourceOf({ widthPx: 7680, heightPx: 4320, codec: 'hevc' }, 20),
  'phone held upright': sourceOf({ widthPx: 1080, heightPx: 1920, rate: '30/1', rotationDegrees: -90 }, 9),
  'phone upright in 4K': sourceOf({ widthPx: 2160, heightPx: 3840, rate: '30/1', rotationDegrees: 90 }, 20),
  'phone whose rate wanders': sourceOf({ rate: '29870/1000', nominal: '30/1' }, 14.3),
  'phone that halves its rate in the dark': sourceOf({ rate: '22/1', nominal: '90000/1' }, 20),
  'square clip for a social network': sourceOf({ widthPx: 1080, heightPx: 1080, rate: '30/1' }, 15),
  'interlaced tape with tall pixels': sourceOf({ widthPx: 768, heightPx: 576, codec: 'mpeg2video', isInterlaced: true }, 600),
  'interlaced HD broadcast': sourceOf({ codec: 'mpeg2video', isInterlaced: true, rate: '25/1', nominal: '50/1' }, 120),
  '720p at 30000/1001': sourceOf({ widthPx: 1280, heightPx: 720, rate: '30000/1001' }, 20),
  'film at 24000/1001': sourceOf({ rate: '24000/1001' }, 10.01),
  'animation at 24': sourceOf({ rate: '24/1' }, 660),
  'sports at 60000/1001': sourceOf({ rate: '60000/1001' }, 30),
  'slow motion at 240': sourceOf({ rate: '240/1' }, 10),
  'old web clip of 320×240': sourceOf({ widthPx: 320, heightPx: 240, codec: 'mpeg4', rate: '15/1' }, 45),
  'a banner': sourceOf({ widthPx: 1600, heightPx: 48 }, 30),
  'sixteen pixels': sourceOf({ widthPx: 16, heightPx: 16 }, 5),
  'slides, one every two seconds': sourceOf({ rate: '1/2', nominal: '1/2' }, 120),
  'a rate that nobody knows': sourceOf({ rate: '0/0', nominal: '0/0' }, 20),
  'one picture': sourceOf({}, 0.04, []),
  'three seconds': sourceOf({}, 3),
  'no sound': sourceOf({ widthPx: 854, heightPx: 480 }, 30, []),
  'a concert in Chinese and Mongolian': sourceOf({}, 90, [sound(1, { language: 'zh' }), sound(2, { language: 'mn' })]),
  'eight channels and a commentary in one language': sourceOf({}, 90, [
    sound(1, { channels: 8, language: 'zh', title: '原声' }),
    sound(2, { language: 'zh', title: '解说' }),
  ]),
  'twelve tracks that nobody named': sourceOf(
    {},
    90,
    Array.from({ length: 12 }, (_, index) => sound(index + 1)),
  ),
  'Matroska that starts late': { ...sourceOf({ firstPts: 10_321, firstSeconds: 10.321 }, 61), demuxer: 'matroska' },
}
