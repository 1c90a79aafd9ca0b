import { stat } from 'node:fs/promises'
import { openMediaStore } from '@ulan/media'
import { pino } from 'pino'
import { type BackupProblem, backupSentence } from './backup/backup-problem.ts'
import { BACKUP_EXIT, fail, readCommand, readRelease } from './backup/command-words.ts'
import { createProgress } from './backup/progress.ts'
import { backupReport } from './backup/report.ts'
import { takeBackup } from './backup/take-backup.ts'
import type { LaunchConfig } from './config/config.ts'
import { type LaunchProblem, launchSentence } from './launch-problem.ts'
import { openOrJoin } from './open-store.ts'
import { findSecretKey } from './secret-key.ts'

const USAGE = `usage: npm run backup -- FILE [--without-media | --with-media]
  --without-media  list media files, but leave their bytes out
  --with-media     include them even when they are in a bucket
`
const { file, flags, config } = readCommand(USAGE, ['with-media', 'without-media'])
const isInFolder = config.mediaStore.kind === 'file'
const withMedia = flags.has('with-media') || (isInFolder && !flags.has('without-media'))
const logger = pino({ level: 'warn' }, pino.destination(2))
const opened = await openOrJoin(config, logger)
if (!opened.ok) fail(launchSentence(opened.problem))
const mediaStore = await openMedia(config)
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())
const outcome = await takeBackup(
  { file, withMedia, release: await readRelease(), takenAt: new Date(), signal: stopping.signal },
  {
    store: opened.store,
    storeKind: config.store.kind,
    mediaStore,
    mediaDir: config.mediaDir,
    secretKey: config.secretKey ?? (await findSecretKey(config.dataDir)),
  },
  createProgress(process.stderr, () => performance.now()),
)
await opened.store.close()
mediaStore.close()
if (!outcome.ok) fail(backupSentence(outcome.problem))
process.stdout.write(backupReport(file, outcome.manifest, (await stat(file)).size))
process.exitCode = outcome.manifest.media.missing.length === 0 ? BACKUP_EXIT.whole : BACKUP_EXIT.missing

/** A folder only where the server has its media: a disk that is not mounted is no reason to back up nothing. */
async function openMedia({ mediaStore: place }: LaunchConfig) {
  const media = await openMediaStore(place, { clock: () => new Date(), isMadeByOthers: true })
  if (media.ok) return media.store
  const absent: BackupProblem = { kind: 'media-folder-absent', detail: media.trouble.message }
  const trouble: LaunchProblem = { kind: `media-store-${media.trouble.kind}`, detail: media.trouble.message }
  fail(place.kind === 'file' ? backupSentence(absent) : launchSentence(trouble))
}
