import { type Asset, type ProgrammeId, type Refusal, type ReviewStep, refuse, type ScheduleHindrance } from '@ulan/contract'
import type { KeptProgramme, PlannedPublication } from '../domain/programme/kept-programme.ts'
import { type Outgoing, outgoingOf } from '../domain/publish/next-version.ts'
import { isAhead } from '../domain/publish/schedule.ts'
import { type EditNeeds, readAsset } from './edit-programme.ts'
import { readReviewNumber, refuseOutgoing, refuseUnsettled } from './publish-programme.ts'
import { personOf } from './review-needs.ts'

export type PlanNeeds = EditNeeds & {
  /** Whether the signatures of a review still stand: nobody gave it, or the same content later, back, refused it or took it back. */
  isReviewStanding(id: ProgrammeId, number: number): Promise<boolean>
  /** Steps that nobody has signed yet of what stands there; none where it is not under review. */
  unsignedSteps(id: ProgrammeId): Promise<readonly ReviewStep[]>
}

/** What goes out of a plan, and what keeps it back. */
type Leaving = { readonly outgoing: Outgoing; readonly asset: Asset | undefined; readonly refused: Refusal | undefined }

/** The one rule for what is planned: at its time it decides, and before that it warns. `atMs`: when it is to go out, ms since 1970; now when left out. */
export async function lookAtPlanned(
  needs: PlanNeeds,
  programme: KeptProgramme,
  publish: PlannedPublication,
  atMs?: number,
): Promise<Leaving> {
  const asset = await readAsset(needs, publish.content)
  const outgoing = { ...(await signedSince(needs, programme, publish, asset)), by: personOf(publish.by) }
  const refused = (await refuseFallen(needs, programme.id, outgoing)) ?? (await refuseOutgoing(needs, programme, outgoing, asset, atMs))
  return { outgoing, asset, refused }
}

/** Why a programme's publication would be refused at its time, were all as it is now; undefined where nothing keeps it back, or none is planned. */
export async function readHindrance(needs: PlanNeeds, programme: KeptProgramme): Promise<ScheduleHindrance | undefined> {
  const publish = programme.schedule?.publish
  if (publish === undefined) return undefined
  // What is overdue is looked at now.
  const atMs = Math.max(Date.parse(publish.at), needs.clock().getTime())
  const { refused } = await lookAtPlanned(needs, programme, publish, atMs)
  if (refused === undefined) return undefined
  const { problem, errors = [] } = refused
  // What staff have gone on in since is signed without helping what was planned.
  const unsigned = problem === 'review-required' && !isAhead(programme) ? await needs.unsignedSteps(programme.id) : []
  return { problem, ...(errors.length > 0 && { errors: [...errors] }), ...(unsigned.length > 0 && { unsigned: [...unsigned] }) }
}

/** What was planned without signatures, where they were not asked for, may have got them since. */
async function signedSince(
  needs: PlanNeeds,
  programme: KeptProgramme,
  { content, film, reviewNumber }: PlannedPublication,
  asset: Asset | undefined,
): Promise<Outgoing> {
  if (reviewNumber !== undefined || isAhead(programme)) return { content, film, reviewNumber }
  const since = await readReviewNumber(needs, programme.id)
  const now = outgoingOf(programme, asset, since)
  return refuseUnsettled(now, asset) === undefined ? now : { content, film, reviewNumber }
}

/** What somebody gave back, refused or took back since it was planned, where signatures are asked for. */
async function refuseFallen(needs: PlanNeeds, id: ProgrammeId, { reviewNumber }: Outgoing): Promise<Refusal | undefined> {
  if (reviewNumber === undefined || (await needs.settings.readSettings()).review.policy !== 'three') return undefined
  return (await needs.isReviewStanding(id, reviewNumber)) ? undefined : refuse('review-required')
}
