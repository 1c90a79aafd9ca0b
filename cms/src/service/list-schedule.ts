import type { ProgrammeId, ScheduleEntry, ScheduleHindrance } from '@ulan/contract'
import type { Logger } from 'pino'
import type { KeptProgramme } from '../domain/programme/kept-programme.ts'
import { listEntries } from '../domain/publish/schedule.ts'
import { eachAtMost } from './each-at-most.ts'
import { type PlanNeeds, readHindrance } from './planned-publication.ts'
import type { ProgrammeReader } from './ports.ts'

export type ScheduleListNeeds = {
  readonly reader: Pick<ProgrammeReader, 'readOne' | 'listScheduled'>
  readonly logger: Pick<Logger, 'error'>
  /** For one list: what is the same for all in it is read once. */
  planNeedsOfList(): PlanNeeds
}

/** Whoever looks at the list does not take the store from those who work. */
const MOST_AT_ONCE = 8

/** All that is planned, or that of one programme: the next first, with what would keep it back; before it what was due and refused. */
export async function listSchedule(needs: ScheduleListNeeds, id?: ProgrammeId): Promise<ScheduleEntry[]> {
  const programmes = id === undefined ? await needs.reader.listScheduled() : await listOne(needs, id)
  const planned = programmes.filter(({ schedule }) => schedule?.publish !== undefined)
  const hindrances = new Map<ProgrammeId, ScheduleHindrance>()
  if (planned.length === 0) return listEntries(programmes, hindrances)
  const looking = needs.planNeedsOfList()
  // What all of them are held against: without it nothing can be said of any.
  await looking.settings.readSettings()
  await eachAtMost(MOST_AT_ONCE, planned, async (programme) => {
    const hindrance = await tryToLook(needs, looking, programme)
    if (hindrance !== undefined) hindrances.set(programme.id, hindrance)
  })
  return listEntries(programmes, hindrances)
}

async function listOne({ reader }: ScheduleListNeeds, id: ProgrammeId): Promise<readonly KeptProgramme[]> {
  const programme = await reader.readOne(id)
  return programme === undefined ? [] : [programme]
}

/** One that cannot be looked at is listed all the same, and so are the others. */
async function tryToLook(
  { logger }: ScheduleListNeeds,
  looking: PlanNeeds,
  programme: KeptProgramme,
): Promise<ScheduleHindrance | undefined> {
  try {
    return await readHindrance(looking, programme)
  } catch (error) {
    logger.error({ err: error, programme: programme.id }, 'nobody could see what would keep a planned publication back')
    return undefined
  }
}
