import { type Inventory, keyOfEntry, type Manifest, mediaEntry } from './archive-format.ts'
import type { EntryHash } from './archive-reader.ts'

/** Compares what was read of a backup with what its lists say; every difference is one phrase that names the entry. */
export class EntryCheck {
  readonly #seen = new Map<string, EntryHash>()
  /** Media files read since the last inventory: the next one is theirs. */
  readonly #media = new Map<string, EntryHash>()
  readonly #damage: string[] = []

  /** An entry that was read to its end; the manifest's own and the seal are not told. */
  see(name: string, hash: EntryHash): void {
    const key = keyOfEntry(name)
    const seen = key === undefined ? this.#seen : this.#media
    if (seen.has(name)) this.#damage.push(`${name} is there twice`)
    seen.set(name, hash)
  }

  /** The inventory that closes an asset; undefined when it could not be read as one. */
  closeAsset(name: string, inventory: Inventory | undefined): void {
    if (inventory === undefined) this.#damage.push(`${name} is no inventory`)
    const listed = (inventory?.files ?? []).flatMap((file) =>
      file.sha256 === undefined ? [] : [{ name: mediaEntry(file.key), sizeBytes: file.sizeBytes, sha256: file.sha256 }],
    )
    this.#compare(listed, this.#media)
    this.#media.clear()
  }

  /** All that is wrong, once the whole backup was read. */
  finish(manifest: Manifest): readonly string[] {
    this.#compare(manifest.entries, this.#seen)
    for (const name of this.#media.keys()) this.#damage.push(`${name} is in no inventory`)
    return this.#damage
  }

  #compare(listed: readonly (EntryHash & { readonly name: string })[], seen: ReadonlyMap<string, EntryHash>): void {
    for (const { name, sizeBytes, sha256 } of listed) {
      const found = seen.get(name)
      if (found === undefined) this.#damage.push(`${name} is missing`)
      else if (found.sizeBytes !== sizeBytes || found.sha256 !== sha256) this.#damage.push(`${name} is not as it was written`)
    }
    const names = new Set(listed.map(({ name }) => name))
    for (const name of seen.keys()) if (!names.has(name)) this.#damage.push(`${name} is not listed`)
  }
}
