import { randomBytes } from 'node:crypto'
import { availableParallelism, hostname } from 'node:os'
import { type Logger, pino } from 'pino'
import { readEnv } from './config/env.ts'
import { readWorkerConfig, type WorkerConfig } from './config/worker-config.ts'
import { launchSentence } from './launch-problem.ts'
import { launchWorker, type RunningWorker } from './launch-worker.ts'
import { refuse } from './refuse.ts'
import { onStopWish } from './stop-wish.ts'

const read = readWorkerConfig(readEnv(), availableParallelism())
if (read.ok) await start(read.config)
else refuse(read.problems.map(({ variable, sentence }) => `${variable} ${sentence}`))

async function start(config: WorkerConfig): Promise<void> {
  const logger = pino({ level: config.logLevel }, pino.destination(2))
  const stopping = new AbortController()
  onStopWish(() => {
    logger.info('stopping')
    stopping.abort()
  })
  while (!stopping.signal.aborted) await work(config, logger, stopping.signal)
  process.exit(0)
}

/** Works until a wish to stop, or until the server is to be found elsewhere. */
async function work(config: WorkerConfig, logger: Logger, stopping: AbortSignal): Promise<void> {
  const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
  const launched = await launchWorker(config, { logger, stopping, clock: () => new Date(), random: randomBytes, say })
  if (launched.ok) return await workOn(config, launched.running, stopping)
  if (launched.problem === undefined) return
  process.stderr.write(`${launchSentence(launched.problem)}\n`)
  process.exit(1)
}

async function workOn(config: WorkerConfig, running: RunningWorker, stopping: AbortSignal): Promise<void> {
  const units = config.workers === 1 ? '1 unit' : `${config.workers} units`
  process.stdout.write(`working ${hostname()}:${process.pid} ${units} at a time, media store ${running.mediaStore}\n`)
  const stopped = new Promise<void>((resolve) => {
    if (stopping.aborted) return resolve()
    stopping.addEventListener('abort', () => resolve(), { once: true })
  })
  await Promise.race([stopped, running.moved])
  await running.close()
}
