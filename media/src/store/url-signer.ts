import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { SignedUrl } from './media-store.ts'

/** Long enough for a segment on a slow line, short enough that what was taken down is soon gone. */
const VALID_SECONDS = 900
/** One address for so long: a player that seeks back, and every cache on the way, has the segment already. */
const STEP_SECONDS = 300
const MOST_KEPT = 20_000

/** Signs addresses of objects; within a step the same address for the same object, signed once. */
export class UrlSigner {
  readonly #client: S3Client
  readonly #bucket: string
  readonly #clock: () => Date
  readonly #kept = new Map<string, Promise<string>>()
  #step = 0

  constructor(client: S3Client, bucket: string, clock: () => Date) {
    this.#client = client
    this.#bucket = bucket
    this.#clock = clock
  }

  async sign(key: string, method: 'GET' | 'HEAD'): Promise<SignedUrl> {
    const step = Math.floor(this.#clock().getTime() / 1000 / STEP_SECONDS)
    if (step !== this.#step || this.#kept.size >= MOST_KEPT) this.#kept.clear()
    this.#step = step
    const name = `${method} ${key}`
    const known = this.#kept.get(name) ?? this.#signAt(new Date(step * STEP_SECONDS * 1000), key, method)
    this.#kept.set(name, known)
    return { url: await known, reuseSeconds: STEP_SECONDS }
  }

  #signAt(signingDate: Date, key: string, method: 'GET' | 'HEAD'): Promise<string> {
    const input = { Bucket: this.#bucket, Key: key }
    const command = method === 'HEAD' ? new HeadObjectCommand(input) : new GetObjectCommand(input)
    return getSignedUrl(this.#client, command, { expiresIn: VALID_SECONDS, signingDate })
  }
}
