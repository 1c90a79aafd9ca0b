// `npm run check`: format, lint, types, arrows, sizes, locale keys, dead code. Every step says how much it looked at.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { onOwnNode } from '../../cms/launch/own-node.mjs'

const root = join(import.meta.dirname, '../..')
const bin = (name) => join(root, 'node_modules/.bin', name)

if (onOwnNode('check', import.meta.filename, [])) {
  const { buildClients } = await import('../../cms/launch/build.mjs')
  await buildClients()
  const { checkHouse } = await import('./check-house.ts')
  const steps = [
    ['format and lint', () => command(bin('biome'), ['ci', '--error-on-warnings', '--colors=off', '--max-diagnostics=50', '.'])],
    ['types and layers', () => command(bin('tsc'), ['-b'])],
    ['arrows, sizes, locales', () => checkHouse(root)],
    ['lock file', () => command('npm', ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])],
    ['dead code', () => command(bin('knip'), ['--no-progress'])],
  ]
  const failed = steps.filter(([name, step]) => !report(name, step()))
  if (failed.length > 0) {
    console.error(`check failed: ${failed.map(([name]) => name).join(', ')}`)
    process.exit(1)
  }
  console.log('check passed')
}

function command(file, args) {
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { ok: status === 0, lines: `${stdout ?? ''}${stderr ?? ''}`.trim() }
}

function report(name, { ok, lines }) {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}`)
  if (!ok || /^looked at/m.test(lines)) console.log(lines)
  return ok
}
