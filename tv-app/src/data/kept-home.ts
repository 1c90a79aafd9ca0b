import type { Home } from '@ulan/contract'
import type { KeyValueStorage } from '@ulan/player'
import { knownHome } from './known-cards.ts'

/** The home screen as it was seen last on this box, for evenings on which the server is slow or not there. */
export type KeptHome = {
  /** For the same viewer only: `key` says who looks. */
  read(key: string): Home | undefined
  write(key: string, home: Home): void
}
/** What lies in storage; another `format` is of another version of this app. */
type Kept = { readonly format: number; readonly key: string; readonly home: Home }

const STORAGE_KEY = 'home'
const FORMAT = 1

export function createKeptHome(storage: KeyValueStorage): KeptHome {
  /** Read from storage when first asked for: most starts have their answer before. */
  let kept: Kept | undefined
  return {
    read(key) {
      kept ??= parseKept(storage.get(STORAGE_KEY))
      return kept?.key === key ? kept.home : undefined
    },
    write(key, home) {
      // It is answered every few seconds, and seldom another.
      if (kept?.key === key && kept.home.snapshot === home.snapshot) return
      kept = { format: FORMAT, key, home }
      storage.set(STORAGE_KEY, JSON.stringify(kept))
    },
  }
}

/** Undefined for nothing, for what another version wrote, and for what is damaged: then it is as on the first evening. */
function parseKept(text: string | undefined): Kept | undefined {
  if (text === undefined) return undefined
  try {
    const { format, key, home } = JSON.parse(text) as Kept // its format says so
    const known = format === FORMAT ? knownHome(home) : undefined
    return known === undefined ? undefined : { format, key, home: known }
  } catch {
    return undefined // written in part, by a box that was switched off
  }
}
