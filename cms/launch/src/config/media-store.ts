import { join, resolve } from 'node:path'
import type { StorePlace } from '@ulan/media'
import type { Env } from './env.ts'
import type { Complain } from './read-setting.ts'

export type MediaPlaces = {
  readonly mediaStore: StorePlace
  /** Where this machine keeps uploads and half-done work: in the folder of a file store itself. */
  readonly mediaDir: string
}

/** Names that are hosts, too: a bucket may be a part of its address. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/
const PREFIX = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/
/** What stores other than Amazon's take for a region, when they do not care. */
const ANY_REGION = 'us-east-1'

/** Reads `MEDIA_STORE`, and for a bucket all that its use needs. */
export function readMediaStore(env: Env, dataDir: string, complain: Complain): MediaPlaces {
  const text = env.MEDIA_STORE ?? `file:${join(dataDir, 'media')}`
  if (text.startsWith('s3://')) return readBucket(env, text, dataDir, complain)
  if (!text.startsWith('file:')) complain('MEDIA_STORE', 'must be file:FOLDER or s3://BUCKET/PREFIX')
  const folder = resolve(text.replace(/^file:(\/\/)?/, ''))
  return { mediaStore: { kind: 'file', folder }, mediaDir: folder }
}

function readBucket(env: Env, text: string, dataDir: string, complain: Complain): MediaPlaces {
  const [bucket = '', ...rest] = text.slice('s3://'.length).split('/')
  const prefix = rest.filter((part) => part !== '').join('/')
  const isGood = BUCKET.test(bucket) && (prefix === '' || (PREFIX.test(prefix) && !prefix.split('/').includes('..')))
  if (!isGood) complain('MEDIA_STORE', 'must be s3://BUCKET or s3://BUCKET/PREFIX, in lower-case letters, digits, dots and hyphens')
  if (env.MEDIA_ACCEL !== undefined) complain('MEDIA_ACCEL', 'must be unset when MEDIA_STORE is a bucket: nginx cannot read it')
  for (const variable of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] as const) {
    if (env[variable] === undefined) complain(variable, 'must be set when MEDIA_STORE is a bucket')
  }
  if (env.S3_ENDPOINT === undefined && env.AWS_REGION === undefined)
    complain('AWS_REGION', "must be set when MEDIA_STORE is a bucket of Amazon's; for another store, set S3_ENDPOINT")
  return {
    mediaStore: {
      kind: 's3',
      bucket,
      prefix,
      ...readEndpoint(env, bucket, complain),
      region: env.AWS_REGION ?? ANY_REGION,
      accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
    },
    mediaDir: join(dataDir, 'media'),
  }
}

/** Some stores take a bucket only as a part of the host's name: whoever writes it so into the endpoint means that. */
function readEndpoint(
  { S3_ENDPOINT: text, PUBLIC_URL }: Env,
  bucket: string,
  complain: Complain,
): { readonly endpoint: string | undefined; readonly isPathStyle: boolean } {
  if (text === undefined) return { endpoint: undefined, isPathStyle: false }
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '')
    complain('S3_ENDPOINT', 'must be an http:// or https:// address without a path')
  if (url === undefined) return { endpoint: text, isPathStyle: true }
  if (url.protocol === 'http:' && PUBLIC_URL?.startsWith('https:') === true)
    complain('S3_ENDPOINT', 'must be https:// when PUBLIC_URL is: browsers load nothing else into such a page')
  const isPathStyle = !url.hostname.startsWith(`${bucket}.`)
  if (!isPathStyle) url.hostname = url.hostname.slice(bucket.length + 1)
  return { endpoint: url.origin, isPathStyle }
}
