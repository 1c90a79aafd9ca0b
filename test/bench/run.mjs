// npm run bench [-- NAME …]   names: start api tv store media (or one of its parts, as media-cost); all of them without one. Results: test/bench/results.
import { onOwnNode } from '../../cms/launch/own-node.mjs'

const names = process.argv.slice(2)
if (onOwnNode('test', import.meta.filename, names)) {
  const { buildClients } = await import('../../cms/launch/build.mjs')
  await buildClients()
  const { runBenches } = await import('./benches.ts')
  await runBenches(names)
}
