import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProgrammeId } from '@ulan/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { renderClip } from '../../e2e/fixtures/clip.ts'
import { publishClip } from '../../e2e/fixtures/published.ts'
import { tellInOrder } from '../../e2e/fixtures/story.ts'
import { createLab, type Lab } from '../../lab/lab.ts'
import { type S3Server, startS3Server } from '../../lab/s3-server.ts'
import { waitUntil } from '../../lab/wait-until.ts'
import { onProduct, playAll, run } from './backup-lab.ts'

tellInOrder()
let folder: string
let s3: S3Server
let lab: Lab
let film: ProgrammeId
let environment: Readonly<Record<string, string>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legal-backup-bucket-'))
  s3 = await startS3Server()
  environment = s3.environment('media')
  lab = await createLab({ env: environment })
  film = await publishClip(await lab.signIn(), await renderClip({ seconds: 2, widthPx: 426, heightPx: 240 }), { 'zh-Hans': '桶里的节目' })
  await waitUntil(
    'the master in the bucket',
    () => s3.seen.some(({ method, path, status }) => method === 'PUT' && path.endsWith('/master') && status === 200),
    (isThere) => isThere,
  )
}, 120_000)
afterAll(async () => {
  await lab?.stop()
  await s3?.close()
  await rm(folder, { recursive: true, force: true })
})

const backUp = (file: string, ...words: readonly string[]) => run('backup', { ...environment, DATA_DIR: lab.dataDir }, file, ...words)

it('media in a bucket are listed, and a restore finds them there', async () => {
  const file = join(folder, 'listed.ulan')
  expect(await backUp(file)).toMatchObject({ code: 0, output: expect.stringContaining('listed only') })
  expect((await stat(file)).size).toBeLessThan(100_000)
  const dataDir = join(folder, 'again')
  expect(await run('restore', { ...environment, DATA_DIR: dataDir }, file)).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^media .*, all compared$/m),
  })
})

it('with their bytes on wish, they come back into a folder or an empty bucket, and not into a bucket that has some', async () => {
  const file = join(folder, 'whole.ulan')
  expect(await backUp(file, '--with-media')).toMatchObject({ code: 0 })
  const refused = await run('restore', { ...environment, DATA_DIR: join(folder, 'refused') }, file)
  expect([refused.code, refused.output]).toEqual([1, expect.stringMatching(/^the media store s3:\/\/troupe\/media is not empty/)])
  const copy = { ...s3.environment('copy'), DATA_DIR: join(folder, 'copy') }
  expect(await run('restore', copy, file)).toMatchObject({ code: 0, output: expect.stringMatching(/^media .*, all compared$/m) })
  const dataDir = join(folder, 'folder')
  expect(await run('restore', { DATA_DIR: dataDir }, file)).toMatchObject({ code: 0 })
  await onProduct({ DATA_DIR: dataDir, DEMO: '0' }, async (visitor) => expect(await playAll(visitor, film)).toBeGreaterThan(0))
})

it('what the bucket lost is named', async () => {
  const file = join(folder, 'elsewhere.ulan')
  expect(await backUp(file)).toMatchObject({ code: 0 })
  const other = { ...s3.environment('another'), DATA_DIR: join(folder, 'other') }
  const { code, output } = await run('restore', other, file)
  expect([code, output]).toEqual([2, expect.stringMatching(/^missing {2}\d+ media files that titles need/m)])
})
