import { randomBytes } from 'node:crypto'
import { availableParallelism, hostname } from 'node:os'
import { pino } from 'pino'
import { readEnv } from './config/env.ts'
import { readWorkerConfig } from './config/worker-config.ts'
import { launchSentence } from './launch-problem.ts'
import { launchWorker, type RunningWorker } from './launch-worker.ts'
import { onStopWish } from './stop-wish.ts'

const read = readWorkerConfig(readEnv(), availableParallelism())
if (!read.ok) {
  for (const problem of read.problems) process.stderr.write(`${problem.variable} ${problem.sentence}\n`)
  process.exit(1)
}
const { config } = read
const logger = pino({ level: config.logLevel }, pino.destination(2))
const stopping = new AbortController()
onStopWish(() => {
  logger.info('stopping')
  stopping.abort()
})
while (!stopping.signal.aborted) await work()
process.exit(0)

/** Works until a wish to stop, or until the server is to be found elsewhere. */
async function work(): Promise<void> {
  const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
  const launched = await launchWorker(config, { logger, stopping: stopping.signal, clock: () => new Date(), random: randomBytes, say })
  if (launched.ok) return await workOn(launched.running)
  if (launched.problem === undefined) return
  process.stderr.write(`${launchSentence(launched.problem)}\n`)
  process.exit(1)
}

async function workOn(running: RunningWorker): Promise<void> {
  const units = config.workers === 1 ? '1 unit' : `${config.workers} units`
  process.stdout.write(`working ${hostname()}:${process.pid} ${units} at a time, media store ${running.mediaStore}\n`)
  const stopped = new Promise<void>((resolve) => {
    if (stopping.signal.aborted) return resolve()
    stopping.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await Promise.race([stopped, running.moved])
  await running.close()
}
