import type { StorageReport, StoredKind, StoredTitle } from '@ulan/contract'
import { STORED_KINDS } from '@ulan/contract'

/** A part of the bar: a kind of media, what else is on the disk, or what is free. */
export type BarPart = { readonly name: StoredKind | 'elsewhere' | 'free'; readonly bytes: number; readonly share: number }
export type KindRow = { readonly kind: StoredKind; readonly bytes: number; readonly files: number }
export type Space = 'enough' | 'tight' | 'full'

/** Below this an upload of some size is refused (the server keeps a reserve for encodes). */
const FULL_BYTES = 2 * 2 ** 30
export const TIGHT_PERCENT = 10

/** Whether somebody has to do something about the disk. */
export function spaceOf({ disk }: Pick<StorageReport, 'disk'>): Space {
  if (disk.freeBytes < FULL_BYTES) return 'full'
  return disk.freeBytes * 100 < disk.totalBytes * TIGHT_PERCENT ? 'tight' : 'enough'
}

/** Kinds of which there is something, in their fixed order. */
export function kindRows({ counted }: StorageReport): readonly KindRow[] {
  return STORED_KINDS.flatMap((kind) => {
    const amount = counted?.kinds[kind]
    return amount === undefined ? [] : [{ kind, ...amount }]
  })
}

/** What the whole bar is made of: the disk, or what is in the bucket, which has no end. */
export function barParts(report: StorageReport): readonly BarPart[] {
  const kinds = kindRows(report).map(({ kind, bytes }) => ({ name: kind, bytes }))
  const { place, disk, counted } = report
  const media = counted?.bytes ?? 0
  const rest =
    place === 'bucket'
      ? []
      : [
          // A count is older than the figures of the disk: it can be more than is there now.
          { name: 'elsewhere' as const, bytes: Math.max(0, disk.totalBytes - disk.freeBytes - media) },
          { name: 'free' as const, bytes: disk.freeBytes },
        ]
  const parts = [...kinds, ...rest]
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  return parts.map((part) => ({ ...part, share: total === 0 ? 0 : part.bytes / total }))
}

/** Parts of a title, largest first. */
export const partRows = ({ parts }: StoredTitle): readonly { readonly kind: StoredKind; readonly bytes: number }[] =>
  STORED_KINDS.flatMap((kind) => (parts[kind] === undefined ? [] : [{ kind, bytes: parts[kind] }])).toSorted((a, b) => b.bytes - a.bytes)

/** A draft that alone has a title, so that both can go together. */
export function onlyDraftOf({ uses }: StoredTitle): (StoredTitle['uses'][number] & { readonly rev: number }) | undefined {
  const [use] = uses
  if (uses.length !== 1 || use?.status !== 'draft' || use.rev === undefined) return undefined
  return { ...use, rev: use.rev }
}

/** A report without a title that was deleted just now; the next count says the rest. */
export function withoutTitle(report: StorageReport, assetId: string): StorageReport {
  if (report.counted === undefined) return report
  const isOther = (title: StoredTitle): boolean => title.assetId !== assetId
  const { titles, unused } = report.counted
  return { ...report, counted: { ...report.counted, titles: titles.filter(isOther), unused: unused.filter(isOther) } }
}
