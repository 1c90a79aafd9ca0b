import { assetIdSchema } from '@ulan/contract/schemas'
import { expect, it } from 'vitest'
import { fixtureProgramme } from './catalogue-fixture.ts'
import { publishedAssets } from './published-assets.ts'

const shown = (id: string, publishedAt: string, assetId = 'clip') => ({ ...fixtureProgramme({ id, assetId }), publishedAt })
const seenAt = (...programmes: Parameters<typeof publishedAssets>[0]['programmes'][number][]) =>
  publishedAssets({ programmes }).get(assetIdSchema.parse('clip'))?.toISOString()

it('an asset of several programmes counts from the latest of them, in whatever order they come', () => {
  const [early, late] = [shown('early', '2026-03-01T00:00:00.000Z'), shown('late', '2026-06-01T00:00:00.000Z')]
  expect([seenAt(early, late), seenAt(late, early)]).toEqual(['2026-06-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z'])
})

it('programmes without a clip, or without a day, publish nothing', () => {
  const { assetId: _assetId, ...bare } = shown('bare', '2026-03-01T00:00:00.000Z')
  const { publishedAt: _publishedAt, ...undated } = shown('undated', '2026-03-01T00:00:00.000Z')
  expect(publishedAssets({ programmes: [bare, undated] }).size).toBe(0)
})
