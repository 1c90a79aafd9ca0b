import { type Asset, done, type Outcome, type ProgrammeId, refuse, type StaffProgramme } from '@ulan/contract'
import { type KeptProgramme, lastVersionOf } from '../domain/programme/kept-programme.ts'
import { isNews, publishedFrom, takenDownFrom } from '../domain/publish/next-version.ts'
import { nextStatus } from '../domain/publish/programme-life.ts'
import { fieldsOfBlocker, findPublishBlockers } from '../domain/publish/publish-blockers.ts'
import { type EditNeeds, forStaff, readAsset, readRequired, refuseTakenEpisode, titlesToAsk } from './edit-programme.ts'
import { personOf } from './review-needs.ts'
import type { StaffMember } from './staff-ports.ts'

/** Publishes what stands there. The public sees it before this resolves; doing it twice is harmless. */
export async function publishProgramme(
  needs: EditNeeds,
  id: ProgrammeId,
  seenRev: number,
  publisher?: StaffMember,
): Promise<Outcome<StaffProgramme>> {
  const old = await needs.reader.readOne(id)
  if (old === undefined) return refuse('not-found')
  const asset = await readAsset(needs, old)
  const { review } = await needs.settings.readSettings()
  const reviewNumber = review.policy === 'three' ? await needs.approvedReview(id) : undefined
  if (old.status === 'published' && !isNews(old, asset, reviewNumber)) return await repeat(needs, old, asset)
  if (old.rev !== seenRev) return refuse('stale-revision')
  const blocked = (await refuseBlocked(needs, old, asset)) ?? (await refuseTakenEpisode(needs, old))
  if (blocked !== undefined) return blocked
  if (review.policy === 'three' && reviewNumber === undefined) return refuse('review-required')
  const by = publisher && personOf(publisher)
  const moved = publishedFrom(old, asset, { now: needs.clock().toISOString(), by, reviewNumber })
  const last = lastVersionOf(old)
  // First, lest a kill between the two loses it.
  if (last !== undefined && last.number !== moved.lastVersion?.number) await needs.writer.keepVersion(id, last)
  return await move(needs, moved, asset, old.rev)
}

/** Takes a programme off. The public sees that before this resolves; doing it twice is harmless. */
export async function takeDownProgramme(needs: EditNeeds, id: ProgrammeId, seenRev: number): Promise<Outcome<StaffProgramme>> {
  const old = await needs.reader.readOne(id)
  if (old === undefined) return refuse('not-found')
  if (nextStatus(old.status, 'take-down') === undefined) return refuse('conflict')
  const asset = await readAsset(needs, old)
  if (old.status === 'taken-down') return await repeat(needs, old, asset)
  if (old.rev !== seenRev) return refuse('stale-revision')
  return await move(needs, takenDownFrom(old, needs.clock().toISOString()), asset, old.rev)
}

/** A repeated call after a lost answer: the public must see it all the same. */
async function repeat(needs: EditNeeds, programme: KeptProgramme, asset: Asset | undefined): Promise<Outcome<StaffProgramme>> {
  await needs.live.refresh([{ kind: 'programme', id: programme.id }])
  return done(forStaff(programme, asset, await readRequired(needs)))
}

async function move(needs: EditNeeds, moved: KeptProgramme, asset: Asset | undefined, seenRev: number): Promise<Outcome<StaffProgramme>> {
  if (!(await needs.writer.replaceRevision(moved, seenRev))) return refuse('stale-revision')
  await needs.live.refresh([{ kind: 'programme', id: moved.id }])
  return done(forStaff(moved, asset, await readRequired(needs)))
}

async function refuseBlocked(needs: EditNeeds, programme: KeptProgramme, asset: Asset | undefined): Promise<Outcome<never> | undefined> {
  const blockers = findPublishBlockers(programme, asset, titlesToAsk(programme, await readRequired(needs)))
  if (blockers.length === 0) return undefined
  return refuse(
    'cannot-publish',
    blockers.flatMap((code) => fieldsOfBlocker(code, programme).map((path) => ({ path, code }))),
  )
}
