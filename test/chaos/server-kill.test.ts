import type { Asset, AssetId, PlayableQuiz } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderClip } from '../e2e/fixtures/clip.ts'
import { readMultivariantPlaylist } from '../e2e/fixtures/playlist.ts'
import type { ApiClient } from '../lab/api-client.ts'
import { createLab, type Lab, waitForAsset } from '../lab/lab.ts'
import { createRandom } from '../lab/seeded-random.ts'
import { LENGTH, SEED } from '../lab/test-length.ts'
import { waitUntil } from '../lab/wait-until.ts'
import { KillRound } from './kill-round.ts'
import { Device, Editor, Sender } from './kill-users.ts'

const LONG_SECONDS = 40
const SHORT_SECONDS = 2
/** Sample programmes: the smallest number that the product takes. They bring quizzes with them. */
const SAMPLES = 20

type Film = { readonly id: AssetId; readonly seconds: number }

describe(`${LENGTH.serverKills} kills of the whole product at work, seed ${SEED}`, () => {
  const random = createRandom(SEED)
  let lab: Lab
  let staff: ApiClient
  let visitor: ApiClient
  let editors: readonly Editor[]
  let devices: readonly Device[]
  let sender: Sender
  let long: Film
  let short: readonly Film[]

  beforeAll(async () => {
    process.stdout.write(`server kills: seed ${SEED}\n`)
    lab = await createLab({ seed: SAMPLES })
    staff = await lab.signIn()
    visitor = lab.visitor()
    const film = async (seconds: number): Promise<Buffer<ArrayBuffer>> =>
      Buffer.from((await renderClip({ seconds, widthPx: 426, heightPx: 240 })).bytes)
    const [shortFilm, longFilm] = [await film(SHORT_SECONDS), await film(LONG_SECONDS)]
    const send = async (bytes: Buffer, seconds: number): Promise<Film> => ({ id: (await staff.uploadAsset(bytes, 'film.mp4')).id, seconds })
    short = [await send(shortFilm, SHORT_SECONDS), await send(shortFilm, SHORT_SECONDS)]
    for (const { id } of short) await waitForAsset(staff, id)
    long = await send(longFilm, LONG_SECONDS)
    editors = await Promise.all([...short, long].map(({ id }) => Editor.begin(staff, random, id)))
    const quiz = await someQuiz(visitor)
    devices = [1, 2, 3].map(() => new Device(lab.visitor(), staff, random, quiz))
    sender = new Sender(staff, shortFilm)
  }, 300_000)
  afterAll(() => lab?.stop())

  it(
    'lose nothing acknowledged and leave nothing half-published',
    async () => {
      const users = [...editors, ...devices, sender]
      for (let kill = 1; kill <= LENGTH.serverKills; kill += 1) {
        const round = new KillRound(40 + random.below(300), () => lab.kill9())
        await round.run(users.map((user) => () => user.step()))
        const done = await lab.restart().then(() => staff.must('readAsset', { params: { id: long.id } }))
        process.stdout.write(`server kills: ${kill}, ready again in ${Math.round(lab.readyMs())} ms, the long film at ${done.progress}\n`)
        for (const user of users) await user.compare()
        await comparePublic()
      }
      expect(devices.every(({ received }) => received > 0)).toBe(true)
    },
    LENGTH.serverKills * 60_000 + 300_000,
  )

  it('leave no film unfinished, and each is as long as it was sent', async () => {
    const films = [long, ...short, ...sender.assets.map((id) => ({ id, seconds: SHORT_SECONDS }))]
    for (const { id, seconds } of films) {
      const asset = await waitForAsset(staff, id)
      expect(asset, 'goes on with what was done').toMatchObject({ attempt: 1, durationSeconds: seconds })
      await compareFilm(staff, asset, seconds)
    }
    for (const editor of editors) await editor.publish()
    await waitUntil(
      'the long film to be offered',
      () => visitor.call('readPlayback', { params: { id: editors.at(-1)?.id ?? '' } }),
      ({ ok }) => ok,
    )
    await comparePublic()
    process.stdout.write(`server kills: ${sender.assets.length} films sent in pieces\n`)
  }, 300_000)

  /** What the public sees is what staff were told; whatever can be played is there to its last segment. */
  async function comparePublic(): Promise<void> {
    const { items } = await visitor.must('listProgrammes')
    const listed = items.filter(({ isSample }) => !isSample).map(({ id }) => id)
    const wanted = editors.filter(({ isPublished }) => isPublished).map(({ id }) => id)
    expect(listed.toSorted()).toEqual(wanted.toSorted())
    for (const [index, { id, isPublished }] of editors.entries()) {
      const film = [...short, long][index]
      if (film === undefined) throw new Error('every editor has a film')
      const asset = await staff.must('readAsset', { params: { id: film.id } })
      const detail = await visitor.call('readProgramme', { params: { id } })
      expect(detail.status).toBe(isPublished ? 200 : 404)
      if (asset.playlistUrl !== undefined) {
        expect((await visitor.raw('GET', asset.playlistUrl)).status, asset.playlistUrl).toBe(isPublished ? 200 : 404)
      }
      if (!detail.ok || !detail.answer.isPlayable) continue
      const playback = await visitor.must('readPlayback', { params: { id } })
      expect(playback.playlistUrl).toBe(asset.playlistUrl)
      await compareFilm(visitor, asset, film.seconds)
    }
  }
})

/** Every segment of a finished film answers, and together they are as long as the film. */
async function compareFilm(reader: ApiClient, asset: Asset, seconds: number): Promise<void> {
  if (asset.playlistUrl === undefined) throw new Error(`asset ${asset.id} is ${asset.status} and has no playlist`)
  const { variants } = await readMultivariantPlaylist(reader, asset.playlistUrl)
  expect(variants.map(({ heightPx }) => heightPx)).toEqual([240])
  for (const { durationSeconds } of variants) expect(durationSeconds).toBeCloseTo(seconds, 3)
}

async function someQuiz(visitor: ApiClient): Promise<PlayableQuiz> {
  const { items } = await visitor.must('listProgrammes')
  for (const card of items) {
    if (card.kind !== 'programme') continue
    const { quiz } = await visitor.must('readProgramme', { params: { id: card.id } })
    if (quiz !== undefined) return quiz
  }
  throw new Error('no sample programme has a quiz')
}
