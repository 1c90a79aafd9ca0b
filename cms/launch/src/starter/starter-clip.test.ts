import { describe, expect, it } from 'vitest'
import { readStarterCatalogue } from './read-catalogue.ts'
import { planStarterClip } from './starter-clip.ts'

describe('planStarterClip', () => {
  it.each(readStarterCatalogue().programmes.map((programme) => [programme.id, programme] as const))(
    '%s is short, starts on an opaque ground and never shows an edge',
    (_id, programme) => {
      const plan = planStarterClip(programme)
      expect(plan.seconds).toBeGreaterThanOrEqual(14)
      expect(plan.seconds).toBeLessThanOrEqual(24)
      expect(plan.layers[0]).toMatchObject({ kind: 'ground', widthPx: 1280, heightPx: 720, x: '0', y: '0' })
      // A still layer is 160 px wider than the frame on either side and glides at most half a px per frame.
      expect(plan.frames / 4).toBeLessThanOrEqual(160)
      for (const layer of plan.layers) if (layer.kind === 'still') expect(layer.widthPx).toBe(1600)
      expect(plan.layers.map((layer) => layer.kind).slice(-2)).toEqual(['title', 'citation'])
      expect(planStarterClip(programme)).toEqual(plan)
    },
  )
})
