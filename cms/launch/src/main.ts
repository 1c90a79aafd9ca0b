import { randomBytes } from 'node:crypto'
import { type Logger, pino } from 'pino'
import { type LaunchConfig, readConfig } from './config/config.ts'
import { readEnv } from './config/env.ts'
import { launch, type Running } from './launch.ts'
import { launchSentence } from './launch-problem.ts'
import { refuse } from './refuse.ts'
import { onStopWish } from './stop-wish.ts'

const read = readConfig(readEnv(), process.argv.includes('--box'))
if (read.ok) await start(read.config)
else refuse(read.problems.map(({ variable, sentence }) => `${variable} ${sentence}`))

async function start(config: LaunchConfig): Promise<void> {
  const logger = pino({ level: config.logLevel }, pino.destination(2))
  const launched = await launch(config, { logger, clock: () => new Date(), random: randomBytes })
  if (!launched.ok) {
    process.stderr.write(`${launchSentence(launched.problem)}\n`)
    process.exit(1)
  }
  announce(launched.running)
  void launched.running.broken.then(() => {
    logger.fatal('the embedded store ended; start again, nothing acknowledged is lost')
    process.exit(1)
  })
  onStopWish(() => void stop(logger, launched.running))
}

/** The lines other programs wait for, one address each. */
function announce(running: Running): void {
  const lines = [`ready ${running.url}`, `tv ${running.url}tv/`, `tablet ${running.url}tablet/`, `admin ${running.url}admin/`]
  if (running.signIn !== undefined) lines.push(`sign-in ${running.signIn.email} ${running.signIn.password}`)
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function stop(logger: Logger, running: Running): Promise<void> {
  logger.info('stopping')
  await running.close()
  process.exit(0)
}
