import { type Asset, done, type Outcome, type ProgrammeId, type Refusal, refuse, type StaffProgramme } from '@ulan/contract'
import { type KeptProgramme, lastVersionOf } from '../domain/programme/kept-programme.ts'
import { isNews, type Outgoing, outgoingOf, publishedFrom, takenDownFrom } from '../domain/publish/next-version.ts'
import { nextStatus } from '../domain/publish/programme-life.ts'
import { fieldsOfBlocker, findPublishBlockers } from '../domain/publish/publish-blockers.ts'
import { isSettled } from '../domain/review/signed-film.ts'
import { canonical } from '../domain/text/canonical.ts'
import { type EditNeeds, forStaff, readAsset, readTerms, refuseTakenEpisode, titlesToAsk } from './edit-programme.ts'
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
  const reviewNumber = await readReviewNumber(needs, id)
  if (old.status === 'published' && !isNews(old, asset, reviewNumber)) return await repeat(needs, old, asset)
  if (old.rev !== seenRev) return refuse('stale-revision')
  const outgoing = { ...outgoingOf(old, asset, reviewNumber), by: publisher && personOf(publisher) }
  const refused = refuseUnsettled(outgoing, asset) ?? (await refuseOutgoing(needs, old, outgoing, asset))
  return refused ?? (await sendOut(needs, old, outgoing, asset))
}

/** Takes a programme off, and what is planned for it. The public sees that before this resolves; doing it twice is harmless. */
export async function takeDownProgramme(
  needs: EditNeeds,
  id: ProgrammeId,
  { rev, reason }: { readonly rev: number; readonly reason?: string | undefined },
): Promise<Outcome<StaffProgramme>> {
  const old = await needs.reader.readOne(id)
  if (old === undefined) return refuse('not-found')
  if (nextStatus(old.status, 'take-down') === undefined) return refuse('conflict')
  const asset = await readAsset(needs, old)
  if (old.status === 'taken-down') return await repeat(needs, old, asset)
  if (old.rev !== rev) return refuse('stale-revision')
  return await move(needs, takenDownFrom(old, needs.clock().toISOString(), reason), asset, old.rev)
}

/** Number of the review that signed what stands there, where anything has to be signed. */
export async function readReviewNumber(
  needs: Pick<EditNeeds, 'settings' | 'approvedReview'>,
  id: ProgrammeId,
): Promise<number | undefined> {
  return (await needs.settings.readSettings()).review.policy === 'three' ? await needs.approvedReview(id) : undefined
}

/** What is signed is kept as it plays now: that must be what was watched. */
export const refuseUnsettled = ({ reviewNumber }: Outgoing, asset: Asset | undefined): Refusal | undefined =>
  reviewNumber === undefined || asset === undefined || isSettled(asset)
    ? undefined
    : refuse('cannot-publish', [{ path: 'assetId', code: 'asset-not-ready' }])

/** What keeps a content of a programme from the public now, or at an instant to come (ms since 1970). */
export async function refuseOutgoing(
  needs: EditNeeds,
  programme: KeptProgramme,
  { content, reviewNumber }: Outgoing,
  asset: Asset | undefined,
  atMs?: number,
): Promise<Refusal | undefined> {
  const { required, nowMs } = await readTerms(needs)
  const blockers = findPublishBlockers(content, asset, titlesToAsk(programme, required), atMs ?? nowMs)
  if (blockers.length > 0) {
    const errors = blockers.flatMap((code) => fieldsOfBlocker(code, content).map((path) => ({ path, code })))
    return refuse('cannot-publish', errors)
  }
  const { review } = await needs.settings.readSettings()
  // Two that hold one place from before can still be mended otherwise.
  const isHeld = programme.status === 'published' && canonical(lastVersionOf(programme)?.content.episodeOf) === canonical(content.episodeOf)
  const taken = isHeld ? undefined : await refuseTakenEpisode(needs, { id: programme.id, episodeOf: content.episodeOf })
  return taken ?? (review.policy === 'three' && reviewNumber === undefined ? refuse('review-required') : undefined)
}

/** Makes a content public that nothing keeps back. */
export async function sendOut(
  needs: EditNeeds,
  old: KeptProgramme,
  outgoing: Outgoing,
  asset: Asset | undefined,
): Promise<Outcome<StaffProgramme>> {
  const moved = publishedFrom(old, outgoing, asset, needs.clock().toISOString())
  const last = lastVersionOf(old)
  // First, lest a kill between the two loses it.
  if (last !== undefined && last.number !== moved.lastVersion?.number) await needs.writer.keepVersion(old.id, last)
  return await move(needs, moved, asset, old.rev)
}

/** A repeated call after a lost answer: the public must see it all the same. */
async function repeat(needs: EditNeeds, programme: KeptProgramme, asset: Asset | undefined): Promise<Outcome<StaffProgramme>> {
  await needs.live.refresh([{ kind: 'programme', id: programme.id }])
  return done(forStaff(programme, asset, await readTerms(needs)))
}

/** Writes where a programme stands with the public, and shows it. */
export async function move(
  needs: EditNeeds,
  moved: KeptProgramme,
  asset: Asset | undefined,
  seenRev: number,
): Promise<Outcome<StaffProgramme>> {
  if (!(await needs.writer.replaceRevision(moved, seenRev))) return refuse('stale-revision')
  await needs.live.refresh([{ kind: 'programme', id: moved.id }])
  return done(forStaff(moved, asset, await readTerms(needs)))
}
