import type { LadderReason } from '@ulan/contract'

/** One reason as a sentence needs it: its key under `why`, its numbers as people write them, the rung it speaks of. */
export type ReasonWords = {
  readonly code: LadderReason['code']
  readonly values: { readonly [name: string]: number }
  readonly rung?: string
}

/** 29.970 is 29.97, and 25.000 is 25. */
const short = (value: number): number => Math.round(value * 100) / 100

/** Why a ladder is as it is, sentence by sentence, in the order of the decisions. */
export const ladderWords = (reasons: readonly LadderReason[] = []): readonly ReasonWords[] =>
  reasons.map(({ code, rung, ...numbers }) => ({
    code,
    values: Object.fromEntries(Object.entries(numbers).flatMap(([name, value]) => (value === undefined ? [] : [[name, short(value)]]))),
    ...(rung === undefined ? {} : { rung }),
  }))
