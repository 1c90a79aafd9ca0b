import type { FieldProblem, ProblemName } from '@ulan/contract'

const STORE_AWAY = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoPoolClearedError',
  'MongoWaitQueueTimeoutError',
])
/** OutOfDiskSpace of the store's protocol. */
const DISK_FULL = 14031
const BODY_PROBLEMS: { readonly [type: string]: ProblemName } = {
  'entity.parse.failed': 'malformed-json',
  'entity.verify.failed': 'malformed-json',
  'entity.too.large': 'body-too-large',
  'charset.unsupported': 'unsupported-media-type',
  'encoding.unsupported': 'unsupported-media-type',
  'request.size.invalid': 'invalid-request',
  'request.aborted': 'invalid-request',
}

const memberOf = (error: object, name: string): unknown => Reflect.get(error, name)

/** What of the request something thrown is about: of all that Express throws, an address that cannot be decoded has no other name. */
export const fieldsOfFailure = (error: unknown): FieldProblem[] => (error instanceof URIError ? [{ path: 'url', code: 'invalid' }] : [])

/** The problem behind something thrown; `internal` for what nobody expected, and only that is logged as an error. */
export function problemOfFailure(error: unknown): ProblemName {
  if (typeof error !== 'object' || error === null) return 'internal'
  const type = memberOf(error, 'type')
  if (typeof type === 'string' && type in BODY_PROBLEMS) return BODY_PROBLEMS[type] ?? 'internal'
  // Express throws this for a path that cannot be decoded.
  if (error instanceof URIError || memberOf(error, 'status') === 400) return 'invalid-request'
  const code = memberOf(error, 'code')
  if (code === DISK_FULL || code === 'ENOSPC') return 'storage-full'
  const name = memberOf(error, 'name')
  return typeof name === 'string' && STORE_AWAY.has(name) ? 'store-unavailable' : 'internal'
}
