import type { Asset } from '@ulan/contract'
import { expect } from 'vitest'
import { type ApiClient, type RawResult, sha256 } from '../lab/api-client.ts'

const TUS = { 'tus-resumable': '1.0.0' }
const PATCH = { ...TUS, 'content-type': 'application/offset+octet-stream' }

/** Somebody who sends one film in two halves, and with whom it may go wrong in the midst of the second. */
export class SlowUpload {
  readonly #staff: ApiClient
  readonly #film: Buffer<ArrayBuffer>
  readonly id: string
  /** Acknowledged. */
  #offset = 0

  private constructor(staff: ApiClient, film: Buffer<ArrayBuffer>, id: string) {
    this.#staff = staff
    this.#film = film
    this.id = id
  }

  static readonly begin = async (staff: ApiClient, film: Buffer): Promise<SlowUpload> => {
    const { status, headers } = await announceUpload(staff, film.length)
    expect(status).toBe(201)
    const upload = new SlowUpload(staff, Buffer.from(film), headers.get('location')?.split('/').at(-1) ?? '')
    await upload.send(Math.floor(film.length / 2))
    return upload
  }

  get offset(): number {
    return this.#offset
  }

  /** Sends up to a place, which is acknowledged. */
  async send(to = this.#film.length): Promise<void> {
    const { status } = await this.#patch(this.#film.subarray(this.#offset, to))
    expect(status).toBe(204)
    this.#offset = to
  }

  /** Sends a little, and the rest once `then` is over; the answer. */
  async sendAround(then: () => Promise<void>): Promise<RawResult> {
    const [first, rest] = [this.#offset, this.#offset + Math.floor((this.#film.length - this.#offset) / 4)]
    const pieces = [async () => this.#film.subarray(first, rest), () => then().then(() => this.#film.subarray(rest))]
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: async (controller) => {
        const piece = await pieces.shift()?.()
        if (piece === undefined) controller.close()
        else controller.enqueue(piece)
      },
    })
    try {
      return await this.#patch(body)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      // Refused before all was sent: the line may be gone before the answer is read, and whoever sends asks again.
      await this.look()
      return await this.#patch(this.#film.subarray(this.#offset))
    }
  }

  /** Asks how much has arrived: never less than was acknowledged. */
  async look(): Promise<void> {
    const { status, headers } = await this.#staff.raw('HEAD', this.#path, { headers: TUS })
    expect(status).toBe(200)
    const offset = Number(headers.get('upload-offset'))
    expect(offset).toBeGreaterThanOrEqual(this.#offset)
    expect(offset).toBeLessThanOrEqual(this.#film.length)
    this.#offset = offset
  }

  /** The server compares the hash: a byte lost or doubled is refused. */
  handIn() {
    return this.#staff.call('createAsset', { body: { uploadId: this.id, sha256: sha256(this.#film) } })
  }

  /** Sends what is missing and hands it in. */
  async finish(): Promise<Asset['id']> {
    await this.look()
    if (this.#offset < this.#film.length) await this.send()
    const handed = await this.handIn()
    if (!handed.ok) throw new Error(JSON.stringify(handed.problem))
    return handed.answer.id
  }

  async giveUp(): Promise<void> {
    expect((await this.#staff.raw('DELETE', this.#path, { headers: TUS })).status).toBe(204)
  }

  get #path(): string {
    return `/api/v1/uploads/${this.id}`
  }

  #patch(body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>): Promise<RawResult> {
    return this.#staff.raw('PATCH', this.#path, { headers: { ...PATCH, 'upload-offset': String(this.#offset) }, body })
  }
}

/** Asks for an upload to be let in. */
export const announceUpload = (staff: ApiClient, sizeBytes: number): Promise<RawResult> =>
  staff.raw('POST', '/api/v1/uploads', {
    headers: { ...TUS, 'upload-length': String(sizeBytes), 'upload-metadata': `filename ${btoa('film.mp4')}` },
  })
