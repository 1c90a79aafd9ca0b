// The product needs a newer Node than many machines have; npm packages bring it. Plain JavaScript for Node 20.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setUp } from './setup.mjs'

const OWN_NODE = join(import.meta.dirname, '../../node_modules/.bin/node')
const LEAST = [24, 15]

/**
 * Sets the machine up for `mode` and answers true when this very process runs on a Node that is new enough. Else it
 * runs `script` again on the Node of the packages, ends with its exit code, and answers false.
 */
export function onOwnNode(mode, script, args) {
  setUp(mode)
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return true
  if (!existsSync(OWN_NODE)) {
    console.error(
      `Node ${process.versions.node} is too old and no newer one came with the packages: install Node ${LEAST.join('.')} or later`,
    )
    process.exit(1)
  }
  relay(spawn(OWN_NODE, [script, ...args], { stdio: 'inherit' }))
  return false
}

/** Signals go on to the child, its exit code comes back. */
export function relay(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
