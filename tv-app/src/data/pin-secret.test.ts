import { describe, expect, test } from 'vitest'
import { fitsSecret, makeSecret } from './pin-secret.ts'

const salt = (first: number): Uint8Array => Uint8Array.of(first, 2, 3, 255)

describe('a PIN that is kept', () => {
  test('is known again, and cannot be read off', () => {
    const secret = makeSecret('1234', salt(1))
    expect(secret).toMatch(/^010203ff:[0-9a-f]+$/)
    expect(secret).not.toContain('1234')
    expect(fitsSecret(secret, '1234')).toBe(true)
  })
  test('no other of all PINs fits', () => {
    const secret = makeSecret('0042', salt(1))
    const fitting = Array.from({ length: 200 }, (_, at) => String(at).padStart(4, '0')).filter((pin) => fitsSecret(secret, pin))
    expect(fitting).toEqual(['0042'])
  })
  test('is kept otherwise on another box', () => expect(makeSecret('1234', salt(2))).not.toBe(makeSecret('1234', salt(1))))
  test.each([undefined, '', '0102', 'rubbish'])('nothing fits %j', (secret) => expect(fitsSecret(secret, '')).toBe(false))
})
