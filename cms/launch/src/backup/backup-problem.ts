import { FORMAT } from './archive-format.ts'

/** What can end a backup or a restore; `detail` is the thing itself. */
export type BackupProblem = {
  readonly kind: keyof typeof SENTENCES
  readonly detail: string
}

const SENTENCES = {
  'file-exists': (file: string) => `${file} exists already: a backup never replaces one, name another file`,
  'file-absent': (file: string) => `there is no file ${file}`,
  'folder-absent': (folder: string) => `there is no folder ${folder}: is the disk there? No backup was made`,
  'file-unreadable': (detail: string) => `the backup cannot be read (${detail})`,
  'file-unwritable': (detail: string) => `the backup could not be written (${detail}). Nothing was left behind`,
  'disk-full': (detail: string) =>
    `there is no room left on the disk of ${detail}. Nothing was left behind: free some, or use another disk`,
  'file-too-large': (detail: string) =>
    `the disk of ${detail} takes no file as large as this backup (FAT32: 4 GiB). Nothing was left behind: format it as exFAT or ext4, or leave media out with --without-media`,
  stopped: () => 'the backup was stopped. Nothing was left behind',
  'store-unreadable': (detail: string) => `the database could not be read to the end (${detail}). Nothing was left behind: run it again`,
  'store-empty': (detail: string) => `there is nothing in the database (${detail}) that could be backed up`,
  'store-moving': () =>
    'collections come and go in the database all the time, so that no consistent copy could be taken: run it again later',
  'media-unreadable': (detail: string) => `the media store could not be read (${detail}). Nothing was left behind`,
  'media-folder-absent': (folder: string) =>
    `${folder} is not the media folder that the server uses: mount its disk, or set MEDIA_STORE as the server has it`,
  'not-a-backup': (file: string) => `${file} is no backup of this product`,
  'newer-backup': (detail: string) =>
    `the backup was made by a newer release (${detail}; this one reads format ${String(FORMAT)}): install that release, then restore`,
  'cut-short': (file: string) => `${file} is cut short: it ends before its list of contents. Use another backup`,
  damaged: (detail: string) => `the backup is damaged: ${detail}. Nothing was restored: use another backup, or another copy of this one`,
  'data-dir-not-empty': (folder: string) =>
    `${folder} is not empty: a restore needs an empty DATA_DIR. Move what is there away, or set DATA_DIR`,
  'database-not-empty': (detail: string) =>
    `the database at MONGODB_URI is not empty (${detail}): a restore needs an empty one. Name another database`,
  'media-not-empty': (place: string) =>
    `the media store ${place} is not empty: a restore with media needs an empty one. Name another, or add --without-media to keep what is there and only compare it`,
  'not-restored': (detail: string) =>
    `the restore failed (${detail}). What is there so far will not start: empty DATA_DIR (and the database and media store, if they are elsewhere), and run it again`,
} as const satisfies Record<string, (detail: string) => string>

/** One line for the person at the terminal: what is wrong and what to do. */
export const backupSentence = ({ kind, detail }: BackupProblem): string => SENTENCES[kind](detail)

/** Carries a problem out of the streams it happens in; it becomes a value again at the border of each use case. */
export class BackupTrouble extends Error {
  override readonly name = 'BackupTrouble'
  readonly problem: BackupProblem

  constructor(kind: BackupProblem['kind'], detail: string, options?: ErrorOptions) {
    super(`${kind}: ${detail}`, options)
    this.problem = { kind, detail }
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Whether a problem is one of these, and not one of starting the product. */
export const isBackupProblem = (problem: { readonly kind: string; readonly detail: string }): problem is BackupProblem =>
  problem.kind in SENTENCES
