import { resolve } from 'node:path'
import type { Env } from './env.ts'
import { type MediaPlaces, readMediaStore } from './media-store.ts'
import {
  type ConfigProblem,
  integer,
  type LogLevel,
  type Programs,
  readLogLevel,
  readPrograms,
  readStore,
  type Store,
} from './read-setting.ts'

/** A process that only encodes: it serves nobody, so it knows no address and no secret. */
export type WorkerConfig = MediaPlaces &
  Programs & {
    readonly dataDir: string
    /** `embedded`: that of a server on this machine, which has it open. */
    readonly store: Store
    /** Units that it encodes at a time. */
    readonly workers: number
    readonly logLevel: LogLevel
  }
export type WorkerConfigResult =
  | { readonly ok: true; readonly config: WorkerConfig }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] }

/** One process makes all rungs of a unit, with four threads for each: more than one core, and rarely many. */
const CORES_PER_UNIT = 2
const MOST_WORKERS = 64

/** Turns the environment into a worker's config, or lists everything wrong with it at once; `cores`: those that this process may use. */
export function readWorkerConfig(env: Env, cores: number): WorkerConfigResult {
  const problems: ConfigProblem[] = []
  const complain = (variable: keyof Env, sentence: string): void => {
    problems.push({ variable, sentence })
  }
  const dataDir = resolve(env.DATA_DIR ?? 'data')
  const byCores = Math.min(MOST_WORKERS, Math.max(1, Math.floor(cores / CORES_PER_UNIT)))
  const config: WorkerConfig = {
    dataDir,
    store: readStore(env, complain),
    ...readMediaStore(env, dataDir, complain),
    workers: integer(env.TRANSCODE_WORKERS, byCores, 1, MOST_WORKERS, () =>
      complain(
        'TRANSCODE_WORKERS',
        `must be a number from 1 to ${String(MOST_WORKERS)} for a worker, or unset: half as many as there are cores`,
      ),
    ),
    ...readPrograms(env, complain),
    logLevel: readLogLevel(env, complain),
  }
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems }
}
