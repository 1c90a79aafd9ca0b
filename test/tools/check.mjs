// `npm run check`: format, lint, types, arrows, sizes, locale keys, dead code. Every step says how much it looked at, and one
// that looked at nothing has failed.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onOwnNode } from '../../cms/launch/own-node.mjs'

const root = join(import.meta.dirname, '../..')
const bin = (name) => join(root, 'node_modules/.bin', name)

if (onOwnNode('check', import.meta.filename, [])) {
  const { buildClients } = await import('../../cms/launch/build.mjs')
  await buildClients()
  const { checkHouse } = await import('./check-house.ts')
  const steps = [
    ['format and lint', formatAndLint],
    ['types and layers', typesAndLayers],
    ['arrows, sizes, locales', () => checkHouse(root)],
    ['lock file', lockFile],
    ['dead code', deadCode],
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

function formatAndLint() {
  const { ok, lines } = command(bin('biome'), ['ci', '--error-on-warnings', '--colors=off', '--max-diagnostics=50', '.'])
  return { ok, lines, seen: `${/Checked (\d+) files/.exec(lines)?.[1] ?? 0} files` }
}

function typesAndLayers() {
  const { ok, lines } = command(bin('tsc'), ['-b', '--verbose'])
  const projects = new Set([...lines.matchAll(/ - Project '([^']+)' is/g)].map(([, project]) => project))
  // What it tells of its own work is only for counting.
  const faults = lines.split('\n').filter((line) => line !== '' && !/^\d{1,2}:\d\d:\d\d [AP]M - |^ {4}\* /.test(line))
  return { ok, lines: faults.join('\n'), seen: `${projects.size} projects` }
}

function lockFile() {
  const checked = command('npm', ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return { ...checked, seen: `${Object.keys(packages).filter((path) => path !== '').length} packages` }
}

function deadCode() {
  const reporters = ['--reporter', 'symbols', '--reporter', './test/tools/knip-count.mjs']
  const { ok, lines } = command(bin('knip'), ['--no-progress', ...reporters])
  return { ok, lines, seen: `${/^looked at (\d+) files$/m.exec(lines)?.[1] ?? 0} files` }
}

function report(name, { ok, lines, seen, table }) {
  const isGood = ok && !/^0 /.test(seen)
  console.log(`${isGood ? 'ok  ' : 'FAIL'} ${name}: looked at ${seen}`)
  if (!isGood) console.log(lines)
  if (table !== undefined) console.log(table.replaceAll(/^/gm, '     '))
  return isGood
}
