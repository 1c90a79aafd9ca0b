import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password-hash.ts'

describe('a password hash', () => {
  it('is argon2id at the recommended cost, salted anew each time', async () => {
    const [one, two] = await Promise.all([hashPassword('密码 ᠠ', randomBytes), hashPassword('密码 ᠠ', randomBytes)])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(two)
    expect(await verifyPassword('密码 ᠠ', one)).toBe(true)
    expect(await verifyPassword('密码', one)).toBe(false)
  })
  it('is the standard one: a hash of the reference program is understood', async () => {
    // Test vector of the reference implementation (P-H-C/phc-winner-argon2, src/test.c).
    const stored = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
    expect(await verifyPassword('password', stored)).toBe(true)
  })
  it.each(['', 'plain', '$argon2i$v=19$m=1,t=1,p=1$AAAA$AAAA'])('refuses “%s”, which is none', async (stored) => {
    expect(await verifyPassword('x', stored)).toBe(false)
  })
})
