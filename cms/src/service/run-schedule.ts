import { type Outcome, type ProgrammeId, refuse, type StaffProgramme } from '@ulan/contract'
import type { Logger } from 'pino'
import type { KeptProgramme } from '../domain/programme/kept-programme.ts'
import { takenDownFrom } from '../domain/publish/next-version.ts'
import { type DueAct, dueActs, missed } from '../domain/publish/schedule.ts'
import { readAsset } from './edit-programme.ts'
import type { AuditLog } from './keep-audit.ts'
import { lookAtPlanned, type PlanNeeds } from './planned-publication.ts'
import type { ScheduleLease } from './ports.ts'
import { move, sendOut } from './publish-programme.ts'

/** How an act that was due went. */
export type ScheduleRun = { readonly act: DueAct['act']; readonly result: 'done' | 'refused'; readonly lateSeconds: number }

export type ScheduleNeeds = PlanNeeds & {
  readonly audit: Pick<AuditLog, 'begin'>
  readonly lease: ScheduleLease
  readonly logger: Logger
  onRun(run: ScheduleRun): void
}

/** Of several processes one does what is due; when it dies, another goes on after this. One act takes far less. */
const LEASE_MS = 5000
/** Where the log says that something came from. */
const ADDRESS = 'schedule'
const ACTIONS = { publish: 'scheduledPublish', 'take-down': 'scheduledTakeDown' } as const

/** Does all that is due in the order of its times, also what fell due while nobody ran; says how much that was. */
async function runSchedule(needs: ScheduleNeeds): Promise<number> {
  const now = needs.clock()
  const acts = (await needs.reader.listDue(now.toISOString()))
    .flatMap((programme) => dueActs(programme, now.toISOString()).map((act) => ({ id: programme.id, act })))
    .sort((one, other) => (one.act.at < other.act.at ? -1 : one.act.at > other.act.at ? 1 : 0))
  let count = 0
  for (const { id, act } of acts) {
    if (!(await needs.lease.claim(needs.clock(), LEASE_MS))) break
    if (await tryAct(needs, id, act)) count += 1
  }
  return count
}

/** What goes wrong with one programme keeps none of the others back; it is tried again. */
async function tryAct(needs: ScheduleNeeds, id: ProgrammeId, planned: DueAct): Promise<boolean> {
  try {
    return await runAct(needs, id, planned)
  } catch (error) {
    needs.logger.error({ err: error, programme: id, act: planned.act }, 'what is due could not be done; it is tried again')
    return false
  }
}

/** False when it is not due any more, or somebody changed the programme meanwhile: then it is looked at again. */
async function runAct(needs: ScheduleNeeds, id: ProgrammeId, planned: DueAct): Promise<boolean> {
  const programme = await needs.reader.readOne(id)
  const now = needs.clock()
  // Only the first: what is not out yet is not taken off.
  const [act] = programme === undefined ? [] : dueActs(programme, now.toISOString())
  if (programme === undefined || act?.act !== planned.act || act.at !== planned.at) return false
  const end = await needs.audit.begin({
    by: act.by,
    address: ADDRESS,
    action: ACTIONS[act.act],
    target: id,
    asked: { plannedFor: act.at },
  })
  const outcome = act.act === 'publish' ? await publishPlanned(needs, programme, act) : await takeDownPlanned(needs, programme)
  await end(outcome)
  if (outcome.kind === 'refused' && outcome.problem === 'stale-revision') return false
  const result = outcome.kind === 'done' ? 'done' : 'refused'
  const lateSeconds = Math.max(0, (now.getTime() - Date.parse(act.at)) / 1000)
  needs.logger.info({ programme: id, act: act.act, plannedFor: act.at, lateSeconds, result }, 'did what was planned')
  needs.onRun({ act: act.act, result, lateSeconds })
  return true
}

async function publishPlanned(needs: ScheduleNeeds, programme: KeptProgramme, act: DueAct): Promise<Outcome<StaffProgramme>> {
  const publish = programme.schedule?.publish
  if (publish === undefined) throw new Error('called for what is planned alone')
  const { outgoing, asset, refused } = await lookAtPlanned(needs, programme, publish)
  if (refused === undefined) return await sendOut(needs, programme, outgoing, asset)
  const without = missed(programme, act, refused.problem, needs.clock().toISOString())
  return (await needs.writer.replaceRevision(without, programme.rev)) ? refused : refuse('stale-revision')
}

async function takeDownPlanned(needs: ScheduleNeeds, programme: KeptProgramme): Promise<Outcome<StaffProgramme>> {
  const asset = await readAsset(needs, programme)
  const down = takenDownFrom(programme, needs.clock().toISOString(), programme.schedule?.takeDown?.reason)
  return await move(needs, down, asset, programme.rev)
}

/** Looks every second for what is due until it is closed; trouble is told in the log, and it is tried again. */
export function keepSchedule(needs: ScheduleNeeds, everyMs = 1000): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  const round = async (): Promise<void> => {
    try {
      await runSchedule(needs)
    } catch (error) {
      if (!isClosed) needs.logger.error({ err: error }, 'nobody could see what is due; it is looked for again')
    }
    if (!isClosed) timer = setTimeout(() => (running = round()), everyMs)
  }
  let running = round()
  return {
    async close() {
      isClosed = true
      clearTimeout(timer)
      await running
    },
  }
}
