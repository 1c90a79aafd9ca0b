import { describe, expect, test } from 'vitest'
import { digitOf, MOST_LETTERS, PAD_COLUMNS, PAD_ROWS, type PadKey, padKey, pressKey, shownLetters, WORD_ROW } from './letter-pad.ts'

const letter = (of: string): PadKey => ({ kind: 'letter', letter: of })

describe('the pad', () => {
  test('has each letter and each digit once, in rows of equal length', () => {
    expect(PAD_ROWS.every((row) => row.length === PAD_COLUMNS)).toBe(true)
    expect(PAD_ROWS.flat().join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')
  })

  test('below stand two words, each under half of the letters', () => {
    const kinds = Array.from({ length: PAD_COLUMNS }, (_, column) => padKey(WORD_ROW, column).kind)
    expect(kinds).toEqual(['delete', 'delete', 'delete', 'clear', 'clear', 'clear'])
    expect(padKey(0, 2)).toEqual(letter('C'))
    expect(padKey(5, 5)).toEqual(letter('9'))
  })
})

describe('typing', () => {
  test('letters follow each other', () => expect([...'CYF'].map(letter).reduce(pressKey, '')).toBe('CYF'))
  test('delete takes the last one, and nothing from nothing', () => {
    expect(pressKey('CYF', { kind: 'delete' })).toBe('CY')
    expect(pressKey('', { kind: 'delete' })).toBe('')
  })
  test('clear takes all', () => expect(pressKey('CYF', { kind: 'clear' })).toBe(''))
  test('it ends at the most letters anything is called by', () => {
    const full = 'A'.repeat(MOST_LETTERS)
    expect(pressKey(full, letter('B'))).toBe(full)
  })

  test.each([
    [48, '0'],
    [57, '9'],
    [96, '0'],
    [105, '9'],
    [47, undefined],
    [58, undefined],
    [95, undefined],
    [106, undefined],
  ])('the key of code %i is the digit %s', (keyCode, digit) => expect(digitOf(keyCode)).toBe(digit))

  test('of many letters the last are in sight', () => {
    expect(shownLetters('ABCDEFGHIJ')).toBe('ABCDEFGHIJ')
    expect(shownLetters('ABCDEFGHIJK')).toBe('…BCDEFGHIJK')
  })
})
