import { benchApi } from './api-bench.ts'
import { MEDIA_BENCHES } from './media-bench.ts'
import { benchNewsroom } from './newsroom-bench.ts'
import type { Bench } from './report.ts'
import { writeReport } from './report.ts'
import { benchStart } from './start-bench.ts'
import { benchStore } from './store-bench.ts'
import { benchTv } from './tv-bench.ts'
import { benchTvLanguage } from './tv-language.ts'
import { benchTvPlay } from './tv-play.ts'

const BENCHES: Readonly<Record<string, Bench>> = {
  start: benchStart,
  api: benchApi,
  tv: benchTv,
  'tv-language': benchTvLanguage,
  'tv-play': benchTvPlay,
  newsroom: benchNewsroom,
  store: benchStore,
  ...MEDIA_BENCHES,
}

/** Benches by name, or by the room that they measure: `media` is all of `media-…`. */
const isNamed = (bench: string, name: string): boolean => bench === name || bench.startsWith(`${name}-`)

/** Runs the named benches (all without a name) one after another, never two at once, and writes what they found. */
export async function runBenches(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !Object.keys(BENCHES).some((bench) => isNamed(bench, name)))
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; known: ${Object.keys(BENCHES).join(', ')}`)
  const chosen = Object.entries(BENCHES).filter(([bench]) => names.length === 0 || names.some((name) => isNamed(bench, name)))
  for (const [name, bench] of chosen) {
    console.log(`${name}: measuring …`)
    const table = await writeReport(name, await bench())
    console.log(table)
  }
}
