import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readTexts } from '@ulan/contract/texts'
import { expect, test } from 'vitest'
import { checkLocales } from './locale-files.ts'

test('texts are found by key, groups and all', () => {
  const { texts, complaints, isBroken } = readTexts(
    'x.json',
    '{ "a": "一", "b": { "c": "第 {{n}} 集，共 {{total}}", "d": "" }, "flat.key": "{二}" }',
  )
  expect([...texts]).toEqual([
    ['a', '一'],
    ['b.c', '第 {{n}} 集，共 {{total}}'],
    ['b.d', ''],
    ['flat.key', '{二}'],
  ])
  expect(complaints).toEqual([])
  expect(isBroken('a')).toBe(false)
})

const BROKEN: readonly (readonly [json: string, complaint: string])[] = [
  ['{ "a": { "b": 3 } }', 'x.json: key a.b is the number 3, not a text: write "3"'],
  ['{ "a": true }', 'x.json: key a is the boolean true, not a text: write "true"'],
  ['{ "a": null }', 'x.json: key a is null, not a text: write "", which stands for not translated yet'],
  ['{ "a": ["一", "二"] }', 'x.json: key a is a list, not a text: write one text, or a group with a key for each'],
  ['{ "a": {} }', 'x.json: key a is an empty group: write its texts, or take it out'],
  ...['{{n', '{{n}', '{n}}', '{{}}', '{{ n }}', '{{n, number}}', '{{a}} {{b', '{{{n}}'].map((text): [string, string] => [
    JSON.stringify({ a: `第 ${text} 集` }),
    'x.json: key a has a {{ or }} that belongs to no hole: write {{name}}, both braces on both sides and nothing else between them',
  ]),
  ['["一"]', 'x.json: holds a list: it must hold keys and their texts, { "key": "text" }'],
  ['"一"', 'x.json: holds a text: it must hold keys and their texts, { "key": "text" }'],
]

test.each(BROKEN)('%s is complained of by file and key, with what to do', (json, complaint) => {
  const { texts, complaints, isBroken } = readTexts('x.json', json)
  expect(complaints).toEqual([complaint])
  expect([...texts]).toEqual([])
  expect(isBroken('a.b')).toBe(true)
})

test('a file cut off in the middle is named, with the place in it', () => {
  const { complaints } = readTexts('x.json', '{ "a": "一", "b')
  expect(complaints).toHaveLength(1)
  expect(complaints[0]).toMatch(/^x\.json: is not JSON \(.*position 14.*\): mend it there$/)
})

test('one broken key of a locale is one complaint, whatever is compared with it', async () => {
  const root = await mkdtemp(join(tmpdir(), 'legal-locales-'))
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  for (const room of ['cms/contract', 'cms/admin', 'cms/src/http', 'tv-app']) await write(`${room}/locales/zh-Hans/x.json`, '{}')
  const folder = 'tablet-web/locales'
  await write(
    `${folder}/zh-Hans/x.json`,
    JSON.stringify({ count: '一', one: '二', many: { a: '三', b: '四' }, list: '五', base: 6, hole: '{{n}}' }),
  )
  await write(
    `${folder}/mn-Mong/x.json`,
    JSON.stringify({ count: 1, one: { a: 'ᠨᠢᠭᠡ' }, many: 'ᠬᠣᠶᠠᠷ', list: ['ᠭᠤᠷᠪᠠ'], base: 'ᠳᠥᠷᠪᠡ', hole: '{{n' }),
  )
  await write(
    `${folder}/mn-Mong/x.status.json`,
    JSON.stringify({ count: 'own', 'one.a': 'own', many: 'own', list: 'own', base: 7, hole: 'own' }),
  )
  await write(`${folder}/zh-Hans/y.json`, '{ "cut": "一" }')
  await write(`${folder}/mn-Mong/y.json`, '{ "cut": ')
  await write(`${folder}/mn-Mong/y.status.json`, '{ "cut": "own" }')
  const text = "t('x:count') + t('x:one') + t('x:many.a') + t('x:many.b') + t('x:list') + t('x:hole') + t('y:cut')"
  const { complaints } = checkLocales(root, [{ file: 'tablet-web/src/a.ts', text }])
  const named = complaints.map((one) => one.replace(`${root}/`, '').replace(`${folder}/`, ''))
  expect(named.map((one) => one.replace(/\(.*\)/, '(…)'))).toEqual([
    'zh-Hans/x.json: key base is the number 6, not a text: write "6"',
    'mn-Mong/x.json: key count is the number 1, not a text: write "1"',
    'mn-Mong/x.json: key list is a list, not a text: write one text, or a group with a key for each',
    'mn-Mong/x.json: key hole has a {{ or }} that belongs to no hole: write {{name}}, both braces on both sides and nothing else between them',
    'mn-Mong/x.status.json: key base is the number 7, not a text: write "7"',
    'mn-Mong/x.json: key one is a group of texts, in Chinese it is one text: write one text',
    'mn-Mong/x.json: key many is one text, in Chinese it is a group of texts: write a group with the same keys',
    'mn-Mong/y.json: is not JSON (…): mend it there',
  ])
})
