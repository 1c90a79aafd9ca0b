import type { AuditEntry } from '@ulan/contract'

/** What an entry says, before it has its place in the chain. */
export type AuditFact = Omit<AuditEntry, 'seq' | 'previous' | 'hash'>
/** Of a text, in hexadecimal; handed in, so that this layer needs no library. */
export type Sha256 = (text: string) => string
export type AuditHead = Pick<AuditEntry, 'seq' | 'hash'>

/** Where every chain begins. */
export const NO_ENTRY: AuditHead = { seq: 0, hash: '0'.repeat(64) }

/** The members in one fixed order: equal entries have equal texts, whichever store they come from. */
function textOf({ seq, at, phase, ends, by, address, action, target, details, previous }: Omit<AuditEntry, 'hash'>): string {
  return JSON.stringify([
    seq,
    at,
    phase,
    ends ?? null,
    by.id,
    by.email,
    by.name,
    by.role,
    address,
    action,
    target ?? null,
    details,
    previous,
  ])
}

/** The entry that follows `head`. */
export function nextEntry(head: AuditHead, fact: AuditFact, sha256: Sha256): AuditEntry {
  const entry = { ...fact, seq: head.seq + 1, previous: head.hash }
  return { ...entry, hash: sha256(textOf(entry)) }
}

export type ChainFault = { readonly seq: number; readonly fault: 'gap' | 'link' | 'content' }

/** The first fault of entries that follow `head`: one is missing, does not follow the one before, or was changed. */
export function findChainFault(head: AuditHead, entries: readonly AuditEntry[], sha256: Sha256): ChainFault | undefined {
  let last = head
  for (const entry of entries) {
    const seq = last.seq + 1
    if (entry.seq !== seq) return { seq, fault: 'gap' }
    if (entry.previous !== last.hash) return { seq, fault: 'link' }
    if (entry.hash !== sha256(textOf(entry))) return { seq, fault: 'content' }
    last = entry
  }
  return undefined
}
