import { rename, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset, AssetId } from '@ulan/contract'
import { expect, test } from 'vitest'
import { ask, makeFolder, openLab, renderClip, until, untilSettled } from '../test-lab.ts'

test('a disk that cannot be read for a moment costs a try, not the title', { timeout: 120_000 }, async () => {
  const folder = await makeFolder()
  const id = 'unread' as AssetId // a test id
  const before = await openLab({ folder, workers: 0 })
  await before.media.library.reserveAsset(id, 'unread.mp4')
  await before.media.library.importMaster(id, await renderClip(join(folder, 'clip.mp4'), 2, '320x180'))
  await before.close()
  const master = join(folder, 'media/masters', id, 'master')
  await rename(master, `${master}-aside`)
  // Reading it fails, and not because nothing is there.
  await symlink('master', master)

  const lab = await openLab({ folder })
  const message = await until(async () => {
    const unit = await lab.connection.collection('units').findOne({ assetId: id, failures: { $gt: 0 } })
    return unit?.['message'] as string | undefined // as the worker writes it
  })
  expect(message).toContain('ELOOP')
  expect((await ask<Asset>(`${lab.url}/api/v1/assets/${id}`)).body.status).toBe('probing')
  await rename(`${master}-aside`, master)
  expect(await untilSettled(lab.url, id)).toMatchObject({ status: 'ready', attempt: 1 })
  await lab.close()
})
