// npm run bench [-- NAME …]   names: start api tv store; all of them without one. Results: test/bench/results.
import { buildClients } from '../../cms/launch/build.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(`Node ${process.versions.node} is too old to measure on: run it by "npm run bench", which brings Node 24`)
  process.exit(1)
}
await buildClients()
const { runBenches } = await import('./benches.ts')
await runBenches(process.argv.slice(2))
