import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { checkGlossary, foreignWords, type GlossaryEntry } from './glossary.ts'

const GLOSSARY: readonly GlossaryEntry[] = [
  { mnMong: 'ᠬᠠᠤᠯᠢ', mnCyrl: 'Хууль' },
  { mnMong: 'ᠰᠠᠷ᠎ᠠ', mnCyrl: 'сар' },
  { mnMong: '', mnCyrl: 'Дуу чимээгүй' },
]

describe('Mongolian texts', () => {
  it.each([
    ['хууль, сар {{number}}', 'mn-Cyrl', []],
    ['чимээгүй дуу', 'mn-Cyrl', []],
    ['хуулийн сарын', 'mn-Cyrl', []],
    ['{{index}} / {{total}}-ээс', 'mn-Cyrl', []],
    ['хуульчийн', 'mn-Cyrl', ['хуульчийн']],
    ['Тоглуулах', 'mn-Cyrl', ['тоглуулах']],
    ['ᠬᠠᠤᠯᠢ᠎ᠶᠢᠨ ᠰᠠᠷ᠎ᠠ', 'mn-Mong', []],
    ['ᠰᠠᠷ᠎ᠠ᠎ᠶᠢᠨ 12', 'mn-Mong', []],
    ['ᠰᠠᠷ᠎ᠤᠰ', 'mn-Mong', ['ᠰᠠᠷ᠎ᠤᠰ']],
    ['ᠬᠠᠤᠯᠢᠴᠢ', 'mn-Mong', ['ᠬᠠᠤᠯᠢᠴᠢ']],
  ] as const)('%s in %s: beyond the glossary is %o', (text, script, foreign) => {
    expect(foreignWords(text, script, GLOSSARY)).toEqual(foreign)
  })
})

test('the product says nothing in Mongolian that its glossary does not know', () => {
  const { complaints, wordCount } = checkGlossary(join(import.meta.dirname, '../..'))
  expect(complaints).toEqual([])
  expect(wordCount).toBeGreaterThan(100)
})
