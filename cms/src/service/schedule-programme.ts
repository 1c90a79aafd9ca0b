import { done, type Outcome, type ProgrammeId, refuse, type ScheduleChange, type StaffProgramme } from '@ulan/contract'
import { isNews, outgoingOf } from '../domain/publish/next-version.ts'
import { findPlanProblems, planned, type SchedulePlan } from '../domain/publish/schedule.ts'
import { type EditNeeds, forStaff, readAsset, readTerms } from './edit-programme.ts'
import { readReviewNumber, refuseOutgoing, refuseUnsettled } from './publish-programme.ts'
import type { StaffMember } from './staff-ports.ts'

/** Of any offset → in UTC; what has the same form everywhere can be compared as text. */
const instant = (given: string | null | undefined): string | null | undefined =>
  typeof given === 'string' ? new Date(given).toISOString() : given

/** Plans when what stands there now goes out, and when it is taken off; everything is asked of it that publishing asks. */
export async function scheduleProgramme(
  needs: EditNeeds,
  id: ProgrammeId,
  { rev, publishAt, takeDownAt, reason }: ScheduleChange,
  { id: staffId, email, name, role }: StaffMember,
): Promise<Outcome<StaffProgramme>> {
  const old = await needs.reader.readOne(id)
  if (old === undefined) return refuse('not-found')
  if (old.rev !== rev) return refuse('stale-revision')
  const now = needs.clock().toISOString()
  const plan: SchedulePlan = { publishAt: instant(publishAt), takeDownAt: instant(takeDownAt), reason }
  const problems = findPlanProblems(old, plan, now)
  const asset = await readAsset(needs, old)
  const reviewNumber = await readReviewNumber(needs, id)
  const goesOut = typeof plan.publishAt === 'string'
  const outMs = goesOut ? Date.parse(plan.publishAt) : undefined
  if (goesOut && old.status === 'published' && !isNews(old, asset, reviewNumber)) {
    problems.push({ path: 'publishAt', code: 'nothing-to-publish' })
  }
  if (problems.length > 0) return refuse('invalid-request', problems)
  const outgoing = outgoingOf(old, asset, reviewNumber)
  const refused = goesOut ? (refuseUnsettled(outgoing, asset) ?? (await refuseOutgoing(needs, old, outgoing, asset, outMs))) : undefined
  if (refused !== undefined) return refused
  const next = planned(old, { plan, by: { id: staffId, email, name, role }, now, outgoing })
  if (!(await needs.writer.replaceRevision(next, rev))) return refuse('stale-revision')
  return done(forStaff(next, asset, await readTerms(needs)))
}
