import type { PlayerFailure } from './player-state.ts'

/** What went wrong, as detected; whether it matters is decided here, not where it was seen. */
export type FaultCode =
  | 'engine-unreachable'
  | 'engine-unsupported'
  | 'codec-unsupported'
  | 'playlist-unreachable'
  | 'playlist-invalid'
  | 'segment-unreachable'
  | 'segment-invalid'
  | 'element-network'
  | 'element-decode'
  | 'stalled'

export type Fault = { readonly code: FaultCode; readonly httpStatus?: number }

/** How often the player has already helped itself since it last ran well. */
export type Recoveries = { readonly network: number; readonly media: number }

export type FaultDecision =
  | { readonly kind: 'wait-and-reload'; readonly delayMilliseconds: number }
  | { readonly kind: 'recover-media' }
  | { readonly kind: 'reload' }
  | { readonly kind: 'fail'; readonly failure: PlayerFailure }

/** Silent new tries after the network engine has given up, so that a server restart is no error screen. */
const NETWORK_DELAYS_MILLISECONDS = [1000, 3000] as const
/** How long a busy player may make no progress at all before that counts as a fault of its own. */
export const STALLED_AFTER_MILLISECONDS = 30_000
/** While the failure screen stands, the network is asked again this often: a server that returns sends no event. */
export const RECONNECT_MILLISECONDS = 15_000
/** A title that is no longer public: asking again will not help. */
const GONE_STATUSES: readonly number[] = [403, 404, 410]

/** Seconds of good playing after which earlier recoveries are forgotten. */
export const HEALTHY_AFTER_SECONDS = 10
export const NO_RECOVERIES: Recoveries = { network: 0, media: 0 }

/** Decides what to do about a fault. */
export function decideFault(fault: Fault, recoveries: Recoveries): FaultDecision {
  if (fault.httpStatus !== undefined && GONE_STATUSES.includes(fault.httpStatus)) return fail('gone', false)
  switch (fault.code) {
    case 'engine-unsupported':
    case 'codec-unsupported':
      return fail('unsupported', false)
    case 'engine-unreachable':
    case 'playlist-unreachable':
    case 'segment-unreachable':
    case 'element-network':
      return decideNetworkFault(recoveries)
    case 'playlist-invalid':
      return fail('media', true)
    case 'segment-invalid':
    case 'element-decode':
      return decideMediaFault(recoveries)
    case 'stalled':
      return recoveries.media === 0 ? { kind: 'reload' } : fail('media', true)
  }
}

function decideNetworkFault(recoveries: Recoveries): FaultDecision {
  const delayMilliseconds = NETWORK_DELAYS_MILLISECONDS[recoveries.network]
  return delayMilliseconds === undefined ? fail('network', true) : { kind: 'wait-and-reload', delayMilliseconds }
}

function decideMediaFault(recoveries: Recoveries): FaultDecision {
  if (recoveries.media === 0) return { kind: 'recover-media' }
  return recoveries.media === 1 ? { kind: 'reload' } : fail('media', true)
}

function fail(kind: PlayerFailure['kind'], canRetry: boolean): FaultDecision {
  return { kind: 'fail', failure: { kind, canRetry } }
}
