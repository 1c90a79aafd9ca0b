import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../lab/server-process.ts'

const run = promisify(execFile)
const SCRIPT = join(import.meta.dirname, 'stb-engine.sh')
/** What every Debian has, however small (`bash` and `coreutils` are essential), and what the set-up of `npm test` installs. */
const ESSENTIAL = ['bash', 'cat', 'chmod', 'env', 'mkdir', 'mktemp', 'mv', 'rm', 'rmdir', 'seq', 'sleep', 'timeout']
const ENGINE = ['cog', 'weston', 'weston-screenshooter', 'WPEWebDriver']

let folder: string
let engine: (...words: string[]) => Promise<string>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legal-stb-'))
  for (const name of [...ESSENTIAL, ...ENGINE]) {
    const place = ['/usr/bin', '/bin'].map((each) => join(each, name)).find(existsSync)
    if (place !== undefined) await symlink(place, join(folder, name))
  }
  engine = async (...words) => (await run(SCRIPT, words, { env: { ...process.env, PATH: folder, TMPDIR: folder } })).stdout.trim()
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

test('names nothing as missing that the set-up does not install', async () => {
  const named = (await run('/bin/bash', [SCRIPT, 'missing'], { env: { PATH: '/nowhere' } })).stdout
  expect(named.trim().split('\n').sort()).toEqual([...ENGINE].sort())
})

test.skipIf(!ENGINE.every((name) => existsSync(join('/usr/bin', name))))(
  'starts, tells its state and ends with nothing else on the machine',
  async () => {
    const port = String(await freePort())
    const url = `http://127.0.0.1:${port}`
    try {
      expect(await engine('start', port)).toBe(url)
      expect((await fetch(`${url}/status`)).status).toBe(200)
      expect(await engine('state', port)).toBe('running')
    } finally {
      await engine('stop', port)
    }
    await expect(fetch(`${url}/status`)).rejects.toThrow('fetch failed')
  },
)
