import { createHash, createHmac } from 'node:crypto'

/** A request as it came over the wire. */
export type WireRequest = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}
export type Keys = { readonly accessKeyId: string; readonly secretAccessKey: string }
/** Error code that S3 gives with a 403. */
export type Refused = 'AccessDenied' | 'InvalidAccessKeyId' | 'RequestTimeTooSkewed' | 'SignatureDoesNotMatch' | 'XAmzContentSHA256Mismatch'

type Claim = {
  readonly credential: string
  readonly date: string
  readonly signedHeaders: string
  readonly signature: string
  readonly payloadHash: string
  /** After `date`; undefined for a request that is signed in its headers. */
  readonly validSeconds: number | undefined
}

const MOST_SKEW_MS = 15 * 60_000
const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
const headerOf = ({ headers }: WireRequest, name: string): string => [headers[name] ?? ''].flat().join(',').trim().replaceAll(/ +/g, ' ')

function claimOf(request: WireRequest, query: URLSearchParams): Claim | undefined {
  if (query.has('X-Amz-Signature')) {
    return {
      credential: query.get('X-Amz-Credential') ?? '',
      date: query.get('X-Amz-Date') ?? '',
      signedHeaders: query.get('X-Amz-SignedHeaders') ?? '',
      signature: query.get('X-Amz-Signature') ?? '',
      payloadHash: 'UNSIGNED-PAYLOAD',
      validSeconds: Number(query.get('X-Amz-Expires')),
    }
  }
  const authorization = headerOf(request, 'authorization')
  const parts = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(authorization)
  if (parts === null) return undefined
  const [, credential = '', signedHeaders = '', signature = ''] = parts
  const payloadHash = headerOf(request, 'x-amz-content-sha256')
  return { credential, date: headerOf(request, 'x-amz-date'), signedHeaders, signature, payloadHash, validSeconds: undefined }
}

/** Canonical request of Signature Version 4, S3's form: the path is encoded once. */
function canonicalRequest(request: WireRequest, url: URL, claim: Claim): string {
  const path = url.pathname
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/')
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&')
  const headers = claim.signedHeaders.split(';').map((name) => `${name}:${headerOf(request, name)}\n`)
  return [request.method, path, query, headers.join(''), claim.signedHeaders, claim.payloadHash].join('\n')
}

function timeRefusal({ date, validSeconds }: Claim, nowMs: number): Refused | undefined {
  const atMs = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (Number.isNaN(atMs)) return 'AccessDenied'
  if (validSeconds === undefined) return Math.abs(nowMs - atMs) > MOST_SKEW_MS ? 'RequestTimeTooSkewed' : undefined
  return nowMs > atMs + validSeconds * 1000 || nowMs < atMs - MOST_SKEW_MS ? 'AccessDenied' : undefined
}

/** Why S3 would not take a request: recomputes its V4 signature, in headers or address, and looks at the time and the body. */
export function refusalOf(request: WireRequest, keys: Keys, nowMs: number): Refused | undefined {
  const url = new URL(request.url, 'http://s3')
  const claim = claimOf(request, url.searchParams)
  if (claim === undefined) return 'AccessDenied'
  const [accessKeyId, day = '', region = '', service = '', ending = ''] = claim.credential.split('/')
  if (accessKeyId !== keys.accessKeyId) return 'InvalidAccessKeyId'
  const late = timeRefusal(claim, nowMs)
  if (late !== undefined) return late
  const scope = [day, region, service, ending].join('/')
  const text = ['AWS4-HMAC-SHA256', claim.date, scope, sha256(canonicalRequest(request, url, claim))].join('\n')
  const key = [region, service, ending].reduce(hmac, hmac(`AWS4${keys.secretAccessKey}`, day))
  if (hmac(key, text).toString('hex') !== claim.signature || !claim.signedHeaders.split(';').includes('host'))
    return 'SignatureDoesNotMatch'
  const isBodyOther = /^[0-9a-f]{64}$/.test(claim.payloadHash) && claim.payloadHash !== sha256(request.body)
  return isBodyOther ? 'XAmzContentSHA256Mismatch' : undefined
}
