import type { AuditEntry, StaffId } from '@ulan/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AuditFact, findChainFault, NO_ENTRY, nextEntry } from './audit-chain.ts'
import { auditDetails } from './audit-details.ts'

/** Different for whatever is compared here, and of the right form: FNV-1a, 64 bits. */
const sha256 = (text: string): string => {
  const hash = [...text].reduce(
    (sum, sign) => BigInt.asUintN(64, (sum ^ BigInt(sign.codePointAt(0) ?? 0)) * 0x100000001b3n),
    0xcbf29ce484222325n,
  )
  return hash.toString(16).padStart(64, '0')
}
const fact = (action: string): AuditFact => ({
  at: '2026-12-04T00:00:00.000Z',
  phase: 'begun',
  by: { id: '0'.repeat(24) as StaffId, email: 'a@example.org', name: '其其格', role: 'editor' }, // fits its pattern
  address: '192.0.2.7',
  action,
  details: '{}',
})
function chainOf(actions: readonly string[]): readonly AuditEntry[] {
  const chain: AuditEntry[] = []
  for (const action of actions) chain.push(nextEntry(chain.at(-1) ?? NO_ENTRY, fact(action), sha256))
  return chain
}
const faultOf = (entries: readonly AuditEntry[]) => findChainFault(NO_ENTRY, entries, sha256)

describe('the chain of the log', () => {
  const chain = chainOf(['createProgramme', 'publishProgramme', 'takeDownProgramme'])
  it('holds as it was written', () => {
    expect(chain.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(faultOf(chain)).toBeUndefined()
    expect(findChainFault(chain[0] ?? NO_ENTRY, chain.slice(1), sha256)).toBeUndefined()
  })
  it('shows an entry that is missing', () => {
    expect(faultOf(chain.slice(1))).toEqual({ seq: 1, fault: 'gap' })
    expect(faultOf([...chain.slice(0, 1), ...chain.slice(2)])).toEqual({ seq: 2, fault: 'gap' })
  })
  it('shows an entry that was put in the place of another', () => {
    const [first, , third] = chain
    const other = nextEntry(first ?? NO_ENTRY, fact('deleteProgramme'), sha256)
    expect(faultOf([...chain.slice(0, 1), other, ...(third ? [third] : [])])).toEqual({ seq: 3, fault: 'link' })
  })
  it('shows whichever member of whichever entry was changed', () => {
    const changes: readonly Partial<AuditEntry>[] = [
      { at: '2026-12-04T00:00:01.000Z' },
      { phase: 'done' },
      { ends: 1 },
      { by: { ...fact('').by, email: 'b@example.org' } },
      { address: '192.0.2.8' },
      { action: 'deleteProgramme' },
      { target: 'song' },
      { details: '{"body":{}}' },
    ]
    fc.assert(
      fc.property(fc.nat(chain.length - 1), fc.constantFrom(...changes), (at, change) => {
        const changed = chain.map((entry, index) => (index === at ? { ...entry, ...change } : entry))
        expect(faultOf(changed)).toEqual({ seq: at + 1, fault: 'content' })
      }),
    )
  })
})

describe('what was asked', () => {
  it('is kept without what opens a door', () => {
    const asked = { params: { id: 'x' }, body: { email: 'a@b.cn', password: 'secret', newPassword: 'secret', deep: { code: '123456' } } }
    expect(auditDetails(asked, sha256)).toBe(
      '{"params":{"id":"x"},"body":{"email":"a@b.cn","password":"…","newPassword":"…","deep":{"code":"…"}}}',
    )
  })
  it('is kept as its hash where it is longer than a page', () => {
    const details = auditDetails({ body: { title: 'x'.repeat(9000) } }, sha256)
    expect(JSON.parse(details)).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), characters: 9021 })
  })
})
