import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AssetId, PlayableQuiz, ProgrammeId } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Clip, renderClip } from '../../e2e/fixtures/clip.ts'
import { publishClip, publishPoster } from '../../e2e/fixtures/published.ts'
import type { ApiClient } from '../../lab/api-client.ts'
import { createLab, type Lab, waitForAsset } from '../../lab/lab.ts'
import { freePort, spawnServer } from '../../lab/server-process.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { begin, entriesOf, onProduct, onStore, playAll, readStore, run } from './backup-lab.ts'
import { someQuiz, Villagers } from './villagers.ts'

const SAMPLES = 20
const CLIP = { seconds: 4, widthPx: 426, heightPx: 240 } as const

let folder: string
let clip: Clip
let lab: Lab
let staff: ApiClient
let film: ProgrammeId
/** Chosen for it: its address. */
let poster: string
let quiz: PlayableQuiz
/** A backup of the lab at rest, with the film published. */
let file: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legal-backup-'))
  lab = await createLab({ seed: SAMPLES })
  staff = await lab.signIn()
  clip = await renderClip(CLIP)
  film = await publishClip(staff, clip, { 'zh-Hans': '备份的节目' })
  poster = await publishPoster(staff, film)
  quiz = await someQuiz(lab.visitor())
  file = join(folder, 'first.ulan')
  expect(await backUp(file)).toMatchObject({ code: 0 })
}, 240_000)
afterAll(async () => {
  await lab?.stop()
  await rm(folder, { recursive: true, force: true })
})

const backUp = (to: string, ...words: readonly string[]) => run('backup', { DATA_DIR: lab.dataDir }, to, ...words)
const restore = (from: string, dataDir: string, ...words: readonly string[]) => run('restore', { DATA_DIR: dataDir }, from, ...words)
const productAt = (dataDir: string) => ({ DATA_DIR: dataDir, DEMO: String(SAMPLES) })
const emptyPlace = async (): Promise<string> => join(await mkdtemp(join(folder, 'place-')), 'data')

/** The cookie of somebody who signs in. */
async function sessionOf({ visitor, email, password }: Lab): Promise<string> {
  const init = { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) }
  const { headers } = await visitor().raw('POST', '/api/v1/session', init)
  return headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

describe('a backup of the running product', () => {
  it('is of one moment, while attempts come in: all that was acknowledged before is in it, and nothing in parts', async () => {
    const villagers = new Villagers(lab.visitor(), quiz)
    await waitUntil(
      'the first attempts',
      () => villagers.acknowledged.length,
      (count) => count >= 20,
    )
    const before = [...villagers.acknowledged]
    const busy = join(folder, 'busy.ulan')
    const taken = await backUp(busy)
    await villagers.stop()
    expect(taken).toMatchObject({ code: 0, output: expect.stringMatching(/^store {2}\d+ documents in \d+ collections$/m) })
    expect((await stat(busy)).mode & 0o777).toBe(0o600)
    expect(villagers.acknowledged.length, 'attempts went on meanwhile').toBeGreaterThan(before.length)

    const dataDir = await emptyPlace()
    expect(await restore(busy, dataDir)).toMatchObject({ code: 0, output: expect.stringContaining('all compared') })
    const ids = await onStore(dataDir, async (database) => {
      const quizzes = await database.collection('quizzes').distinct('_id')
      expect(await database.collection('attempts').countDocuments({ quizId: { $nin: quizzes } }), 'attempts at no quiz').toBe(0)
      const found = await database
        .collection<{ _id: string }>('attempts')
        .find({}, { projection: { _id: 1 } })
        .toArray()
      return new Set(found.map(({ _id }) => _id))
    })
    expect(
      before.filter((id) => !ids.has(id)),
      'acknowledged before the backup began',
    ).toEqual([])
    const isIn = villagers.acknowledged.map((id) => ids.has(id))
    expect(
      isIn.indexOf(false) === -1 ? [] : isIn.slice(isIn.indexOf(false)).filter(Boolean),
      'one moment: nothing after the first that is out',
    ).toEqual([])
    expect([...ids].filter((id) => !villagers.acknowledged.includes(id))).toEqual([])
  })

  it('of a product at rest is equal to it, and the old session, password and key go on', async () => {
    const dataDir = await emptyPlace()
    const cookie = await sessionOf(lab)
    await lab.kill9()
    const whole = await readStore(lab.dataDir)
    const cold = join(folder, 'cold.ulan')
    expect(await backUp(cold), 'while no server runs').toMatchObject({ code: 0 })
    await lab.restart()
    expect(await restore(cold, dataDir)).toMatchObject({ code: 0 })
    const { units: _work, superseded: _marks, ...kept } = whole
    expect(await readStore(dataDir)).toEqual(kept)
    expect(await readFile(join(dataDir, 'secret-key'), 'utf8')).toBe(await readFile(join(lab.dataDir, 'secret-key'), 'utf8'))
    const programmes = await staff.must('listStaffProgrammes')
    const segments = await playAll(lab.visitor(), film)
    await onProduct(productAt(dataDir), async (visitor) => {
      expect(await playAll(visitor, film)).toBe(segments)
      expect((await visitor.raw('GET', poster)).status, 'the poster').toBe(200)
      expect(await visitor.raw('GET', '/api/v1/session', { headers: { cookie } }), 'still signed in').toMatchObject({ status: 200 })
      await visitor.signIn(lab.email, lab.password)
      expect(await visitor.must('listStaffProgrammes')).toEqual(programmes)
    })
  })

  it('has encodes that were under way done anew, from the master', async () => {
    const { id } = await staff.uploadAsset((await renderClip({ ...CLIP, seconds: 24 })).bytes, 'long.mp4')
    await waitUntil(
      'the encode to have begun',
      () => staff.must('readAsset', { params: { id } }),
      ({ progress }) => (progress ?? 0) > 0,
      60_000,
      20,
    )
    const during = join(folder, 'during.ulan')
    const taken = await backUp(during)
    expect(taken).toMatchObject({ code: 0, output: expect.stringMatching(/^work {3}\d+ titles? being encoded/m) })
    const dataDir = await emptyPlace()
    expect(await restore(during, dataDir)).toMatchObject({ code: 0 })
    await onProduct(productAt(dataDir), async (visitor) => {
      await visitor.signIn(lab.email, lab.password)
      expect(await waitForAsset(visitor, id as AssetId)).toMatchObject({ status: 'ready', attempt: 1 })
    })
  }, 240_000)
})

describe('a backup file', () => {
  it('is not there when the backup was killed, and the next one takes away what that left', async () => {
    const usb = await mkdtemp(join(folder, 'usb-'))
    const killed = join(usb, 'b.ulan')
    const process = begin('backup', { DATA_DIR: lab.dataDir }, killed)
    await waitUntil(
      'the first bytes',
      () => readdir(usb),
      (names) => names.length > 0,
      60_000,
      1,
    )
    process.signal('SIGKILL')
    await process.waitForExit()
    expect(await readdir(usb)).toEqual([expect.stringMatching(/^b\.ulan\.unfinished-/)])
    expect(await restore(join(usb, (await readdir(usb))[0] ?? ''), await emptyPlace())).toMatchObject({ code: 1 })
    expect(await backUp(killed)).toMatchObject({ code: 0 })
    expect(await readdir(usb)).toEqual(['b.ulan'])
    expect(await backUp(killed)).toEqual({ code: 1, output: `${killed} exists already: a backup never replaces one, name another file\n` })
  })

  it('is not there, nor anything of it, when somebody stopped the backup', async () => {
    const usb = await mkdtemp(join(folder, 'usb-'))
    const stopped = begin('backup', { DATA_DIR: lab.dataDir }, join(usb, 'b.ulan'))
    await waitUntil(
      'the first bytes',
      () => readdir(usb),
      (names) => names.length > 0,
      60_000,
      1,
    )
    stopped.signal('SIGINT')
    expect(await stopped.waitForExit()).toEqual({ code: 1, signal: null })
    expect([stopped.output(), await readdir(usb)]).toEqual(['the backup was stopped. Nothing was left behind\n', []])
  })

  it.each([
    ['of the store', /^store\/programmes\//],
    ['of media', /^media\/assets\/.*\.m4s$/],
    ['of the secret key', /^secret-key$/],
    ['of the list of contents', /^manifest\.json$/],
  ])('with one byte changed in the part %s is refused by the name of that part, and nothing is made', async (_part, pattern) => {
    const spoilt = join(folder, 'spoilt.ulan')
    await cp(file, spoilt)
    const bytes = await readFile(spoilt)
    const { name, at } = entriesOf(bytes).find((entry) => pattern.test(entry.name)) ?? { name: 'no such entry', at: 0 }
    bytes[at + 3] = (bytes[at + 3] ?? 0) ^ 1
    await writeFile(spoilt, bytes)
    const dataDir = await emptyPlace()
    const { code, output } = await restore(spoilt, dataDir)
    expect([code, output]).toEqual([1, expect.stringMatching(/^the backup is damaged: .*Nothing was restored/)])
    expect(output).toContain(`${name} is not as it was written`)
    await expect(readdir(dataDir)).rejects.toThrow('ENOENT')
  })

  it('that is cut short, is none, is not there or is newer is told in one line', async () => {
    const cut = join(folder, 'cut.ulan')
    await cp(file, cut)
    await truncate(cut, (await stat(file)).size - 2_000)
    const newer = join(folder, 'newer.ulan')
    await writeFile(newer, (await readFile(file)).toString('latin1').replace('"format": 1', '"format": 2'), 'latin1')
    const dataDir = await emptyPlace()
    const told = async (from: string): Promise<string> => (await restore(from, dataDir)).output.trim()
    expect(await told(cut)).toBe(`${cut} is cut short: it ends before its list of contents. Use another backup`)
    expect(await told(newer)).toMatch(/^the backup was made by a newer release \(format 2, release 0\.1\.0; this one reads format 1\)/)
    expect(await told(import.meta.filename)).toBe(`${import.meta.filename} is no backup of this product`)
    expect(await told(join(folder, 'gone.ulan'))).toBe(`there is no file ${join(folder, 'gone.ulan')}`)
    await expect(readdir(dataDir)).rejects.toThrow('ENOENT')
  })

  it('that grows larger than its disk takes is taken away, and the reason told', async () => {
    const usb = await mkdtemp(join(folder, 'usb-'))
    const command = join(usb, 'b.ulan')
    // A limit of the shell stands for a disk that takes no larger files: 200 blocks of 1024 bytes.
    const words = ['/bin/bash', '-c', 'ulimit -f 200; exec "$0" "$@"', process.execPath]
    const entry = join(import.meta.dirname, '../../../cms/launch/src/backup-command.ts')
    const child = spawnServer({ DATA_DIR: lab.dataDir }, [...words, entry, '--backup', command])
    expect(await child.waitForExit()).toMatchObject({ code: 1 })
    expect(child.output()).toMatch(/^the disk of .*b\.ulan takes no file as large as this backup .*Nothing was left behind/m)
    expect(await readdir(usb)).toEqual([])
  })

  it('can be checked without being restored', async () => {
    const { code, output } = await restore(file, await emptyPlace(), '--check')
    expect([code, output]).toEqual([0, expect.stringMatching(/^whole {2}.*first\.ulan of 20/m)])
  })
})

describe('a restore', () => {
  it('touches nothing that is there', async () => {
    const { code, output } = await restore(file, lab.dataDir)
    expect([code, output]).toEqual([1, expect.stringMatching(/ is not empty: a restore needs an empty DATA_DIR/)])
    expect(await playAll(lab.visitor(), film)).toBeGreaterThan(0)
  })

  it('that is killed leaves nothing that a server would start on', async () => {
    const dataDir = await emptyPlace()
    const process = begin('restore', { DATA_DIR: dataDir }, file)
    const media = join(dataDir, 'media/assets')
    await waitUntil(
      'the first media',
      () => readdir(media).catch(() => []),
      (names) => names.length > 0,
      60_000,
      1,
    )
    process.signal('SIGKILL')
    await process.waitForExit()
    const server = spawnServer({ DATA_DIR: dataDir, PORT: String(await freePort()), DEMO: '0' })
    expect(await server.waitForExit()).toMatchObject({ code: 1 })
    expect(server.output()).toContain(`a restore of ${file} was cut off, so that this data is not whole`)
  })

  it('without media compares what is in the media store, and names what is not', async () => {
    const listed = join(folder, 'listed.ulan')
    expect(await backUp(listed, '--without-media')).toMatchObject({ code: 0, output: expect.stringContaining('listed only') })
    expect((await stat(listed)).size).toBeLessThan((await stat(file)).size / 2)
    const dataDir = await emptyPlace()
    const mediaDir = join(dataDir, 'media')
    await mkdir(dataDir)
    for (const part of ['assets', 'masters']) await cp(join(lab.dataDir, 'media', part), join(mediaDir, part), { recursive: true })
    const { assetId } = await staff.must('readStaffProgramme', { params: { id: film } })
    const gone = `masters/${assetId}/master`
    await rm(join(mediaDir, gone))
    const { code, output } = await restore(listed, dataDir)
    expect([code, output]).toEqual([2, expect.stringContaining(`missing  1 media file that titles need are neither in the backup`)])
    expect(output).toContain(`  ${gone}\n`)
    await onProduct(productAt(dataDir), async (visitor) => expect(await playAll(visitor, film)).toBeGreaterThan(0))
  })
})

it('what titles need and the media store lost is named, and the exit code tells', async () => {
  const { assetId } = await staff.must('readStaffProgramme', { params: { id: film } })
  const key = `masters/${assetId}/master`
  const path = join(lab.dataDir, 'media', key)
  const master = await readFile(path)
  await rm(path)
  const partial = join(folder, 'partial.ulan')
  const { code, output } = await backUp(partial)
  expect([code, output]).toEqual([2, expect.stringContaining(`  ${key}\n`)])
  expect(await restore(partial, await emptyPlace())).toMatchObject({ code: 2, output: expect.stringContaining(`  ${key}\n`) })
  await writeFile(path, master)
})

it('a media folder that is not mounted is told, and not made one', async () => {
  const media = await mkdtemp(join(folder, 'mount-'))
  const { code, output } = await run('backup', { DATA_DIR: lab.dataDir, MEDIA_STORE: `file:${media}` }, join(folder, 'unmounted.ulan'))
  expect([code, output]).toEqual([1, expect.stringContaining(`${media} is not the media folder that the server uses`)])
  expect(await readdir(media)).toEqual([])
})
