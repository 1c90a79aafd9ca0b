import { randomBytes } from 'node:crypto'
import { mkdtemp, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { readSecretKey } from './secret-key.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legal-key-'))
})

test('the key is made once, for the owner alone, and all who ask at once get the same', async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, () => readSecretKey(folder, randomBytes)))
  expect(new Set(keys).size).toBe(1)
  expect(keys[0]).toMatch(/^[0-9a-f]{64}$/)
  expect((await stat(join(folder, 'secret-key'))).mode & 0o777).toBe(0o600)
})

test.each(['', 'abc123\n'])('a key that was cut off to %j signs nothing: a whole one takes its place', async (torn) => {
  await writeFile(join(folder, 'secret-key'), torn)
  const key = await readSecretKey(folder, randomBytes)
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect(await readSecretKey(folder, randomBytes)).toBe(key)
  expect((await stat(join(folder, 'secret-key'))).mode & 0o777).toBe(0o600)
})
