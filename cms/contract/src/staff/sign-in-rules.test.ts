import { expect, test } from 'vitest'
import { isStaffAddress } from './sign-in-rules.ts'

test.each([
  ['admin@localhost', true],
  ['bai.yin+law@sft.nmg.gov.cn', true],
  ['boss', false],
  ['a@10.0.0.1', false],
  ['a b@c.cn', false],
  ['a@b@c.cn', false],
  ['', false],
  [`${'a'.repeat(250)}@b.cn`, false],
])('%j: %s', (text, isAddress) => {
  expect(isStaffAddress(text)).toBe(isAddress)
})
