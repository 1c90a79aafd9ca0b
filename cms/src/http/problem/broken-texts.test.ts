import { expect, it } from 'vitest'
import { brokenTexts } from './broken-texts.ts'

it.each([
  ['whole texts', { title: { 'zh-Hans': '题', 'mn-Mong': 'ᠠ᠋\u202fᠤᠨ' }, tags: ['𠮷', ''], rev: 1, none: null }, []],
  ['U+0000', { title: { 'zh-Hans': '题\0' } }, ['title.zh-Hans']],
  ['half of a pair', { laws: [{ article: 'a' }, { article: '\ud83d' }], title: '\udc00' }, ['laws.1.article', 'title']],
  ['a bare text', 'a\0', ['']],
  ['nothing', undefined, []],
])('%s', (_name, value, paths) => {
  expect(brokenTexts(value)).toEqual(paths.map((path) => ({ path, code: 'broken-text' })))
})
