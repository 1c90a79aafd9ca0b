import type { Manifest } from './archive-format.ts'
import type { Restored } from './restore-backup.ts'

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const
/** So many are named one by one. */
const MOST_NAMED = 20

/** A size for people: `1.4 GB`, decimal as disks are sold. */
export function sizeText(bytes: number): string {
  let size = bytes
  let unit = 0
  for (; size >= 1000 && unit < UNITS.length - 1; unit += 1) size /= 1000
  return `${unit === 0 ? String(size) : size.toFixed(1)} ${UNITS[unit] ?? ''}`
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)
const countText = (count: number, one: string, many = `${one}s`): string => `${String(count)} ${count === 1 ? one : many}`

function storeLine({ collections }: Manifest, more = ''): string {
  const documents = total(collections.map((each) => each.documents))
  return `store  ${countText(documents, 'document')} in ${countText(collections.length, 'collection')}${more}`
}

const mediaLine = ({ assets }: Manifest['media'], files: number, sizeBytes: number, more: string): string =>
  `media  ${countText(files, 'file')} of ${countText(assets, 'title')}, ${sizeText(sizeBytes)}${more}`

function missingLines(missing: readonly string[], where: string): string[] {
  if (missing.length === 0) return []
  const named = missing.slice(0, MOST_NAMED).map((key) => `  ${key}`)
  const more = missing.length > MOST_NAMED ? [`  and ${String(missing.length - MOST_NAMED)} more`] : []
  return [`missing  ${countText(missing.length, 'media file')} ${where}:`, ...named, ...more]
}

const unfinishedLines = ({ unfinished }: Manifest['media'], what: string): string[] =>
  unfinished === 0 ? [] : [`work   ${countText(unfinished, 'title')} being encoded: ${what}`]

/** What a backup holds, for the person who took it. */
export function backupReport(file: string, manifest: Manifest, fileBytes: number): string {
  const { media } = manifest
  return lines([
    storeLine(manifest),
    mediaLine(media, media.files, media.sizeBytes, media.isIncluded ? '' : ', listed only: the files themselves are not in the backup'),
    ...unfinishedLines(media, 'its master is in the media, its encode begins anew after a restore'),
    ...(manifest.hasSecretKey ? [] : ['secret key  not on this machine: keep SECRET_KEY yourself']),
    ...missingLines(media.missing, 'that titles need are not in the media store'),
    `backup ${file} ${sizeText(fileBytes)}`,
  ])
}

/** What was restored and compared. `hasOtherKey`: the environment names a secret key that is not the backup's. */
export function restoreReport({ header, manifest, media, missing }: Restored, hasOtherKey: boolean): string {
  return lines([
    storeLine(manifest, ', all compared'),
    mediaLine(manifest.media, media.files, media.sizeBytes, missing.length === 0 ? ', all compared' : ''),
    ...unfinishedLines(manifest.media, 'it is queued again at the start'),
    ...(manifest.hasSecretKey
      ? []
      : ['secret key  not in the backup: set SECRET_KEY to the one that was in use, or everybody signs in anew']),
    ...(hasOtherKey ? ['secret key  SECRET_KEY is set to another one than the backup has: unset it, or everybody signs in anew'] : []),
    ...missingLines(missing, 'that titles need are neither in the backup nor in the media store'),
    `restored the backup of ${header.takenAt}: npm start`,
  ])
}

/** What a backup was found to hold when it was only checked. */
export const checkReport = (file: string, manifest: Manifest): string =>
  lines([
    storeLine(manifest),
    mediaLine(manifest.media, manifest.media.files, manifest.media.sizeBytes, manifest.media.isIncluded ? '' : ', listed only'),
    `whole  ${file} of ${manifest.takenAt}`,
  ])

const lines = (texts: readonly string[]): string => `${texts.join('\n')}\n`
