import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { heldStream } from './held-stream.ts'
import { inParallel } from './in-parallel.ts'
import { type ByteRange, MARKER_KEY, type MediaStore, type Reading, type StoredFile, StoreTrouble } from './media-store.ts'
import { createS3Client, DEFAULT_PATIENCE, isHiccup, type S3Patience, type S3Place, saysAbsent, troubleOf } from './s3-client.ts'
import { headersOfKey } from './store-keys.ts'
import { UrlSigner } from './url-signer.ts'

/** Up to this size in one request, which can be repeated as a whole; larger ones go in parts of this size (10,000 at most). */
const PART_BYTES = 16 * 1024 * 1024
const PARTS_AT_A_TIME = 2
const REMOVED_AT_A_TIME = 8
/** Whoever asks whether the server is ready waits no longer. */
const REACHABLE_MS = 3_000

type Bucket = { readonly client: S3Client; readonly name: string; objectKey(key: string): string }

/** The answer; undefined when the file is not there; a store that cannot be asked is one kind of trouble. */
async function ask<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking
  } catch (error) {
    if (saysAbsent(error)) return undefined
    throw troubleOf(error)
  }
}

const putInput = ({ name, objectKey }: Bucket, key: string) => {
  const { contentType, cacheControl } = headersOfKey(key)
  return { Bucket: name, Key: objectKey(key), ContentType: contentType, CacheControl: cacheControl }
}

async function put(bucket: Bucket, key: string, bytes: Buffer, signal?: AbortSignal): Promise<void> {
  const command = new PutObjectCommand({ ...putInput(bucket, key), Body: bytes })
  await bucket.client.send(command, signal && { abortSignal: signal }).catch((error: unknown) => {
    throw troubleOf(error)
  })
}

/** In parts, each tried again by itself; the file appears when the last is acknowledged. */
async function putInParts(bucket: Bucket, key: string, path: string, signal?: AbortSignal): Promise<void> {
  const body = createReadStream(path)
  let unreadable: Error | undefined
  body.once('error', (error) => {
    unreadable = error
  })
  const upload = new Upload({
    client: bucket.client,
    params: { ...putInput(bucket, key), Body: body },
    partSize: PART_BYTES,
    queueSize: PARTS_AT_A_TIME,
  })
  const onAbort = (): void => void upload.abort()
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    await upload.done()
  } catch (error) {
    // Our own disk is no trouble of the store's.
    throw unreadable ?? troubleOf(error)
  } finally {
    signal?.removeEventListener('abort', onAbort)
    body.destroy()
  }
}

/** The same bytes; a line that breaks half-way is told as trouble of the store, not as a fault of whoever reads. */
function withTrouble(body: Readable): Readable {
  const told = new PassThrough()
  body.once('error', (error) => told.destroy(troubleOf(error)))
  told.once('close', () => body.destroy())
  return body.pipe(told)
}

async function open({ client, name, objectKey }: Bucket, key: string, range?: ByteRange): Promise<Reading | undefined> {
  const wanted = range && { Range: `bytes=${range.from}-${range.to}` }
  const found = await ask(client.send(new GetObjectCommand({ Bucket: name, Key: objectKey(key), ...wanted })))
  if (!(found?.Body instanceof Readable)) return undefined
  const whole = Number(/\/(\d+)$/.exec(found.ContentRange ?? '')?.[1] ?? found.ContentLength ?? 0)
  return { stream: heldStream(withTrouble(found.Body)), sizeBytes: whole }
}

/** What a bucket tells of a folder, a thousand entries at a time; with a delimiter it tells no more than the next level. */
async function* pages({ client, name, objectKey }: Bucket, folder: string, delimiter?: '/'): AsyncGenerator<ListObjectsV2CommandOutput> {
  for (let token: string | undefined, isMore = true; isMore; isMore = token !== undefined) {
    const input = {
      Bucket: name,
      Prefix: `${objectKey(folder)}/`,
      ...(delimiter !== undefined && { Delimiter: delimiter }),
      ...(token !== undefined && { ContinuationToken: token }),
    }
    const page = await ask(client.send(new ListObjectsV2Command(input)))
    if (page !== undefined) yield page
    token = page?.NextContinuationToken
  }
}

async function list(bucket: Bucket, folder: string): Promise<readonly StoredFile[]> {
  const root = bucket.objectKey('')
  const files: StoredFile[] = []
  for await (const { Contents = [] } of pages(bucket, folder))
    for (const { Key = '', Size = 0 } of Contents) files.push({ key: Key.slice(root.length), sizeBytes: Size })
  return files
}

async function folders(bucket: Bucket, folder: string): Promise<readonly string[]> {
  const root = `${bucket.objectKey(folder)}/`
  const names: string[] = []
  for await (const { CommonPrefixes = [] } of pages(bucket, folder, '/'))
    for (const { Prefix = '' } of CommonPrefixes) names.push(Prefix.slice(root.length, -1))
  return names
}

async function removeFile({ client, name, objectKey }: Bucket, key: string): Promise<void> {
  await ask(client.send(new DeleteObjectCommand({ Bucket: name, Key: objectKey(key) })))
}

const bucketOf = (client: S3Client, { bucket, prefix }: S3Place): Bucket => ({
  client,
  name: bucket,
  objectKey: (key) => (prefix === '' ? key : `${prefix}/${key}`),
})

/** Where browsers go: the endpoint's origin, with the bucket as a host of it unless it is named in paths. */
async function originOf(signer: UrlSigner, key: string): Promise<string> {
  return new URL((await signer.sign(key, 'GET')).url).origin
}

const MEND_PAUSE_MS = 1_000

/** A server that starts again while its store is out of breath must not stay away for good. */
async function whileItMends(patienceMs: number, action: () => Promise<void>): Promise<void> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    try {
      return await action()
    } catch (error) {
      if (!(error instanceof StoreTrouble && isHiccup(error)) || performance.now() + MEND_PAUSE_MS > deadline) throw error
      await delay(MEND_PAUSE_MS)
    }
  }
}

/** A bucket, or a part of one, as media store; marks it as one, which proves that it is there and can be written. Throws StoreTrouble. */
export async function openS3Store(place: S3Place, clock: () => Date, patience: S3Patience = DEFAULT_PATIENCE): Promise<MediaStore> {
  const client = createS3Client(place, patience)
  const bucket = bucketOf(client, place)
  const signer = new UrlSigner(client, bucket.name, clock)
  const { name, objectKey } = bucket
  const head = (key: string, signal?: AbortSignal) =>
    ask(client.send(new HeadObjectCommand({ Bucket: name, Key: objectKey(key) }), signal && { abortSignal: signal }))
  await whileItMends(patience.openingMs, async () => {
    await put(bucket, MARKER_KEY, Buffer.alloc(0))
    if ((await head(MARKER_KEY)) === undefined) throw troubleOf(new Error('what was written cannot be read'))
  })
  return {
    putFile: async (key, path, signal) => {
      signal?.throwIfAborted()
      const { size } = await stat(path)
      await (size > PART_BYTES ? putInParts(bucket, key, path, signal) : put(bucket, key, await readFile(path), signal))
    },
    put: (key, bytes) => put(bucket, key, bytes),
    read: async (key) => {
      const reading = await open(bucket, key)
      if (reading === undefined) return undefined
      return await buffer(reading.stream).catch((error: unknown) => {
        throw troubleOf(error)
      })
    },
    open: (key, range) => open(bucket, key, range),
    stat: async (key) => {
      const found = await head(key)
      return found && { key, sizeBytes: found.ContentLength ?? 0 }
    },
    list: (folder) => list(bucket, folder),
    folders: (folder) => folders(bucket, folder),
    remove: async (folder) => {
      // One by one: removing many at once needs a checksum that stores other than Amazon's do not agree on.
      await inParallel(REMOVED_AT_A_TIME, await list(bucket, folder), ({ key }) => removeFile(bucket, key))
    },
    removeFile: (key) => removeFile(bucket, key),
    localPath: () => undefined,
    signUrl: (key, method) => signer.sign(objectKey(key), method),
    publicOrigin: await originOf(signer, objectKey(MARKER_KEY)),
    isReachable: () =>
      head(MARKER_KEY, AbortSignal.timeout(REACHABLE_MS)).then(
        (found) => found !== undefined,
        // Whatever it is, media can neither be kept nor had now.
        () => false,
      ),
    close: () => client.destroy(),
  }
}
