import { describe, expect, it } from 'vitest'
import { faultOfElementError, faultOfHlsError } from './hls-fault.ts'

describe('faultOfHlsError', () => {
  it('leaves to hls.js what it mends itself', () => {
    expect(faultOfHlsError({ type: 'networkError', details: 'fragLoadError', fatal: false })).toBeUndefined()
  })
  it.each([
    ['networkError', 'manifestLoadError', 'playlist-unreachable'],
    ['networkError', 'manifestParsingError', 'playlist-invalid'],
    ['mediaError', 'manifestIncompatibleCodecsError', 'codec-unsupported'],
    ['networkError', 'fragLoadError', 'segment-unreachable'],
    ['mediaError', 'bufferAppendError', 'segment-invalid'],
    ['otherError', 'internalException', 'segment-invalid'],
  ])('%s %s is %s', (type, details, code) => expect(faultOfHlsError({ type, details, fatal: true })).toEqual({ code }))
  it('keeps the status where there was an answer', () => {
    const report = { type: 'networkError', details: 'fragLoadError', fatal: true }
    expect(faultOfHlsError({ ...report, response: { code: 404 } })).toEqual({ code: 'segment-unreachable', httpStatus: 404 })
    expect(faultOfHlsError({ ...report, response: { code: 0 } })).toEqual({ code: 'segment-unreachable' })
    expect(faultOfHlsError({ ...report, response: {} })).toEqual({ code: 'segment-unreachable' })
  })
})

describe('faultOfElementError', () => {
  it('knows the element’s codes', () => {
    expect([0, 1, 2, 3, 4].map((code) => faultOfElementError(code)?.code)).toEqual([
      undefined,
      undefined,
      'element-network',
      'element-decode',
      'element-decode',
    ])
  })
})
