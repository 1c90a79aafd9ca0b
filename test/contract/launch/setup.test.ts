import { execFileSync, spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { REPOSITORY } from '../../lab/server-process.ts'

let folder: string

/** A product of one package that is needed to build it, set up by the very script of ours; npm needs no registry for it. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legal-setup-'))
  await mkdir(join(folder, 'tool'))
  await writeFile(join(folder, 'tool/package.json'), JSON.stringify({ name: 'tool', version: '1.0.0' }))
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'product', version: '1.0.0', devDependencies: { tool: 'file:tool' } }),
  )
  await cp(join(REPOSITORY, 'cms/launch'), join(folder, 'cms/launch'), {
    recursive: true,
    filter: (path) => !/node_modules|\/src$/.test(path),
  })
  execFileSync('npm', ['install', '--package-lock-only', '--offline', '--no-audit'], { cwd: folder, stdio: 'ignore' })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const setUp = (environment: NodeJS.ProcessEnv): { status: number | null; output: string } => {
  const env = { ...process.env, npm_execpath: '', npm_config_offline: 'true', ...environment }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cms/launch/setup.mjs', 'check'], { cwd: folder, env, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}
const hasTool = (): Promise<boolean> =>
  readFile(join(folder, 'node_modules/tool/package.json')).then(
    () => true,
    () => false,
  )

test.each([
  ['a service manager sets NODE_ENV=production', { NODE_ENV: 'production' }],
  ['npm is told to leave them out', { npm_config_omit: 'dev' }],
])('what builds the clients is installed even where %s', async (_where, environment) => {
  expect(setUp(environment)).toMatchObject({ status: 0 })
  expect(await hasTool()).toBe(true)
})

test('an install without them, by hand or by an earlier release, is not taken for a whole one', async () => {
  execFileSync('npm', ['ci', '--omit=dev', '--offline', '--no-audit'], { cwd: folder, stdio: 'ignore' })
  expect(await hasTool()).toBe(false)
  expect(setUp({ NODE_ENV: 'production' })).toMatchObject({ status: 0 })
  expect(await hasTool()).toBe(true)
  await rm(join(folder, 'node_modules/tool'))
  expect(setUp({ NODE_ENV: 'production' })).toMatchObject({ status: 0 })
  expect(await hasTool()).toBe(true)
})

test('a second set-up installs nothing', () => {
  expect(setUp({}).output).toContain('installing packages')
  expect(setUp({}).output).toBe('')
})
