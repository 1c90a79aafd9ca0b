import type {
  AuditActor,
  FieldProblem,
  ProblemName,
  ProgrammeSchedule,
  ScheduledAct,
  ScheduleEntry,
  ScheduleHindrance,
} from '@ulan/contract'
import { contentOf, type KeptProgramme, type KeptSchedule, lastVersionOf } from '../programme/kept-programme.ts'
import { canonical } from '../text/canonical.ts'
import type { Outgoing } from './next-version.ts'

/** Instants in UTC, as ISO 8601; absent members stay, `null` cancels. */
export type SchedulePlan = {
  readonly publishAt?: string | null | undefined
  readonly takeDownAt?: string | null | undefined
  readonly reason?: string | undefined
}

/** What is wrong with the times of a plan, for a programme that has this already. */
export function findPlanProblems(programme: KeptProgramme, { publishAt, takeDownAt }: SchedulePlan, now: string): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (typeof publishAt === 'string' && publishAt <= now) problems.push({ path: 'publishAt', code: 'time-past' })
  if (typeof takeDownAt === 'string') {
    const goesOut = publishAt === undefined ? programme.schedule?.publish?.at : publishAt
    if (takeDownAt <= now) problems.push({ path: 'takeDownAt', code: 'time-past' })
    else if (goesOut && takeDownAt <= goesOut) problems.push({ path: 'takeDownAt', code: 'ends-before-start' })
    else if (!goesOut && programme.status !== 'published') problems.push({ path: 'takeDownAt', code: 'nothing-to-take-down' })
  } else if (takeDownAt === undefined && typeof publishAt === 'string') {
    const ends = programme.schedule?.takeDown?.at
    if (ends !== undefined && ends <= publishAt) problems.push({ path: 'publishAt', code: 'starts-after-end' })
  }
  return problems
}

type Plan = { readonly plan: SchedulePlan; readonly by: AuditActor; readonly now: string; readonly outgoing: Outgoing | undefined }

/** The programme one revision on, with this plan; what was missed is dealt with by it. */
export function planned(old: KeptProgramme, { plan, by, now, outgoing }: Plan): KeptProgramme {
  const { publishAt, takeDownAt, reason } = plan
  const before = old.schedule ?? {}
  const publish =
    publishAt === undefined
      ? before.publish
      : publishAt === null || outgoing === undefined
        ? undefined
        : {
            at: publishAt,
            by,
            content: outgoing.content,
            ...(outgoing.film && { film: outgoing.film }),
            ...(outgoing.reviewNumber !== undefined && { reviewNumber: outgoing.reviewNumber }),
          }
  const asked = takeDownAt ? { at: takeDownAt, by, ...(reason !== undefined && { reason }) } : undefined
  const ends = takeDownAt === undefined ? before.takeDown : asked
  // Without a publication there is nothing to take off.
  const takeDown = publish === undefined && old.status !== 'published' ? undefined : ends
  return withSchedule({ ...old, rev: old.rev + 1, updatedAt: now }, { ...(publish && { publish }), ...(takeDown && { takeDown }) })
}

function withSchedule({ schedule: _schedule, ...programme }: KeptProgramme, schedule: KeptSchedule): KeptProgramme {
  const last = lastVersionOf(programme)
  return { ...programme, ...(last && { lastVersion: last }), ...(Object.keys(schedule).length > 0 && { schedule }) }
}

export type DueAct = { readonly act: ScheduledAct; readonly at: string; readonly by: AuditActor }

/** What of a programme is due, in the order of its times; what goes out and is taken off at once goes out first. */
export function dueActs({ schedule }: KeptProgramme, now: string): readonly DueAct[] {
  const { publish, takeDown } = schedule ?? {}
  const acts: DueAct[] = [
    ...(publish ? [{ act: 'publish' as const, at: publish.at, by: publish.by }] : []),
    ...(takeDown ? [{ act: 'take-down' as const, at: takeDown.at, by: takeDown.by }] : []),
  ]
  return acts.filter(({ at }) => at <= now).sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

/** The programme one revision on, without an act that was due and is refused; what follows from it goes as well. */
export function missed(old: KeptProgramme, { act, at }: DueAct, problem: ProblemName, now: string): KeptProgramme {
  const { publish, takeDown } = old.schedule ?? {}
  const staysOut = old.status !== 'published'
  const rest: KeptSchedule = act === 'publish' ? { ...(takeDown && !staysOut && { takeDown }) } : { ...(publish && { publish }) }
  return withSchedule({ ...old, rev: old.rev + 1, updatedAt: now }, { ...rest, missed: { act, at, problem } })
}

const personOf = ({ id, name, email }: AuditActor): { id: AuditActor['id']; name: string; email: string } => ({ id, name, email })

/** Whether staff have gone on since it was planned: what goes out then is what stood there. */
export const isAhead = (programme: KeptProgramme): boolean => {
  const publish = programme.schedule?.publish
  return publish !== undefined && canonical(publish.content) !== canonical(contentOf(programme))
}

/** As staff see it on the programme. */
export function presentSchedule(programme: KeptProgramme): ProgrammeSchedule | undefined {
  if (programme.schedule === undefined) return undefined
  const { publish, takeDown, missed: refused } = programme.schedule
  return {
    ...(publish && { publish: { at: publish.at, by: personOf(publish.by), isAhead: isAhead(programme) } }),
    ...(takeDown && {
      takeDown: { at: takeDown.at, by: personOf(takeDown.by), ...(takeDown.reason !== undefined && { reason: takeDown.reason }) },
    }),
    ...(refused && { missed: refused }),
  }
}

/** All acts of these programmes in one list: what was refused first, then by their times. */
export function listEntries(
  programmes: readonly KeptProgramme[],
  hindrances: ReadonlyMap<KeptProgramme['id'], ScheduleHindrance>,
): ScheduleEntry[] {
  const entries = programmes.flatMap((programme): ScheduleEntry[] => {
    const { publish, takeDown, missed: refused } = programme.schedule ?? {}
    const named = { programmeId: programme.id, title: programme.title }
    const hindrance = hindrances.get(programme.id)
    return [
      ...(refused ? [{ ...named, ...refused }] : []),
      ...(publish
        ? [
            {
              ...named,
              title: publish.content.title,
              act: 'publish' as const,
              at: publish.at,
              by: personOf(publish.by),
              ...(hindrance && { hindrance }),
            },
          ]
        : []),
      ...(takeDown
        ? [
            {
              ...named,
              act: 'take-down' as const,
              at: takeDown.at,
              by: personOf(takeDown.by),
              ...(takeDown.reason !== undefined && { reason: takeDown.reason }),
            },
          ]
        : []),
    ]
  })
  const rank = ({ problem, at }: ScheduleEntry): string => `${problem === undefined ? 1 : 0} ${at}`
  return entries.sort((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0))
}
