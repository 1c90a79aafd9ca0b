import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { problemType } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, sha256 } from '../lab/api-client.ts'
import { createLab, type Lab } from '../lab/lab.ts'
import { createRandom } from '../lab/seeded-random.ts'
import { LENGTH, SEED } from '../lab/test-length.ts'
import { BAD_CLIPS, type BadClip } from './bad-clips.ts'
import { hasEncoder } from './encoders.ts'
import { makeFile } from './file-recipe.ts'
import { type Neighbour, openNeighbour, trustingCount } from './hostile-neighbour.ts'
import { expectEnglish, expectRefusal, inEnglish } from './refusal.ts'

const clips = createRandom(SEED).sample(BAD_CLIPS, LENGTH.badClips)

describe(`${clips.length} of ${BAD_CLIPS.length} files that cannot become a film, seed ${SEED}`, () => {
  let lab: Lab
  let staff: ApiClient
  let folder: string
  let neighbour: Neighbour

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'legal-bad-'))
    lab = await createLab()
    staff = await lab.signIn()
    neighbour = await openNeighbour(lab, staff, folder)
  })
  afterAll(async () => {
    await neighbour?.stop()
    await lab?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('a list that names another film shows it to whoever is trusting', async () => {
    const path = join(folder, 'list')
    await writeFile(path, await bytesOf('ffconcat naming an absolute path'))
    expect(await trustingCount(path)).toBe(50)
    await writeFile(path, await bytesOf('ffconcat naming a host'))
    await expect(trustingCount(path)).rejects.toThrow()
    expect(neighbour.callers(), 'the host is called').toBeGreaterThan(0)
  })

  it.for(clips)('$name', async (clip, { skip }) => {
    if (clip.encoder !== undefined && !(await hasEncoder(clip.encoder))) return skip(`this ffmpeg has no ${clip.encoder}`)
    const callersBefore = neighbour.callers()
    const bytes = await makeFile(clip, folder, neighbour)
    const { uploadId } = await staff.upload(bytes, clip.file)
    const body = { uploadId, sha256: sha256(bytes) }
    const claimed = await staff.call('createAsset', { body })
    if (claimed.ok) throw new Error(`it became ${JSON.stringify(claimed.answer)}`)
    expectRefusal(claimed.problem, clip.becomes)
    expectEnglish(await inEnglish(staff, '/assets', body), clip.becomes)
    await expectNothingMade(uploadId, clip)
    expect(neighbour.callers(), 'nobody was called').toBe(callersBefore)
  })

  it('leave the server as it was', async () => {
    expect((await lab.visitor().raw('GET', '/readyz')).status).toBe(200)
    expect(await readdir(join(lab.dataDir, 'media/uploads'))).toEqual([])
  })

  const bytesOf = async (name: string): Promise<Buffer> => {
    const clip = BAD_CLIPS.find((one) => one.name === name)
    if (clip === undefined) throw new Error(`no ${name}`)
    return await makeFile(clip, folder, neighbour)
  }

  /** Of a refused file nothing is known but its name and its problem, and nothing was made. */
  async function expectNothingMade(id: string, { file, becomes }: BadClip): Promise<void> {
    const { items } = await staff.must('listAssets')
    const asset = items.find((one) => one.id === id)
    expect(asset).toMatchObject({
      fileName: file,
      status: 'failed',
      isRefused: true,
      rungs: [],
      audios: [],
      problem: { type: problemType(becomes.problem) },
    })
    for (const member of ['source', 'playlistUrl', 'previewUrl', 'posters', 'storyboardUrl']) expect(asset).not.toHaveProperty(member)
    for (const place of ['assets', 'work', 'uploads']) expect(existsSync(join(lab.dataDir, 'media', place, id)), place).toBe(false)
  }
})
