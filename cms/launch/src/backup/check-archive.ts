import {
  type BackupHeader,
  HEADER_ENTRY,
  isInventoryEntry,
  MANIFEST_ENTRY,
  type Manifest,
  readHeader,
  readInventory,
  readManifest,
  SEAL_ENTRY,
  writeSeal,
} from './archive-format.ts'
import { type ArchiveEntry, bufferEntry, type EntryHash, hashEntry, readArchive } from './archive-reader.ts'
import { BackupTrouble } from './backup-problem.ts'
import { EntryCheck } from './entry-check.ts'
import type { Progress } from './progress.ts'

export type CheckedArchive = { readonly header: BackupHeader; readonly manifest: Manifest }
/** So many differences tell what happened; thousands more would bury it. */
const MOST_NAMED = 10

/** Reads a backup from its first byte to its last and compares all of it with its own lists. Throws BackupTrouble. */
export async function checkArchive(file: string, progress: Progress): Promise<CheckedArchive> {
  const check = new EntryCheck()
  let header: BackupHeader | undefined
  let manifest: (EntryHash & { readonly text: string }) | undefined
  let seal: string | undefined
  let readBytes = 0
  for await (const entry of readArchive(file)) {
    if (header === undefined) {
      const first = await firstEntry(file, entry)
      check.see(entry.name, first.hash)
      header = first.header
    } else if (entry.name === MANIFEST_ENTRY) manifest = await textOf(entry)
    else if (entry.name === SEAL_ENTRY) seal = (await textOf(entry)).text
    else await lookAt(entry, check)
    readBytes += entry.sizeBytes
    progress.show({ step: 'checking the backup', sizeBytes: readBytes })
  }
  if (header === undefined) throw new BackupTrouble('not-a-backup', file)
  if (manifest === undefined || seal === undefined) throw new BackupTrouble('cut-short', file)
  const read = readManifest(manifest.text)
  if (seal !== writeSeal(manifest.sha256) || read === undefined)
    throw new BackupTrouble('damaged', `${MANIFEST_ENTRY} is not as it was written`)
  const damage = check.finish(read)
  if (damage.length > 0) throw new BackupTrouble('damaged', named(damage))
  return { header, manifest: read }
}

/** What a backup says of itself, without reading on. Throws BackupTrouble when it is none, or a newer one. */
export async function peekHeader(file: string): Promise<BackupHeader> {
  for await (const entry of readArchive(file)) return (await firstEntry(file, entry)).header
  throw new BackupTrouble('not-a-backup', file)
}

async function firstEntry(file: string, entry: ArchiveEntry): Promise<{ readonly header: BackupHeader; readonly hash: EntryHash }> {
  if (entry.name !== HEADER_ENTRY) throw new BackupTrouble('not-a-backup', file)
  const { text, ...hash } = await textOf(entry)
  const reading = readHeader(text)
  if (reading.kind === 'foreign') throw new BackupTrouble('not-a-backup', file)
  if (reading.kind === 'newer') throw new BackupTrouble('newer-backup', `format ${String(reading.format)}, release ${reading.release}`)
  return { header: reading.header, hash }
}

async function lookAt(entry: ArchiveEntry, check: EntryCheck): Promise<void> {
  if (!isInventoryEntry(entry.name)) {
    check.see(entry.name, await hashEntry(entry))
    return
  }
  const { text, ...hash } = await textOf(entry)
  check.see(entry.name, hash)
  check.closeAsset(entry.name, readInventory(text))
}

async function textOf(entry: ArchiveEntry): Promise<EntryHash & { readonly text: string }> {
  const { bytes, sizeBytes, sha256 } = await bufferEntry(entry)
  return { text: bytes.toString('utf8'), sizeBytes, sha256 }
}

const named = (damage: readonly string[]): string =>
  damage.length <= MOST_NAMED
    ? damage.join('; ')
    : `${damage.slice(0, MOST_NAMED).join('; ')}; and ${String(damage.length - MOST_NAMED)} more`
