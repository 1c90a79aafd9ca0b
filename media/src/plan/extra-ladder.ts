import type { ExtraLadder } from '@ulan/contract'
import { AV1_POLICY, type CodecPolicy, HDR_POLICY, type LadderPolicy } from './ladder-policy.ts'
import type { SourceDescription } from './source-description.ts'

/** What sets the names of their rungs apart. */
export const LADDER_SUFFIX: Readonly<Record<ExtraLadder, string>> = { av1: '-av1', hdr: '-hdr' }

const KINDS: readonly ExtraLadder[] = ['hdr', 'av1']

/** The ladder besides the usual ones that a rung belongs to, by its name. */
export const ladderOf = (rungName: string): ExtraLadder | undefined => KINDS.find((kind) => rungName.endsWith(LADDER_SUFFIX[kind]))

/** The ladders that a source can have besides the usual ones: what is not HDR cannot become it. */
export const laddersFor = ({ video }: SourceDescription): readonly ExtraLadder[] =>
  KINDS.filter((kind) => kind !== 'hdr' || video.transfer !== 'sdr')

/** How ladders that somebody wants are encoded, where a process has no will of its own. */
export function withLadders(policy: LadderPolicy, wanted: readonly ExtraLadder[]): LadderPolicy {
  const usual: Readonly<Record<ExtraLadder, CodecPolicy>> = { av1: AV1_POLICY, hdr: HDR_POLICY }
  return { ...policy, ...Object.fromEntries(wanted.map((kind) => [kind, policy[kind] ?? usual[kind]])) }
}
