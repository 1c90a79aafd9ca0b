import { convertUnicodeToMenksoft } from 'mongol-code'
import { expect, test } from 'vitest'
import { inStandardCode, privateTexts } from './readable-texts.ts'

test('Mongolian in Menksoft code becomes Unicode; other scripts and what clears stay', () => {
  const menksoft = convertUnicodeToMenksoft('ᠪᠢᠴᠢᠭ')
  const given = { rev: 1, title: { 'zh-Hans': '书', 'mn-Mong': menksoft }, synopsis: null }
  expect(inStandardCode(given)).toEqual({ rev: 1, title: { 'zh-Hans': '书', 'mn-Mong': 'ᠪᠢᠴᠢᠭ' }, synopsis: null })
  expect(inStandardCode({ synopsis: null })).toEqual({ synopsis: null })
})

test('what some font alone can draw is named by member and locale', () => {
  expect(privateTexts({ title: { 'zh-Hans': '书\ue000' }, synopsis: { 'mn-Cyrl': '\u{10fffd}', 'zh-Hans': '书' } })).toEqual([
    { path: 'title.zh-Hans', code: 'private-use' },
    { path: 'synopsis.mn-Cyrl', code: 'private-use' },
  ])
  expect(privateTexts({ title: { 'mn-Mong': 'ᠵᠠᠰᠠᠭ\u180eᠤᠨ' }, synopsis: null })).toEqual([])
})

test('so it is with where it was performed, and with whoever made it', () => {
  const menksoft = convertUnicodeToMenksoft('ᠪᠢᠴᠢᠭ')
  const given = { venue: { 'mn-Mong': menksoft }, credits: [{ role: 'writer' as const, names: { 'mn-Mong': menksoft } }] }
  expect(inStandardCode(given)).toEqual({ venue: { 'mn-Mong': 'ᠪᠢᠴᠢᠭ' }, credits: [{ role: 'writer', names: { 'mn-Mong': 'ᠪᠢᠴᠢᠭ' } }] })
  expect(privateTexts({ venue: { 'zh-Hans': '\ue000' }, credits: [{ role: 'writer', names: { 'zh-Hans': '书\ue000' } }] })).toEqual([
    { path: 'venue.zh-Hans', code: 'private-use' },
    { path: 'credits.0.names.zh-Hans', code: 'private-use' },
  ])
})
