import { withLadders } from '../plan/extra-ladder.ts'
import type { LadderPolicy } from '../plan/ladder-policy.ts'
import type { MediaNeeds } from './media-needs.ts'

/** The ladder policy of a title that is planned now: this process's own, with what staff chose. */
export async function currentPolicy({ policy, policies }: Pick<MediaNeeds, 'policy' | 'policies'>): Promise<LadderPolicy> {
  const { av1, hdr } = await policies.read()
  return withLadders(policy, [...(av1 ? ['av1' as const] : []), ...(hdr ? ['hdr' as const] : [])])
}
