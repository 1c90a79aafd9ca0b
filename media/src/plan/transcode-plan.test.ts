import { expect, test } from 'vitest'
import { AV1_POLICY, DEFAULT_POLICY, HDR_POLICY, type LadderPolicy } from './ladder-policy.ts'
import type { SourceDescription } from './source-description.ts'
import { SOURCES, sourceOf } from './source-fixtures.ts'
import { planTranscode, settlePlan, type TranscodePlan } from './transcode-plan.ts'
import type { UnitPlan } from './unit-plan.ts'

function planned(description: SourceDescription, policy: LadderPolicy = DEFAULT_POLICY): TranscodePlan {
  const outcome = planTranscode(description, policy)
  if (outcome.kind !== 'planned') throw new Error(outcome.reason)
  return outcome.plan
}

const unitLine = (unit: UnitPlan): string =>
  unit.kind === 'video'
    ? `${unit.firstSegment}+${unit.segmentCount} ${unit.rungNames.join(' ')}${unit.isLast ? ' to the end' : ''}`
    : unit.name

/** A plan as data, with its hundreds of units in one line each, the equal ones in the middle left out. */
function told({ source: _source, policy: _policy, units, ...plan }: TranscodePlan): object {
  const lines = units.map(unitLine)
  const shown = lines.length > 24 ? [...lines.slice(0, 12), `… ${lines.length - 16} more`, ...lines.slice(-4)] : lines
  return { ...plan, units: shown }
}

test('the plans of all kinds of sources are the golden ones', async () => {
  const plans = Object.fromEntries(Object.entries(SOURCES).map(([name, source]) => [name, told(planned(source))]))
  expect(Object.keys(plans).length).toBeGreaterThanOrEqual(25)
  await expect(`${JSON.stringify(plans, null, 2)}\n`).toMatchFileSnapshot('./golden-plans.json')
})

test('HDR and AV1 add rungs of their own when the policy wants them, and change no other', () => {
  const source = sourceOf({ widthPx: 3840, heightPx: 2160, codec: 'hevc', transfer: 'pq' }, 20)
  const usual = planned(source)
  const more = planned(source, { ...DEFAULT_POLICY, hdr: HDR_POLICY, av1: AV1_POLICY })
  expect(more.rungs.slice(0, usual.rungs.length)).toEqual(usual.rungs)
  expect(more.rungs.slice(usual.rungs.length).map(({ name, codec, range }) => `${name} ${codec} ${range}`)).toEqual([
    '540p-hdr hevc pq',
    '1080p-hdr hevc pq',
    '2160p-hdr hevc pq',
    '240p-av1 av1 sdr',
    '540p-av1 av1 sdr',
    '1080p-av1 av1 sdr',
    '2160p-av1 av1 sdr',
  ])
  const codes = (plan: TranscodePlan) => plan.reasons.map(({ code }) => code)
  expect([codes(usual).includes('hdr-tone-mapped'), codes(more).includes('hdr-kept'), codes(more).includes('av1-wanted')]).toEqual([
    true,
    true,
    true,
  ])
})

/** Every segment of every rung is made by exactly one unit. */
function checkCover(plan: TranscodePlan): void {
  for (const { name } of plan.rungs) {
    const made = plan.units.flatMap((unit) =>
      unit.kind === 'video' && unit.rungNames.includes(name)
        ? Array.from({ length: unit.segmentCount }, (_, index) => unit.firstSegment + index)
        : [],
    )
    expect(made.toSorted((a, b) => a - b)).toEqual(Array.from({ length: plan.segmentCount }, (_, index) => index))
    const last = plan.units.filter((unit) => unit.kind === 'video' && unit.rungNames.includes(name) && unit.isLast)
    expect(last).toHaveLength(1)
  }
}

test.each(Object.entries(SOURCES))('%s: units cover every rung once, before and after it is measured', (_name, source) => {
  const plan = planned(source, { ...DEFAULT_POLICY, av1: AV1_POLICY, hdr: HDR_POLICY })
  checkCover(plan.measure === undefined ? plan : settlePlan(plan, []))
  expect(new Set(plan.units.map(({ name }) => name)).size).toBe(plan.units.length)
})

test('no rung is larger than its source, and all have even sides', () => {
  for (let side = 2; side <= 2200; side += 7) {
    for (const rung of planned(sourceOf({ widthPx: side * 2, heightPx: side }, 4)).rungs) {
      expect(rung.heightPx).toBeLessThanOrEqual(side)
      expect([rung.widthPx % 2, rung.heightPx % 2]).toEqual([0, 0])
    }
  }
})

test.each([
  ['nine hours', sourceOf({}, 9 * 3600), 'video-too-long', [{ code: 'longest-hours', params: { hours: 9, max: 8 } }]],
  [
    '8192×8192',
    sourceOf({ widthPx: 8192, heightPx: 8192 }, 4),
    'video-too-large',
    [{ code: 'most-pixels', params: { widthPx: 8192, heightPx: 8192, max: 40_000_000 } }],
  ],
  ['no picture', sourceOf({ widthPx: 0, heightPx: 0 }, 4), 'no-picture', undefined],
])('%s is refused, by the limit that it exceeds', (_name, description, problem, errors) => {
  const outcome = planTranscode(description, DEFAULT_POLICY)
  expect(outcome).toMatchObject({ kind: 'refused', problem })
  expect(outcome).toEqual(expect.objectContaining(errors === undefined ? {} : { errors: errors.map((error) => ({ path: '', ...error })) }))
})

test('the same source gives the same plan', () => {
  const description = sourceOf({}, 62)
  expect(planned(description)).toEqual(planned({ ...description }))
})
