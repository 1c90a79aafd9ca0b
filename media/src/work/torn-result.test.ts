import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AssetId } from '@ulan/contract'
import { expect, test } from 'vitest'
import { makeFolder, openLab, renderClip, untilSettled } from '../test-lab.ts'

test.each(['', '[{"name":"aud'])('a result that a kill cut off to %j is made again', { timeout: 120_000 }, async (torn) => {
  const lab = await openLab()
  const id = 'torn' as AssetId // a test id
  const unit = join(lab.folder, 'media/work', id, '1/audio')
  await mkdir(unit, { recursive: true })
  await writeFile(join(unit, 'result.json'), torn)
  await lab.media.library.reserveAsset(id, 'torn.mp4')
  await lab.media.library.importMaster(id, await renderClip(join(await makeFolder(), 'clip.mp4'), 2, '320x180'))
  expect(await untilSettled(lab.url, id)).toMatchObject({ status: 'ready', attempt: 1 })
  await lab.close()
})
