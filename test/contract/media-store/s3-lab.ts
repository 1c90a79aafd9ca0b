import { type MediaStore, type OpenOptions, openMediaStore, type StorePlace } from '@ulan/media'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type S3Server, startS3Server } from '../../lab/s3-server.ts'

/** Short, as nobody here is far away; the tries are those of the product. */
export const PATIENCE = { connectMs: 2_000, idleMs: 500, tries: 3, openingMs: 0 }
export const SEGMENT = 'assets/a1/7/240p/0.m4s'

/** `endpoint`: another way to the same server. */
export const placeOf = ({ bucket, endpoint: own, keys }: S3Server, prefix: string, endpoint = own): StorePlace => ({
  kind: 's3',
  bucket,
  prefix,
  endpoint,
  isPathStyle: true,
  region: 'us-east-1',
  ...keys,
})
/** A store in a bucket of that server. */
export async function openBucket(place: StorePlace, options: Partial<OpenOptions> = {}): Promise<MediaStore> {
  const opened = await openMediaStore(place, { clock: () => new Date(), patience: PATIENCE, ...options })
  if (!opened.ok) throw opened.trouble
  return opened.store
}

export type BucketLab = { server(): S3Server; store(): MediaStore }

/** One server, and a store in it that holds one segment of ten bytes, for the tests of a file. */
export function openBucketLab(): BucketLab {
  let server: S3Server | undefined
  let store: MediaStore | undefined
  beforeAll(async () => {
    server = await startS3Server()
    store = await openBucket(placeOf(server, 'p'))
    await store.put(SEGMENT, Buffer.from('0123456789'))
  })
  afterAll(async () => {
    store?.close()
    await server?.close()
  })
  const given = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('not open yet')
    return value
  }
  beforeEach(() => {
    given(server).interfere()
    given(server).setAhead(0)
  })
  return { server: () => given(server), store: () => given(store) }
}
