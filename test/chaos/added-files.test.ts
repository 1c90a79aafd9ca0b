import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Asset, AssetId } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, sha256 } from '../lab/api-client.ts'
import { createLab, type Lab, waitForAsset } from '../lab/lab.ts'
import { createRandom } from '../lab/seeded-random.ts'
import { LENGTH, SEED } from '../lab/test-length.ts'
import { waitUntil } from '../lab/wait-until.ts'
import { CUE_SHAPES } from './cue-table.ts'
import { hasEncoder } from './encoders.ts'
import { AAC, H264, makeFile, picture, type Refused, SMALL, tone } from './file-recipe.ts'
import { type Neighbour, openNeighbour } from './hostile-neighbour.ts'
import { expectEnglish, expectRefusal, inEnglish } from './refusal.ts'
import { SOUND_SHAPES, TITLE_SECONDS } from './sound-table.ts'

/** What encoders put before and behind a sound. */
const SLACK_SECONDS = 0.2
const random = createRandom(SEED)
const sounds = random.sample(SOUND_SHAPES, LENGTH.soundShapes)
const cues = random.sample(CUE_SHAPES, LENGTH.cueShapes)

describe(`files that people add to a film, seed ${SEED}`, () => {
  let lab: Lab
  let staff: ApiClient
  let folder: string
  let neighbour: Neighbour
  let id: AssetId

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'legal-added-'))
    lab = await createLab()
    staff = await lab.signIn()
    neighbour = await openNeighbour(lab, staff, folder)
    const film = { file: 'film.mp4', make: [...picture(SMALL, '25', TITLE_SECONDS), ...tone(TITLE_SECONDS), ...H264, ...AAC] }
    id = (await staff.uploadAsset(await makeFile(film, folder, neighbour), film.file)).id
    await waitForAsset(staff, id)
  })
  afterAll(async () => {
    await neighbour?.stop()
    await lab?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it.for(sounds)('sound: $name', async (shape, { skip }) => {
    if (shape.encoder !== undefined && !(await hasEncoder(shape.encoder))) return skip(`this ffmpeg has no ${shape.encoder}`)
    const callersBefore = neighbour.callers()
    const bytes = await makeFile(shape, folder, neighbour)
    const { becomes } = shape
    if ('problem' in becomes) await expectRefused(bytes, shape.file, becomes, { kind: 'audio', language: 'mn' })
    else await whileAdded(bytes, shape.file, { kind: 'audio', language: 'mn' }, (asset) => expectHeard(asset, becomes.seconds))
    expect(neighbour.callers(), 'nobody was called').toBe(callersBefore)
  })

  it.for(cues)('subtitles: $name', async (shape) => {
    const bytes = await makeFile(shape, folder, neighbour)
    const { becomes } = shape
    const wish = { kind: 'cues', language: 'zh-Hans' } as const
    if ('problem' in becomes) return await expectRefused(bytes, shape.file, becomes, wish)
    await whileAdded(bytes, shape.file, wish, async ({ subtitles }) => {
      const { status, text } = await staff.raw('GET', subtitles[0]?.url ?? '')
      const starts = [...text.matchAll(/^([\d:.]+) --> /gm)].map(([, start]) => start)
      expect([status, starts.length]).toEqual([200, becomes.cues])
      expect(starts, 'in order').toEqual(starts.toSorted())
      expect(text.split('\n\n')[1]?.split('\n').slice(1).join('\n').trim()).toBe(becomes.first)
    })
  })

  type Wish = { readonly kind: 'audio'; readonly language: 'mn' } | { readonly kind: 'cues'; readonly language: 'zh-Hans' }

  /** Said at once, in both languages; the film is what it was. */
  async function expectRefused(bytes: Buffer, file: string, becomes: Refused, wish: Wish): Promise<void> {
    const before = await staff.must('readAsset', { params: { id } })
    const body = async () => ({ ...wish, uploadId: (await staff.upload(bytes, file)).uploadId, sha256: sha256(bytes) })
    const added = await staff.call('addTrack', { params: { id }, body: await body() })
    if (added.ok) throw new Error('it was taken')
    expectRefusal(added.problem, becomes)
    expectEnglish(await inEnglish(staff, `/assets/${id}/tracks`, await body()), becomes)
    const { tracks, version, status } = await staff.must('readAsset', { params: { id } })
    expect({ tracks, version, status }).toEqual({ tracks: before.tracks, version: before.version, status: before.status })
  }

  /** Adds a file, looks at the version that has it, and takes it out again. */
  async function whileAdded(bytes: Buffer, file: string, wish: Wish, look: (asset: Asset) => Promise<void>): Promise<void> {
    const { uploadId } = await staff.upload(bytes, file)
    await staff.must('addTrack', { params: { id }, body: { ...wish, uploadId, sha256: sha256(bytes) } })
    const extras = ({ audios, subtitles }: Asset): number => audios.length - 1 + subtitles.length
    const reach = (count: number): Promise<Asset> =>
      waitUntil(
        `a version with ${count} added files`,
        () => staff.must('readAsset', { params: { id } }),
        (asset) => asset.status === 'failed' || (asset.status === 'ready' && extras(asset) === count),
        60_000,
      )
    const asset = await reach(1)
    expect(asset, JSON.stringify(asset.problem)).toMatchObject({ status: 'ready', tracks: [{ id: uploadId, fileName: file }] })
    await look(asset)
    await staff.must('removeTrack', { params: { id, trackId: uploadId } })
    await reach(0)
  }

  async function expectHeard({ playlistUrl = '' }: Asset, seconds: number): Promise<void> {
    const master = await staff.raw('GET', playlistUrl)
    const [, uri = ''] = /LANGUAGE="mn".*CHANNELS="2",URI="([^"]+)"/.exec(master.text) ?? []
    const { text } = await staff.raw('GET', playlistUrl.replace('master.m3u8', uri))
    const heard = [...text.matchAll(/^#EXTINF:([\d.]+)/gm)].reduce((sum, [, each]) => sum + Number(each), 0)
    expect(Math.abs(heard - seconds), `${heard} s of ${seconds}`).toBeLessThan(SLACK_SECONDS)
  }
})
