import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../plan/ladder-policy.ts'
import { sourceOf } from '../plan/source-fixtures.ts'
import { planTranscode } from '../plan/transcode-plan.ts'
import { ladderStates } from './edit-ladders.ts'

const source = sourceOf({ transfer: 'pq' }, 20)
const done = (name: string) => ({ name, state: 'done' as const, segmentsDone: 5, segmentsTotal: 5 })
const shown = (asset: Parameters<typeof ladderStates>[0]) => ladderStates(asset).map(({ kind, state }) => `${kind} ${state}`)
const planned = planTranscode(source, { ...DEFAULT_POLICY, av1: { shortSidesPx: [240], crf: 38, preset: '10' } })
if (planned.kind !== 'planned') throw new Error(planned.reason)
const { plan } = planned

test('only an HDR film is offered HDR, and nothing is before the film is known', () => {
  expect(shown({ status: 'ready', source })).toEqual(['hdr absent', 'av1 absent'])
  expect(shown({ status: 'ready', source: sourceOf({}, 20) })).toEqual(['av1 absent'])
  expect(shown({ status: 'probing' })).toEqual([])
})

test('a wish waits, is being made, is there', () => {
  expect(shown({ status: 'encoding', source, ladders: ['av1'] })).toEqual(['hdr absent', 'av1 waiting'])
  expect(shown({ status: 'encoding', source, ladders: ['av1'], plan })).toEqual(['hdr absent', 'av1 encoding'])
  expect(shown({ status: 'ready', source, plan, rungs: [done('240p'), done('240p-av1')] })).toEqual(['hdr absent', 'av1 published'])
  // One that failed is still wished for, until somebody does without it.
  expect(shown({ status: 'failed', source, ladders: ['av1'], plan })).toEqual(['hdr absent', 'av1 waiting'])
})

test('without its master a film is offered no new pictures, and keeps those that it has', () => {
  const masterGoneAt = new Date(0)
  expect(shown({ status: 'ready', source, masterGoneAt, rungs: [done('240p-av1')] })).toEqual(['av1 published'])
})
