import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { readConfig } from './config/config.ts'
import { readEnv } from './config/env.ts'
import { launch, type Running } from './launch.ts'
import { launchSentence } from './launch-problem.ts'
import { onStopWish } from './stop-wish.ts'

const read = readConfig(readEnv(), process.argv.includes('--box'))
if (!read.ok) {
  for (const problem of read.problems) process.stderr.write(`${problem.variable} ${problem.sentence}\n`)
  process.exit(1)
}
const logger = pino({ level: read.config.logLevel }, pino.destination(2))
const launched = await launch(read.config, { logger, clock: () => new Date(), random: randomBytes })
if (!launched.ok) {
  process.stderr.write(`${launchSentence(launched.problem)}\n`)
  process.exit(1)
}
announce(launched.running)
void launched.running.broken.then(() => {
  logger.fatal('the embedded store ended; start again, nothing acknowledged is lost')
  process.exit(1)
})
onStopWish(() => void stop(launched.running))

/** The lines other programs wait for, one address each. */
function announce(running: Running): void {
  const lines = [`ready ${running.url}`, `tv ${running.url}tv/`, `tablet ${running.url}tablet/`, `admin ${running.url}admin/`]
  if (running.signIn !== undefined) lines.push(`sign-in ${running.signIn.email} ${running.signIn.password}`)
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function stop(running: Running): Promise<void> {
  logger.info('stopping')
  await running.close()
  process.exit(0)
}
