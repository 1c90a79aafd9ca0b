import type { AuditActor, AuditEntry, AuditPage, AuditQuery, AuditRecord, Outcome } from '@ulan/contract'
import {
  type AuditFact,
  type AuditHead,
  type ChainFault,
  findChainFault,
  NO_ENTRY,
  nextEntry,
  type Sha256,
} from '../domain/audit/audit-chain.ts'
import { auditDetails } from '../domain/audit/audit-details.ts'
import type { AuditStore } from './ports.ts'

export type AuditNeeds = { readonly store: AuditStore; readonly sha256: Sha256; clock(): Date }

/** What somebody sets out to do. */
export type Deed = {
  readonly by: AuditActor
  readonly address: string
  readonly action: string
  readonly target?: string | undefined
  readonly asked: object
}

/** Every write of staff, in the order in which it was begun; entries are added and never changed. */
export type AuditLog = {
  /** Writes it down before it is done. The answer writes down how it ended. */
  begin(deed: Deed): Promise<(outcome: Outcome<unknown>) => Promise<void>>
  /** Writes down what has been done. */
  note(deed: Deed): Promise<void>
  list(query: AuditQuery): Promise<AuditPage>
  export(after: number): Promise<readonly AuditEntry[]>
  verify(): Promise<{ readonly head: AuditHead; readonly fault?: ChainFault }>
}

/** Records of one page. */
const LISTED = 100
/** Entries of one part of an export. */
const EXPORTED = 1000

export function createAuditLog(needs: AuditNeeds): AuditLog {
  const { store, clock, sha256 } = needs
  const append = createAppender(needs)
  const factOf = ({ by: { id, email, name, role }, address, action, target, asked }: Deed): Omit<AuditFact, 'phase'> => ({
    at: clock().toISOString(),
    by: { id, email, name, role },
    address,
    action,
    ...(target === undefined ? {} : { target }),
    details: auditDetails(asked, sha256),
  })
  return {
    async begin(deed) {
      const fact = factOf(deed)
      const { seq } = await append({ ...fact, phase: 'begun' })
      return async (outcome) => {
        const details = outcome.kind === 'refused' ? JSON.stringify({ problem: outcome.problem }) : '{}'
        const phase = outcome.kind === 'done' ? 'done' : 'refused'
        await append({ ...fact, ...madeBy(outcome), at: clock().toISOString(), phase, ends: seq, details })
      }
    },
    async note(deed) {
      await append({ ...factOf(deed), phase: 'done' })
    },
    async list(query) {
      const found = await store.listBeginnings(query, LISTED + 1)
      const shown = found.slice(0, LISTED)
      const ends = await store.listEnds(shown.map(({ seq }) => seq))
      const endOf = new Map(ends.map((end) => [end.ends, end]))
      const last = found.length > shown.length ? shown.at(-1) : undefined
      return { items: shown.map((entry) => recordOf(entry, endOf.get(entry.seq))), ...(last === undefined ? {} : { next: last.seq }) }
    },
    export: (after) => store.listAfter(after, EXPORTED),
    verify: () => verify(store, sha256),
  }
}

/** One after the other; where another process was faster, its entry is followed. */
function createAppender({ store, sha256 }: AuditNeeds): (fact: AuditFact) => Promise<AuditEntry> {
  let head: AuditHead | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const appendNow = async (fact: AuditFact): Promise<AuditEntry> => {
    for (;;) {
      const entry = nextEntry(head ?? (await store.readHead()) ?? NO_ENTRY, fact, sha256)
      // Not known to be there until it is: after a failure the store is asked again.
      head = undefined
      if (!(await store.append(entry))) continue
      head = entry
      return entry
    }
  }
  return (fact) => {
    const appended = queue.then(() => appendNow(fact))
    // The caller hears of a failure; the next one begins anew.
    queue = appended.catch(() => undefined)
    return appended
  }
}

async function verify(store: AuditStore, sha256: Sha256): Promise<{ readonly head: AuditHead; readonly fault?: ChainFault }> {
  let head: AuditHead = NO_ENTRY
  for (;;) {
    const entries = await store.listAfter(head.seq, EXPORTED)
    const last = entries.at(-1)
    if (last === undefined) return { head }
    const fault = findChainFault(head, entries, sha256)
    if (fault !== undefined) return { head, fault }
    head = last
  }
}

function recordOf(entry: AuditEntry, end: AuditEntry | undefined): AuditRecord {
  const { phase, ends: _ends, previous: _previous, hash: _hash, ...members } = entry
  if (phase !== 'begun') return { ...members, outcome: 'done' }
  if (end === undefined) return { ...members, outcome: 'unknown' }
  if (end.phase === 'done') return { ...members, ...(end.target === undefined ? {} : { target: end.target }), outcome: 'done' }
  return { ...members, outcome: 'refused', problem: problemOf(end.details) }
}

/** The id of what was made is known only at the end. */
function madeBy(outcome: Outcome<unknown>): { readonly target?: string } {
  const value = outcome.kind === 'done' ? outcome.value : undefined
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  return typeof id === 'string' ? { target: id } : {}
}

/** A refusal's details are of our own making. */
const problemOf = (details: string): string => String((JSON.parse(details) as { problem?: unknown }).problem)
