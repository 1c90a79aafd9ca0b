import type { RungProgress } from '@ulan/contract'
import { remainingSeconds } from '../plan/remaining-work.ts'
import type { TranscodePlan } from '../plan/transcode-plan.ts'
import { makesRendition } from '../plan/unit-plan.ts'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { UnitRecord } from '../storage/unit-model.ts'

const segmentsOf = ({ step }: UnitRecord): number => ('segmentCount' in step ? step.segmentCount : 0)

/** A rung has failed once it can only become whole when somebody asks for it. */
function stateOf(units: readonly UnitRecord[]): RungProgress['state'] {
  if (units.length > 0 && units.every(({ state }) => state === 'done')) return 'done'
  if (units.some(({ state }) => state === 'failed')) return 'failed'
  return units.some(({ state }) => state !== 'waiting') ? 'encoding' : 'waiting'
}

/** Who works on some units, when the last of them was heard of, and what went wrong last. */
function workOn(units: readonly UnitRecord[]): Pick<RungProgress, 'workers' | 'heardAt' | 'message'> {
  const running = units.filter(({ state }) => state === 'running')
  const workers = [...new Set(running.flatMap(({ worker }) => worker ?? []))]
  const heardAt = Math.max(...running.flatMap(({ heardAt: at }) => at?.getTime() ?? []))
  const message = units.find((unit) => unit.message !== undefined)?.message
  return {
    ...(workers.length > 0 && { workers }),
    ...(Number.isFinite(heardAt) && { heardAt: new Date(heardAt).toISOString() }),
    ...(message !== undefined && { message }),
  }
}

/** Segments done and planned of one rung or sound. */
function rungProgress(name: string, all: readonly UnitRecord[], total: number): RungProgress {
  const units = all.filter(({ step }) => makesRendition(step, name))
  const state = stateOf(units)
  const done = units.reduce((sum, unit) => sum + (unit.state === 'done' && unit.kind === 'video' ? segmentsOf(unit) : unit.segmentsDone), 0)
  return { name, state, segmentsDone: state === 'done' ? total : Math.min(done, total), segmentsTotal: total, ...workOn(units) }
}

function planned(plan: TranscodePlan, units: readonly UnitRecord[]): RungProgress[] {
  const remaining = remainingSeconds(plan, units)
  const renditions = [
    ...plan.rungs.map(({ name }) => ({ name, total: plan.segmentCount })),
    ...plan.audios.map(({ name, segmentCount }) => ({ name, total: segmentCount })),
  ]
  return renditions.map(({ name, total }) => {
    const seconds = remaining.get(name)
    return { ...rungProgress(name, units, total), ...(seconds !== undefined && { remainingSeconds: seconds }) }
  })
}

/** Every rung and sound of an asset as staff see it: of its version once there is one, else of what is being made. */
export function rungsOf({ rungs, plan, status, isResumable }: AssetRecord, units: readonly UnitRecord[]): RungProgress[] {
  if (plan === undefined || status === 'ready') return rungs ?? []
  // What is added to a version comes after what it has.
  const known = new Set((rungs ?? []).map(({ name }) => name))
  const all = [...(rungs ?? []), ...planned(plan, units).filter(({ name }) => !known.has(name))]
  // Nothing is kept of it: whatever was done will have to be done again.
  const isGivenUp = status === 'failed' && isResumable !== true
  return isGivenUp ? all.map((rung) => (known.has(rung.name) ? rung : { ...rung, state: 'failed' as const })) : all
}
