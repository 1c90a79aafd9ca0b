import { randomBytes } from 'node:crypto'
import { mkdtemp, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { findSecretKey, keepSecretKey, readSecretKey } from './secret-key.ts'

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

test('a key is put where none is, for the owner alone, and never over another', async () => {
  expect(await findSecretKey(folder)).toBeUndefined()
  const key = 'k'.repeat(64)
  await keepSecretKey(folder, key)
  expect([await findSecretKey(folder), await readSecretKey(folder, randomBytes)]).toEqual([key, key])
  expect((await stat(join(folder, 'secret-key'))).mode & 0o777).toBe(0o600)
  await expect(keepSecretKey(folder, 'o'.repeat(64))).rejects.toThrow('EEXIST')
})

test('a key that was cut off is none', async () => {
  await writeFile(join(folder, 'secret-key'), 'abc123')
  expect(await findSecretKey(folder)).toBeUndefined()
})
