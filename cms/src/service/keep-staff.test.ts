import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createStaffKeeping, type KeepingNeeds } from './keep-staff.ts'
import type { StaffAccounts } from './staff-ports.ts'

/** Accounts in memory: only what keeping staff asks of them. */
function createAccounts(): Pick<StaffAccounts, 'hasAny' | 'add' | 'resetPassword'> & { readonly passwords: Map<string, string> } {
  const passwords = new Map<string, string>()
  return {
    passwords,
    hasAny: () => Promise.resolve(passwords.size > 0),
    add: (member, password) => {
      const isNew = !passwords.has(member.email)
      if (isNew) passwords.set(member.email, password)
      return Promise.resolve(isNew)
    },
    resetPassword: (email, password) => {
      const isKnown = passwords.has(email)
      if (isKnown) passwords.set(email, password)
      return Promise.resolve(isKnown)
    },
  }
}

const keepingOf = (accounts: KeepingNeeds['accounts'], more: Partial<KeepingNeeds> = {}) =>
  createStaffKeeping({
    accounts,
    limiter: { unlock: () => Promise.resolve() },
    audit: { begin: () => Promise.resolve(() => Promise.resolve()) },
    random: randomBytes,
    ...more,
  })

describe('keeping staff', () => {
  it('makes one first administrator with the password given, or a readable one', async () => {
    const given = createAccounts()
    const staff = keepingOf(given)
    expect(await staff.ensureAdministrator('a@localhost', 'given')).toEqual({ created: true, password: 'given' })
    expect(await staff.ensureAdministrator('b@localhost')).toEqual({ created: false })
    const made = await keepingOf(createAccounts()).ensureAdministrator('a@localhost')
    expect(made.password).toMatch(/^([2-9a-hjkmnp-z]{5}-){3}[2-9a-hjkmnp-z]{5}$/)
  })
  it('adds and resets, and says why it did not', async () => {
    const accounts = createAccounts()
    const unlocked: string[] = []
    const log: string[] = []
    const staff = keepingOf(accounts, {
      limiter: { unlock: async (email) => void unlocked.push(email) },
      audit: {
        begin: async ({ by, action, address, asked }) => {
          log.push([by.email, address, action, JSON.stringify(asked)].join(' '))
          return async ({ kind }) => void log.push(kind)
        },
      },
    })
    const added = await staff.add('e@example.org', 'editor')
    expect(added).toEqual({ ok: true, password: accounts.passwords.get('e@example.org') })
    expect(await staff.add('e@example.org', 'editor')).toEqual({ ok: false, kind: 'taken' })
    expect(await staff.reset('e@example.org')).toEqual({ ok: true, password: accounts.passwords.get('e@example.org') })
    expect(await staff.reset('x@example.org')).toEqual({ ok: false, kind: 'unknown' })
    expect(unlocked).toEqual(['e@example.org'])
    const asked = '{"email":"e@example.org","role":"editor"}'
    expect(log).toEqual([
      ...[`root@localhost command addStaffByCommand ${asked}`, 'done', `root@localhost command addStaffByCommand ${asked}`, 'refused'],
      ...['root@localhost command resetPasswordByCommand {"email":"e@example.org"}', 'done'],
      ...['root@localhost command resetPasswordByCommand {"email":"x@example.org"}', 'refused'],
    ])
  })
  it('draws signs evenly: bytes beyond the last whole round are thrown away', async () => {
    const bytes = [...Array.from({ length: 20 }, () => 255), ...Array.from({ length: 20 }, () => 0)]
    const random = (count: number) => Buffer.from(bytes.splice(0, count))
    const made = await keepingOf(createAccounts(), { random }).add('e@example.org', 'editor')
    expect(made).toEqual({ ok: true, password: '22222-22222-22222-22222' })
  })
})
