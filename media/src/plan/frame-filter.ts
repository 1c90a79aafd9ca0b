import type { ColourMatrix, VideoRange } from './source-description.ts'
import type { TranscodePlan } from './transcode-plan.ts'

/** Known to bring PQ and HLG down to bt709; without it the old tags would stay on an SDR picture. */
const TONE_MAP = 'zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p'

/** ffmpeg's names of them. */
const MATRICES: Readonly<Record<ColourMatrix, string>> = { bt601: 'smpte170m', bt709: 'bt709' }

/** Says what the colours are of a master that does not; to ffmpeg all of those are BT.601, and reds and greens would move. */
export const tellMatrix = ({ source: { video } }: TranscodePlan): readonly string[] =>
  video.assumedMatrix === undefined ? [] : [`setparams=colorspace=${MATRICES[video.assumedMatrix]}`]

/** Filters that bring PQ and HLG to what every screen shows; none for a master that is SDR. */
export const toneMap = (plan: TranscodePlan): readonly string[] => (plan.source.video.transfer === 'sdr' ? [] : [TONE_MAP])
export const deinterlace = (plan: TranscodePlan): readonly string[] => (plan.source.video.isInterlaced ? ['bwdif=mode=send_frame'] : [])

/** Puts pictures on the title's own grid of frames, so that a number means the same picture wherever the seek landed. */
export const onFrameGrid = (plan: TranscodePlan): readonly string[] => [
  ...tellMatrix(plan),
  // Before the deinterlacer, which counts in half ticks.
  `setpts=PTS-(${plan.source.video.firstPts})`,
  ...deinterlace(plan),
  `fps=${plan.frameRate.numerator}/${plan.frameRate.denominator}:round=near`,
]

/** Scales to one rung; ten bits are kept where the range needs them. */
export function scaleTo({ widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number }, range: VideoRange): string {
  const isSdr = range === 'sdr'
  const matrix = isSdr ? 'bt709' : 'bt2020'
  const format = isSdr ? 'yuv420p' : 'yuv420p10le'
  return `scale=${widthPx}:${heightPx}:out_color_matrix=${matrix}:out_range=tv,format=${format},setsar=1`
}
