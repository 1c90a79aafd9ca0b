import type { Fault, FaultCode } from '../core/failure-policy.ts'

/** The part of hls.js's `ErrorData` that tells what went wrong. */
export type HlsErrorReport = {
  readonly type: string
  readonly details: string
  readonly fatal: boolean
  readonly response?: { readonly code?: number | undefined } | undefined
}

const CODES: Readonly<Record<string, FaultCode>> = {
  manifestLoadError: 'playlist-unreachable',
  manifestLoadTimeOut: 'playlist-unreachable',
  levelLoadError: 'playlist-unreachable',
  levelLoadTimeOut: 'playlist-unreachable',
  audioTrackLoadError: 'playlist-unreachable',
  audioTrackLoadTimeOut: 'playlist-unreachable',
  manifestParsingError: 'playlist-invalid',
  levelParsingError: 'playlist-invalid',
  levelEmptyError: 'playlist-invalid',
  manifestIncompatibleCodecsError: 'codec-unsupported',
  bufferAddCodecError: 'codec-unsupported',
  bufferIncompatibleCodecsError: 'codec-unsupported',
}
const CODES_BY_TYPE: Readonly<Record<string, FaultCode>> = { networkError: 'segment-unreachable', mediaError: 'segment-invalid' }

/** Names a fatal hls.js error in our own words; undefined for what hls.js mends by itself. */
export function faultOfHlsError(report: HlsErrorReport): Fault | undefined {
  if (!report.fatal) return undefined
  const code = CODES[report.details] ?? CODES_BY_TYPE[report.type] ?? 'segment-invalid'
  const httpStatus = report.response?.code
  // hls.js says 0 when there was no answer at all.
  return httpStatus === undefined || httpStatus === 0 ? { code } : { code, httpStatus }
}

/** Names a `MediaError.code` of the element; undefined for an abort, which is always our own doing. */
export function faultOfElementError(mediaErrorCode: number): Fault | undefined {
  switch (mediaErrorCode) {
    case 2:
      return { code: 'element-network' }
    case 3:
    case 4:
      // With media source extensions 4 means a refused or broken source buffer, not an unknown format: worth recovering.
      return { code: 'element-decode' }
    default:
      return undefined
  }
}
