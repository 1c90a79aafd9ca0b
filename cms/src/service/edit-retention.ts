import { done, type MediaLibrary, type Outcome, type Retention, type RetentionPatch, refuse } from '@ulan/contract'
import { publishedAssets } from '../domain/snapshot/published-assets.ts'
import type { LiveSnapshot } from './live-snapshot.ts'
import type { RetentionStore } from './ports.ts'
import type { StaffMember } from './staff-ports.ts'

export type RetentionNeeds = {
  readonly retention: RetentionStore
  readonly live: Pick<LiveSnapshot, 'current'>
  readonly library: Pick<MediaLibrary, 'readStorage'>
  clock(): Date
}

const DAY_MS = 24 * 3_600_000

/** Masters that a policy of so many days would let go now, by the last count. */
async function findDue({ live, library, clock }: RetentionNeeds, days: number): Promise<Retention['due']> {
  const due = { masters: 0, bytes: 0 }
  if (days === 0) return due
  const before = clock().getTime() - days * DAY_MS
  const published = publishedAssets(live.current())
  for (const { id, status, parts } of (await library.readStorage()).counted?.assets ?? []) {
    const at = published.get(id)
    if (status !== 'ready' || parts.masters === undefined || at === undefined || at.getTime() > before) continue
    due.masters += 1
    due.bytes += parts.masters
  }
  return due
}

/** How long masters are kept: for good, unless somebody decided otherwise. */
export async function readRetention(needs: RetentionNeeds, askedDays?: number): Promise<Retention> {
  const last = await needs.retention.readLast()
  const masterDays = last?.masterDays ?? 0
  return {
    masterDays,
    rev: last?.rev ?? 0,
    ...(last && { changedAt: last.changedAt.toISOString(), changedBy: last.changedBy }),
    due: await findDue(needs, askedDays ?? masterDays),
  }
}

/** Changes it at the revision its editor saw, and keeps who did and when. */
export async function updateRetention(
  needs: RetentionNeeds,
  { rev, masterDays }: RetentionPatch,
  member: StaffMember | undefined,
): Promise<Outcome<Retention>> {
  if (member === undefined) return refuse('not-allowed')
  const last = await needs.retention.readLast()
  if ((last?.rev ?? 0) !== rev) return refuse('stale-revision')
  const rule = { rev: rev + 1, masterDays, changedAt: needs.clock(), changedBy: member.email }
  return (await needs.retention.add(rule)) ? done(await readRetention(needs)) : refuse('stale-revision')
}
