import { expect, test } from 'vitest'
import { readWords } from './command-words.ts'

const FLAGS = ['with-media', 'without-media'] as const

test.each([
  [['/mnt/usb/a.ulan'], '/mnt/usb/a.ulan', []],
  [['a.ulan', '--without-media'], 'a.ulan', ['without-media']],
  [['--with-media', 'a.ulan'], 'a.ulan', ['with-media']],
])('%j is a file and its flags', (words, file, flags) => {
  expect(readWords(words, FLAGS)).toEqual({ file, flags: new Set(flags) })
})

test.each([
  [[]],
  [['a.ulan', 'b.ulan']],
  [['a.ulan', '--everything']],
  [['a.ulan', '-x']],
  [['a.ulan', '--with-media', '--without-media']],
  [['--with-media']],
])('%j is none', (words) => {
  expect(readWords(words, FLAGS)).toBeUndefined()
})
