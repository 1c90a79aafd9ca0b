import { expect, it } from 'vitest'
import { codeAt } from './totp.ts'

/** "12345678901234567890" in base 32; the last six digits of what RFC 6238 lists in its appendix B. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [20000000000, '353130'],
])('at second %i the code is %s', (second, code) => expect(codeAt(SECRET, second * 1000)).toBe(code))
