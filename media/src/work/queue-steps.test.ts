import { expect, test } from 'vitest'
import type { AssetRecord } from '../storage/asset-model.ts'
import type { WorkStep } from '../storage/unit-model.ts'
import type { NewUnit } from '../storage/unit-store.ts'
import { queueUnits } from './queue-steps.ts'

const asset = (_id: string, origin: AssetRecord['origin'], minute: number): AssetRecord => {
  const queuedAt = new Date(Date.UTC(2026, 0, 1, 0, minute))
  return { _id, origin, queuedAt, createdAt: queuedAt, attempt: 1, fileName: 'film.mp4', sizeBytes: 1, status: 'encoding' }
}
const video = (firstSegment: number, isFirst: boolean): WorkStep => {
  const unit = { kind: 'video', rungNames: ['240p'], firstSegment, segmentCount: 1, isLast: false } as const
  return { ...unit, name: `v${firstSegment}`, isFirst }
}
const STEPS: readonly WorkStep[] = [
  video(0, true),
  { kind: 'first-audio', name: 'audio', seconds: 8, isFirst: true },
  video(1, false),
  video(2, false),
]

/** As the queue is claimed. */
const inOrder = (units: readonly NewUnit[]): readonly string[] =>
  units
    .toSorted((a, b) => a.priority - b.priority || a.queuedAt.getTime() - b.queuedAt.getTime() || a.order - b.order)
    .map(({ assetId, step }) => `${assetId} ${step.name}`)

test('all uploads can be watched before the rest of any is made; then they go in their order, and imports last', () => {
  const titles = [asset('import', 'import', 0), asset('long', 'upload', 1), asset('late', 'upload', 2)]
  expect(inOrder(titles.flatMap((title) => queueUnits(title, STEPS, 1)))).toEqual([
    ...['long v0', 'long audio', 'late v0', 'late audio'],
    ...['long v1', 'long v2', 'late v1', 'late v2'],
    ...['import v0', 'import audio', 'import v1', 'import v2'],
  ])
})
