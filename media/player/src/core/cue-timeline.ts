/** When a cue is on the screen, seconds of the programme. */
export type Timed = { readonly startTime: number; readonly endTime: number }

/** Cues to be seen at a moment, in their order. */
export const activeAt = <T extends Timed>(cues: readonly T[], seconds: number): readonly T[] =>
  cues.filter(({ startTime, endTime }) => startTime <= seconds && seconds < endTime)

/** Seconds until a cue comes or goes; undefined when none does any more. */
export function untilChange(cues: readonly Timed[], seconds: number): number | undefined {
  let next = Number.POSITIVE_INFINITY
  for (const { startTime, endTime } of cues) {
    if (startTime > seconds) next = Math.min(next, startTime)
    else if (endTime > seconds) next = Math.min(next, endTime)
  }
  return Number.isFinite(next) ? next - seconds : undefined
}
