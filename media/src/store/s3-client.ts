import { S3Client, S3ServiceException } from '@aws-sdk/client-s3'
import { StoreTrouble } from './media-store.ts'

export type S3Place = {
  readonly bucket: string
  /** Without slashes around it; empty: the whole bucket. */
  readonly prefix: string
  /** Undefined: Amazon's own for the region. */
  readonly endpoint: string | undefined
  /** Whether the bucket is named in the path of addresses, or as a host of the endpoint's domain. */
  readonly isPathStyle: boolean
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}
export type S3Patience = {
  /** How long a silent store is waited for. */
  readonly connectMs: number
  readonly idleMs: number
  /** Of one request, one after the other. */
  readonly tries: number
  /** How long a store that is there, but cannot answer, is asked again before it is given up at the start. */
  readonly openingMs: number
}

export const DEFAULT_PATIENCE: S3Patience = { connectMs: 5_000, idleMs: 30_000, tries: 3, openingMs: 60_000 }
const MOST_SOCKETS = 64

/** A client whose requests end, well or badly, within bounds. */
export function createS3Client(place: S3Place, patience: S3Patience): S3Client {
  return new S3Client({
    region: place.region,
    ...(place.endpoint !== undefined && { endpoint: place.endpoint }),
    forcePathStyle: place.isPathStyle,
    credentials: { accessKeyId: place.accessKeyId, secretAccessKey: place.secretAccessKey },
    maxAttempts: patience.tries,
    // Newer checksums are trailers, which stores other than Amazon's keep as part of the file. Bodies are signed anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: patience.connectMs,
      socketTimeout: patience.idleMs,
      httpAgent: { keepAlive: true, maxSockets: MOST_SOCKETS },
      httpsAgent: { keepAlive: true, maxSockets: MOST_SOCKETS },
    },
  })
}

const statusOf = (error: unknown): number | undefined => (error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined)

/** True for an answer that says: no such file. A bucket that is not there is something else. */
export const saysAbsent = (error: unknown): boolean => statusOf(error) === 404 && !saysNoBucket(error)

const saysNoBucket = (error: unknown): boolean => error instanceof Error && error.name === 'NoSuchBucket'

/** Network errors of several addresses have their reasons inside and no words of their own. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(wordsOf).join(', ')
  if (!(error instanceof Error)) return String(error)
  const words = error.message === '' || error.message === 'UnknownError' ? error.name : `${error.name}: ${error.message}`
  const status = statusOf(error)
  return status === undefined ? words : `${words} (${status})`
}

/** Whatever kept the store from answering, as one kind of error that says what. */
export function troubleOf(error: unknown): StoreTrouble {
  if (error instanceof StoreTrouble) return error
  const status = statusOf(error)
  const kind = saysNoBucket(error) ? 'absent' : status === 401 || status === 403 ? 'forbidden' : 'unreachable'
  return new StoreTrouble(kind, wordsOf(error), { cause: error })
}

/** What a store says, or fails to say, that will be well by itself: nobody's settings are wrong. */
export function isHiccup({ cause }: StoreTrouble): boolean {
  if ((statusOf(cause) ?? 0) >= 500) return true
  return cause instanceof Error && (cause.name === 'TimeoutError' || ('code' in cause && cause.code === 'ECONNRESET'))
}
