import type { LadderReason } from '@ulan/contract'
import { type FrameRate, framesPerSecond } from './frame-rate.ts'
import type { LadderPolicy } from './ladder-policy.ts'
import type { Rung } from './rung-plan.ts'
import type { SourceDescription } from './source-description.ts'

const rounded = (rate: FrameRate): number => Math.round(framesPerSecond(rate) * 1000) / 1000

function rateReasons({ averageRate, nominalRate }: SourceDescription['video'], rate: FrameRate): readonly LadderReason[] {
  const measured = averageRate ?? nominalRate
  const perSecond = rounded(rate)
  if (measured === undefined) return [{ code: 'rate-unknown', perSecond }]
  // A header that is a thousandth off says the same rate.
  if (Math.abs(framesPerSecond(measured) - framesPerSecond(rate)) / framesPerSecond(rate) < 0.0004)
    return [{ code: 'rate-kept', perSecond }]
  return [{ code: 'rate-changed', perSecond, fromPerSecond: rounded(measured) }]
}

/** Why the ladder of a source is as it is, before anything is measured; one reason for each decision. */
export function ladderReasons(
  source: SourceDescription,
  rate: FrameRate,
  rungs: readonly Rung[],
  soundCount: number,
  policy: LadderPolicy,
): readonly LadderReason[] {
  const { video, audios } = source
  const top = rungs.reduce((a, b) => (b.widthPx * b.heightPx > a.widthPx * a.heightPx ? b : a))
  return [
    { code: 'source-size', widthPx: video.widthPx, heightPx: video.heightPx, rung: top.name },
    ...(video.heightPx > video.widthPx ? [{ code: 'portrait' } as const] : []),
    ...(rungs.some(({ codec, range }) => codec === 'hevc' && range === 'sdr') ? [{ code: 'hevc-for-boxes' } as const] : []),
    ...(rungs.some(({ codec }) => codec === 'av1') ? [{ code: 'av1-wanted' } as const] : []),
    ...(video.transfer === 'sdr' ? [] : [{ code: policy.hdr === undefined ? 'hdr-tone-mapped' : 'hdr-kept' } as const]),
    ...(video.isInterlaced ? [{ code: 'deinterlaced' } as const] : []),
    ...(video.rotationDegrees === 0 ? [] : [{ code: 'turned', degrees: video.rotationDegrees } as const]),
    ...rateReasons(video, rate),
    ...(audios.length === 0 ? [{ code: 'no-sound' } as const] : []),
    ...(soundCount > 1 ? [{ code: 'several-sounds', count: soundCount } as const] : []),
    ...(audios.length > soundCount ? [{ code: 'sounds-left-out', count: audios.length - soundCount } as const] : []),
    ...(audios.some(({ channels }) => channels > 2) ? [{ code: 'sound-mixed-down' } as const] : []),
  ]
}
