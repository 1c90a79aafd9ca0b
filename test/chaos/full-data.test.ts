import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ApiClient } from '../lab/api-client.ts'
import type { Lab } from '../lab/lab.ts'
import { renderNumberedFilm } from '../lab/numbered-film.ts'
import { createRandom, type SeededRandom } from '../lab/seeded-random.ts'
import { freePort, spawnServer } from '../lab/server-process.ts'
import { lackOfSmallDisk, openSmallDisk } from '../lab/small-disk.ts'
import { LENGTH, SEED } from '../lab/test-length.ts'
import { waitUntil } from '../lab/wait-until.ts'
import { compareTitle } from '../lab/whole-titles.ts'
import {
  expectNoOrphans,
  expectNothingHeldAgainst,
  type FullStage,
  fillDuringEncode,
  STORAGE_FULL,
  setFullStage,
  waitForTitles,
} from './full-stage.ts'
import { SlowUpload } from './slow-upload.ts'

const FILM = { seconds: LENGTH.fullSeconds, widthPx: 640, heightPx: 360 }
const WORK_MS = 120_000 + LENGTH.fullRounds * 40_000
const EDITS_BETWEEN = 10
/** What a start says that has to write something new. */
const NO_ROOM = /^the disk of \S+ is full: make room there and start again, nothing is lost$/m
const lack = await lackOfSmallDisk()
if (lack !== undefined) console.log(`not run: a data disk that is full, for want of ${lack}`)

describe.skipIf(lack !== undefined)(`a data disk that fills while people are at work, ${LENGTH.fullRounds} times, seed ${SEED}`, () => {
  it('loses nothing acknowledged, also by a power cut; reads go on, writes are refused by name until there is room', {
    timeout: WORK_MS + 60_000,
  }, async () => {
    process.stdout.write(`full data disk: seed ${SEED}\n`)
    const random = createRandom(SEED)
    await using stage = await setFullStage('data')
    const { disk, lab, staff } = stage
    const film = await renderNumberedFilm(FILM)
    const ids = [(await staff.uploadAsset(film, 'title.mp4')).id]
    for (let title = 2; title <= LENGTH.fullTitles; title += 1) ids.push((await staff.uploadAsset(film, 'title.mp4')).id)
    const slow = await SlowUpload.begin(staff, film)
    const unclaimed = await SlowUpload.begin(staff, film)
    await unclaimed.send()
    const editor = await Editor.begin(staff)
    let refusedStarts = 0
    for (let round = 1; round <= LENGTH.fullRounds; round += 1) {
      if (round > 1 && (await stage.areReady(ids))) break
      await fillDuringEncode(disk, random, [lab.server()])
      await editor.editUntilRefused(() => disk.topUp())
      await compareWhileFull(stage, editor)
      expect(await unclaimed.handIn()).toMatchObject(STORAGE_FULL)
      await slow.look()
      await expectNothingHeldAgainst(lab.dataDir, [lab.server()])
      await disk.topUp()
      await end(lab, random)
      await disk.topUp()
      if (await restarts(stage)) await compareWhileFull(stage, editor)
      else {
        refusedStarts += 1
        await disk.makeRoom()
        await lab.restart()
      }
      await disk.makeRoom()
      await editor.compare()
      await editor.edit()
    }
    ids.push(await unclaimed.finish(), await slow.finish())
    const titles = await waitForTitles(staff, ids, WORK_MS)
    let frames = 0
    for (const title of titles) frames += await compareTitle(lab.origin, title, FILM)
    await editor.compare()
    await expectNothingHeldAgainst(lab.dataDir, [lab.server()])
    await expectNoOrphans(stage, titles)
    process.stdout.write(
      `full data disk: ${titles.length} titles, ${frames} frames, ${editor.edits} edits, ${refusedStarts} starts refused\n`,
    )
  })

  it('is told in one line by a first start on it', async () => {
    const disk = await openSmallDisk()
    const dataDir = join(disk.path, 'data')
    await mkdir(dataDir)
    await disk.fill(0)
    const environment = { PORT: String(await freePort()), DATA_DIR: dataDir, DEMO: '0', ADMIN_EMAIL: 'a@localhost' }
    const server = spawnServer(environment)
    expect(await server.waitForExit()).toEqual({ code: 1, signal: null })
    expect(server.output().trim().split('\n')).toEqual([expect.stringMatching(NO_ROOM)])
    await disk.remove()
  })
})

/** By a power cut, or as somebody does it who wants to clear up. */
async function end(lab: Lab, random: SeededRandom): Promise<void> {
  if (random.below(2) === 0) return await lab.kill9()
  lab.server().signal('SIGTERM')
  expect(await lab.server().waitForExit()).toEqual({ code: 0, signal: null })
}

/** Starts the server again; `false` when it said that there is no room for that. */
async function restarts({ lab }: FullStage): Promise<boolean> {
  try {
    await lab.restart()
    return true
  } catch (error) {
    expect(String(error)).toMatch(NO_ROOM)
    return false
  }
}

/** Everything that only reads. */
async function compareWhileFull({ disk, lab, staff }: FullStage, editor: Editor): Promise<void> {
  await editor.compare()
  const visitor = lab.visitor()
  await visitor.must('readHome', { query: { device: 'tv' } })
  expect((await visitor.raw('GET', '/readyz')).text).toBe('{"store":true,"media":true}')
  await staff.must('listAssets')
  await waitUntil(
    'a sign-in to be refused by name',
    async () => {
      await disk.topUp()
      return await visitor.call('createSession', { body: { email: lab.email, password: lab.password } })
    },
    (answer) => {
      // Whatever was given up just now may have left room for one.
      if (!answer.ok) expect(answer).toMatchObject(STORAGE_FULL)
      return !answer.ok
    },
  )
}

/** Somebody who changes the title of a programme again and again. */
class Editor {
  readonly #staff: ApiClient
  readonly #id: string
  #acknowledged: { readonly rev: number; readonly title: string }

  private constructor(staff: ApiClient, id: string, rev: number, title: string) {
    this.#staff = staff
    this.#id = id
    this.#acknowledged = { rev, title }
  }

  static readonly begin = async (staff: ApiClient): Promise<Editor> => {
    const title = '草稿'
    const { id, rev } = await staff.must('createProgramme', { body: { kind: 'performance', title: { 'zh-Hans': title } } })
    return new Editor(staff, id, rev, title)
  }

  get edits(): number {
    return this.#acknowledged.rev - 1
  }

  async edit(): Promise<void> {
    const refused = await this.#edit()
    if (refused !== undefined) throw new Error(JSON.stringify(refused))
  }

  /** `narrow`: done now and then, as edits take up little. */
  async editUntilRefused(narrow: () => Promise<void>): Promise<void> {
    let refused: unknown
    for (let edits = 1; refused === undefined; edits += 1) {
      refused = await this.#edit()
      if (edits % EDITS_BETWEEN === 0) await narrow()
    }
    expect(refused).toMatchObject(STORAGE_FULL)
  }

  async compare(): Promise<void> {
    const { rev, title } = await this.#staff.must('readStaffProgramme', { params: { id: this.#id } })
    expect({ rev, title: title['zh-Hans'] }).toEqual(this.#acknowledged)
  }

  async #edit(): Promise<unknown> {
    const { rev } = this.#acknowledged
    const title = `第 ${rev} 次修改的标题`
    const answer = await this.#staff.call('updateProgramme', { params: { id: this.#id }, body: { rev, title: { 'zh-Hans': title } } })
    if (!answer.ok) return answer
    this.#acknowledged = { rev: answer.answer.rev, title }
    return undefined
  }
}
