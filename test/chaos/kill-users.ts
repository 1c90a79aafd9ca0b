import { randomUUID } from 'node:crypto'
import type { AssetId, AttemptCreate, AttemptReceipt, PlayableQuiz, ProgrammeId, ProgrammeStatus } from '@ulan/contract'
import { expect } from 'vitest'
import { type ApiClient, sha256 } from '../lab/api-client.ts'
import type { SeededRandom } from '../lab/seeded-random.ts'

/** Somebody at work while the server is killed: one step is one call, and what it acknowledged is written down. */
export type User = {
  step(): Promise<void>
  /** After a restart: compares what the server knows with what it acknowledged, and goes on from there. */
  compare(): Promise<void>
}

/** `versions`: titles under which it went out, the first one first. */
type ProgrammeState = {
  readonly rev: number
  readonly title: string
  readonly status: ProgrammeStatus
  readonly versions: readonly string[]
}

/** Edits one programme, publishes it again and again, and takes it down. */
export class Editor implements User {
  readonly #staff: ApiClient
  readonly #random: SeededRandom
  readonly id: ProgrammeId
  #acknowledged: ProgrammeState
  /** Where the call under way leads. */
  #asked: ProgrammeState | undefined

  private constructor(staff: ApiClient, random: SeededRandom, id: ProgrammeId, state: ProgrammeState) {
    this.#staff = staff
    this.#random = random
    this.id = id
    this.#acknowledged = state
  }

  static async begin(staff: ApiClient, random: SeededRandom, assetId: AssetId): Promise<Editor> {
    const draft = await staff.must('createProgramme', { body: { kind: 'performance', title: { 'zh-Hans': '草稿' }, assetId } })
    return new Editor(staff, random, draft.id, { rev: draft.rev, title: '草稿', status: draft.status, versions: [] })
  }

  get isPublished(): boolean {
    return this.#acknowledged.status === 'published'
  }

  async step(): Promise<void> {
    if (this.#random.below(3) > 0) await this.#edit()
    else if (this.isPublished && this.#random.below(2) > 0) await this.#takeDown()
    else await this.#publish()
  }

  async publish(): Promise<void> {
    if (!this.isPublished) await this.#publish()
  }

  async compare(): Promise<void> {
    const { rev, title, status } = await this.#staff.must('readStaffProgramme', { params: { id: this.id } })
    const { items } = await this.#staff.must('listVersions', { params: { id: this.id } })
    const versions = items.map(({ content }) => content.title['zh-Hans'] ?? '').toReversed()
    const found = { rev, title: title['zh-Hans'] ?? '', status, versions }
    expect([this.#acknowledged, ...(this.#asked === undefined ? [] : [this.#asked])], 'a programme as acknowledged').toContainEqual(found)
    const shown = await this.#staff.call('readProgramme', { params: { id: this.id }, query: {} })
    expect(shown.ok ? shown.answer.title.text : undefined, 'what the public sees').toBe(
      status === 'published' ? versions.at(-1) : undefined,
    )
    this.#acknowledged = found
    this.#asked = undefined
  }

  async #edit(): Promise<void> {
    const { rev } = this.#acknowledged
    const title = `第 ${rev} 次修改的标题`
    this.#asked = { ...this.#acknowledged, rev: rev + 1, title }
    await this.#staff.must('updateProgramme', { params: { id: this.id }, body: { rev, title: { 'zh-Hans': title } } })
    this.#acknowledge(this.#asked)
  }

  /** What went out before in the same words is no new version; what is public in them already is no new revision either. */
  async #publish(): Promise<void> {
    const { rev, title, versions } = this.#acknowledged
    const isNews = versions.at(-1) !== title
    const isSame = this.isPublished && !isNews
    this.#asked = {
      rev: isSame ? rev : rev + 1,
      title,
      status: 'published',
      versions: isNews ? [...versions, title] : versions,
    }
    await this.#staff.must('publishProgramme', { params: { id: this.id }, body: { rev } })
    this.#acknowledge(this.#asked)
  }

  async #takeDown(): Promise<void> {
    const { rev } = this.#acknowledged
    this.#asked = { ...this.#acknowledged, rev: rev + 1, status: 'taken-down' }
    await this.#staff.must('takeDownProgramme', { params: { id: this.id }, body: { rev } })
    this.#acknowledge(this.#asked)
  }

  #acknowledge(state: ProgrammeState): void {
    this.#acknowledged = state
    this.#asked = undefined
  }
}

/** A tablet whose viewers hand in attempts; what was not answered is sent again, as the device does. */
export class Device implements User {
  readonly #visitor: ApiClient
  readonly #staff: ApiClient
  readonly #random: SeededRandom
  readonly #quiz: PlayableQuiz
  readonly #received = new Map<string, { readonly attempt: AttemptCreate; readonly receipt: AttemptReceipt }>()
  #unanswered: AttemptCreate | undefined

  constructor(visitor: ApiClient, staff: ApiClient, random: SeededRandom, quiz: PlayableQuiz) {
    this.#visitor = visitor
    this.#staff = staff
    this.#random = random
    this.#quiz = quiz
  }

  get received(): number {
    return this.#received.size
  }

  async step(): Promise<void> {
    this.#unanswered ??= this.#play()
    const attempt = this.#unanswered
    const receipt = await this.#visitor.must('createAttempt', { body: attempt })
    this.#received.set(attempt.id, { attempt, receipt })
    this.#unanswered = undefined
  }

  async compare(): Promise<void> {
    for (const { attempt, receipt } of this.#received.values()) {
      const stored = await this.#staff.must('readAttempt', { params: { id: attempt.id } })
      const dated = { takenAt: attempt.finishedAt, datedBy: 'device' }
      expect(stored).toEqual({ ...attempt, receivedAt: receipt.receivedAt, score: receipt.score, ...dated })
    }
    // Once more, as a device does that never saw the answer: it is the one stored already.
    const last = [...this.#received.values()].at(-1)
    if (last === undefined) return
    const again = await this.#visitor.must('createAttempt', { body: last.attempt })
    expect(again).toEqual({ ...last.receipt, isNew: false })
  }

  #play(): AttemptCreate {
    const answeredAt = '2026-01-01T00:00:20.000Z'
    const answers = this.#quiz.questions.map(({ id, options }) => ({
      questionId: id,
      optionId: this.#random.pick(options).id,
      answeredAt,
    }))
    const times = { startedAt: '2026-01-01T00:00:00.000Z', finishedAt: '2026-01-01T00:01:00.000Z' }
    return { id: randomUUID() as AttemptCreate['id'], quizId: this.#quiz.id, device: 'tablet', locale: 'mn-Mong', ...times, answers } // a fresh id
  }
}

const TUS = { 'tus-resumable': '1.0.0' }
const PIECE_BYTES = 8_192

/** Sends one film over a slow line, piece by piece, hands it in, and begins the next. */
export class Sender implements User {
  readonly #staff: ApiClient
  readonly #film: Buffer<ArrayBuffer>
  readonly assets: AssetId[] = []
  /** Files acknowledged as begun; a film handed in is over. */
  #address: string | undefined
  #offset = 0

  constructor(staff: ApiClient, film: Buffer<ArrayBuffer>) {
    this.#staff = staff
    this.#film = film
  }

  async step(): Promise<void> {
    if (this.#address === undefined) await this.#begin()
    else if (this.#offset < this.#film.length) await this.#sendPiece(this.#address)
    else await this.#handIn(this.#address)
  }

  async compare(): Promise<void> {
    if (this.#address === undefined) return
    const { status, headers } = await this.#staff.raw('HEAD', this.#address, { headers: TUS })
    // An upload whose handing-in was cut off may be an asset already.
    if (status === 404 && this.#offset === this.#film.length) return
    expect(status, 'an upload that was begun').toBe(200)
    const offset = Number(headers.get('upload-offset'))
    expect(offset, 'nothing acknowledged of an upload is lost').toBeGreaterThanOrEqual(this.#offset)
    expect(offset, 'and nothing is there that was not sent').toBeLessThanOrEqual(this.#offset + PIECE_BYTES)
    this.#offset = offset
  }

  async #begin(): Promise<void> {
    const headers = { ...TUS, 'upload-length': String(this.#film.length), 'upload-metadata': `filename ${btoa('film.mp4')}` }
    const { status, headers: answered } = await this.#staff.raw('POST', '/api/v1/uploads', { headers })
    expect(status).toBe(201)
    this.#address = answered.get('location') ?? ''
    this.#offset = 0
  }

  async #sendPiece(address: string): Promise<void> {
    const headers = { ...TUS, 'upload-offset': String(this.#offset), 'content-type': 'application/offset+octet-stream' }
    const body = this.#film.subarray(this.#offset, this.#offset + PIECE_BYTES)
    const { status } = await this.#staff.raw('PATCH', address, { headers, body })
    expect(status).toBe(204)
    this.#offset += body.length
  }

  /** The server compares the hash: a byte lost or doubled at a kill would be refused here. */
  async #handIn(address: string): Promise<void> {
    const uploadId = address.split('/').at(-1) ?? ''
    const asset = await this.#staff.must('createAsset', { body: { uploadId, sha256: sha256(this.#film) } })
    this.assets.push(asset.id)
    this.#address = undefined
  }
}
