import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asset } from '@ulan/contract'
import { expect, test } from 'vitest'
import { ask, makeFolder, openLab, renderClip, sendFile, sha256OfFile, until } from '../test-lab.ts'

/** The real ffmpeg behind a door: what it tries on excerpts goes to a full disk while a file says so. */
async function makeDoor(folder: string): Promise<string> {
  const door = join(folder, 'ffmpeg')
  const outputs = [4, 5, 6, 7].map((descriptor) => `${descriptor}>/dev/full`).join(' ')
  const full = `if [ -e ${folder}/full ] && echo "$*" | grep -q 'matroska file:/proc/self/fd/4'; then exec ${outputs}; fi`
  await writeFile(door, `#!/bin/sh\n${full}\nexec ffmpeg "$@"\n`)
  await writeFile(join(folder, 'full'), '')
  // The encoder runs as nobody.
  await chmod(folder, 0o755)
  await chmod(door, 0o755)
  return door
}

test('a disk that is full while excerpts are tried costs a title no measurement', { timeout: 120_000 }, async () => {
  const folder = await makeFolder()
  const lab = await openLab({ ffmpegPath: await makeDoor(folder), workers: 2 })
  const clip = await renderClip(join(folder, 'clip.mp4'), 44, '640x360')
  const id = await sendFile(lab.url, clip)
  expect((await ask(`${lab.url}/api/v1/assets`, { uploadId: id, sha256: await sha256OfFile(clip) })).status).toBe(201)
  const units = lab.connection.collection<{ message?: string; failures: number }>('units')
  const stumbled = await until(async () => (await units.findOne({ kind: 'measure', message: { $exists: true } })) ?? undefined)
  expect(stumbled).toMatchObject({ state: 'waiting', failures: 0, message: expect.stringMatching(/^the disk is full/) })
  await rm(join(folder, 'full'))
  const settled = await until(async () => {
    const { body } = await ask<Asset>(`${lab.url}/api/v1/assets/${id}`)
    return body.reasons?.some(({ code }) => code.startsWith('crf-')) === true ? body : undefined
  })
  expect(settled.reasons?.map(({ code }) => code)).toContain('crf-measured')
  await lab.close()
})
