import { describe, expect, it } from 'vitest'
import { decideFault, type FaultCode, NO_RECOVERIES } from './failure-policy.ts'

const kindOf = (code: FaultCode, httpStatus?: number): string => {
  const decision = decideFault(httpStatus === undefined ? { code } : { code, httpStatus }, NO_RECOVERIES)
  return decision.kind === 'fail' ? `fail ${decision.failure.kind} ${decision.failure.canRetry}` : decision.kind
}

describe('decideFault', () => {
  it('knows a title that is gone, whichever file said so', () => {
    for (const status of [403, 404, 410]) expect(kindOf('segment-unreachable', status)).toBe('fail gone false')
    expect(kindOf('playlist-unreachable', 503)).toBe('wait-and-reload')
  })
  it('gives up where the device cannot play', () => {
    expect(kindOf('engine-unsupported')).toBe('fail unsupported false')
    expect(kindOf('codec-unsupported')).toBe('fail unsupported false')
  })
  it('waits for the network', () => {
    for (const code of ['engine-unreachable', 'playlist-unreachable', 'segment-unreachable', 'element-network'] as const) {
      expect(kindOf(code)).toBe('wait-and-reload')
    }
  })
  it('opens a stalled source once more, then gives up', () => {
    expect(kindOf('stalled')).toBe('reload')
    expect(decideFault({ code: 'stalled' }, { network: 0, media: 1 })).toMatchObject({ kind: 'fail', failure: { kind: 'media' } })
  })
  it('mends media, but not a broken playlist', () => {
    expect(kindOf('segment-invalid')).toBe('recover-media')
    expect(kindOf('element-decode')).toBe('recover-media')
    expect(kindOf('playlist-invalid')).toBe('fail media true')
  })
})
