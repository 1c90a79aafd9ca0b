// `npm test` and, with --long, `npm run test:long`: units, contracts, coverage of the pure layers, end to end in real
// browsers; with --screens, `npm run test:screens`: every screen of each client as a picture. Further words are passed on as file filters:  npm test -- test/e2e/specs/watch-on-tv
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findProgram } from '../../cms/launch/find-program.mjs'
import { onOwnNode, relay } from '../../cms/launch/own-node.mjs'

const root = join(import.meta.dirname, '../..')
/** What each of these words asks of the tests: see test/lab/test-length.ts. */
const LENGTHS = { '--long': { TEST_LONG: '1' }, '--screens': { TEST_SCREENS: '1' } }
const args = process.argv.slice(2)

if (onOwnNode('test', import.meta.filename, args)) {
  const { buildClients } = await import('../../cms/launch/build.mjs')
  await buildClients()
  const filters = args.filter((word) => !(word in LENGTHS))
  const coverage = filters.length === 0 ? ['--coverage.enabled'] : []
  // The set-up has said already how to get a browser.
  const hasBrowser = findProgram('chromium') !== undefined
  if (!hasBrowser) console.log('not run: test/e2e (no chromium on PATH)')
  const projects = hasBrowser ? [] : ['--project', 'unit', '--project', 'contract', '--project', 'chaos', '--passWithNoTests']
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const env = Object.assign({}, process.env, ...args.map((word) => LENGTHS[word] ?? {}))
  relay(
    spawn(process.execPath, [vitest, 'run', '--config', 'test/tools/vitest.config.ts', ...coverage, ...projects, ...filters], {
      cwd: root,
      stdio: 'inherit',
      env,
    }),
  )
}
