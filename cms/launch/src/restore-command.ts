import { pino } from 'pino'
import { type BackupProblem, BackupTrouble, backupSentence, isBackupProblem } from './backup/backup-problem.ts'
import { checkArchive } from './backup/check-archive.ts'
import { BACKUP_EXIT, fail, readCommand } from './backup/command-words.ts'
import { createProgress } from './backup/progress.ts'
import { checkReport, restoreReport } from './backup/report.ts'
import { restoreBackup } from './backup/restore-backup.ts'
import { launchSentence } from './launch-problem.ts'
import { findSecretKey } from './secret-key.ts'

const USAGE = `usage: npm run restore -- FILE [--check | --without-media]
  --check          only read the backup and compare it with its own lists
  --without-media  leave media files out, and compare what is in the media store with the list
`
const { file, flags, config } = readCommand(USAGE, ['check', 'without-media'])
const progress = createProgress(process.stderr, () => performance.now())
if (flags.has('check')) await checkOnly()
else await restore()

async function checkOnly(): Promise<void> {
  const checked = await checkArchive(file, progress).catch((error: unknown): BackupProblem => {
    if (error instanceof BackupTrouble) return error.problem
    throw error
  })
  progress.end()
  if ('kind' in checked) fail(backupSentence(checked))
  process.stdout.write(checkReport(file, checked.manifest))
}

async function restore(): Promise<void> {
  const logger = pino({ level: 'warn' }, pino.destination(2))
  const withMedia = !flags.has('without-media')
  const outcome = await restoreBackup({ file, withMedia }, config, { logger, progress, clock: () => new Date() })
  if (!outcome.ok) fail(isBackupProblem(outcome.problem) ? backupSentence(outcome.problem) : launchSentence(outcome.problem))
  const hasOtherKey = config.secretKey !== undefined && config.secretKey !== (await findSecretKey(config.dataDir))
  process.stdout.write(restoreReport(outcome.restored, hasOtherKey && outcome.restored.manifest.hasSecretKey))
  process.exitCode = outcome.restored.missing.length === 0 ? BACKUP_EXIT.whole : BACKUP_EXIT.missing
}
