import { type KeptProgramme, type PublicProgramme, publicOf } from '../programme/kept-programme.ts'
import { publishedFrom, takenDownFrom } from '../publish/next-version.ts'
import { dueActs } from '../publish/schedule.ts'
import type { Catalogue } from '../snapshot/catalogue.ts'

type Programmes = Catalogue['programmes']
/** What is public at an instant to come, and how many programmes what is planned changes until then. */
export type PlannedProgrammes = {
  readonly programmes: Programmes
  readonly changed: readonly PublicProgramme[]
  readonly plannedCount: number
}

/**
 * What will be public at an instant (UTC, ISO 8601) if all that is planned until then is done, as the schedule will do it;
 * that something planned may still be refused is not foreseen.
 */
export function programmesAt(programmes: Programmes, scheduled: readonly KeptProgramme[], at: string): PlannedProgrammes {
  const next = new Map(programmes)
  const changed: PublicProgramme[] = []
  let plannedCount = 0
  for (const programme of scheduled) {
    const then = afterPlans(programme, at)
    if (then === undefined) continue
    plannedCount += 1
    next.delete(programme.id)
    if (then.status !== 'published') continue
    const shown = publicOf(then)
    next.set(shown.id, shown)
    changed.push(shown)
  }
  return { programmes: next, changed, plannedCount }
}

/** The programme after what is planned for it until an instant; undefined where that is nothing. */
function afterPlans(programme: KeptProgramme, at: string): KeptProgramme | undefined {
  const planned = programme.schedule?.publish
  let then: KeptProgramme | undefined
  for (const act of dueActs(programme, at)) {
    const before = then ?? programme
    if (act.act === 'take-down') then = takenDownFrom(before, act.at)
    // Whether the files of its film make it a version of its own is nothing that viewers see.
    else if (planned !== undefined) then = publishedFrom(before, { content: planned.content, film: planned.film }, undefined, act.at)
  }
  return then
}
