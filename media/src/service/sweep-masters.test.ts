import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset } from '@ulan/contract'
import { expect, test } from 'vitest'
import { ask, makeFolder, openLab, renderClip, sendFile, type Told, until, untilSettled } from '../test-lab.ts'

test('the file of a refused asset goes, its answer and all that can be tried again stay', { timeout: 200_000 }, async () => {
  const folder = await makeFolder()
  const masters = join(folder, 'media/masters')
  const before = await openLab({ folder, workers: 0 })
  const claim = (uploadId: string) => ask<Told>(`${before.url}/api/v1/assets`, { uploadId })
  const text = join(folder, 'text.mp4')
  await writeFile(text, '第一条 为了保护草原')
  const refused = await sendFile(before.url, text)
  expect((await claim(refused)).status).toBe(422)
  const kept = await sendFile(before.url, await renderClip(join(folder, 'clip.mp4'), 2, '320x180'))
  expect((await claim(kept)).status).toBe(201)
  const problem = { type: '/problems/encode-failed', title: '转码失败', status: 500 }
  await before.connection.collection<{ _id: string }>('assets').updateOne({ _id: kept }, { $set: { status: 'failed', problem } })
  expect((await readdir(masters)).toSorted()).toEqual([refused, kept].toSorted())
  await before.close()

  const lab = await openLab({ folder })
  await until(async () => ((await readdir(masters)).includes(refused) ? undefined : true))
  expect(await readdir(masters)).toEqual([kept])
  expect(await lab.connection.collection('units').countDocuments({ assetId: refused })).toBe(0)
  expect((await ask<Asset>(`${lab.url}/api/v1/assets/${refused}`)).body).toMatchObject({
    status: 'failed',
    problem: { type: '/problems/not-a-video' },
  })
  const again = await ask<Told>(`${lab.url}/api/v1/assets/${refused}/retry`, {})
  expect([again.status, again.body.type]).toEqual([422, '/problems/not-a-video'])
  expect((await ask<Told>(`${lab.url}/api/v1/assets`, { uploadId: refused })).body.type).toBe('/problems/not-a-video')
  expect(await ask(`${lab.url}/api/v1/assets/${kept}/retry`, {})).toMatchObject({ status: 200, body: { attempt: 2 } })
  expect((await untilSettled(lab.url, kept)).status).toBe('ready')
  await lab.close()
})
