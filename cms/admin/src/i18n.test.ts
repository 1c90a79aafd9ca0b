import { describe, expect, it } from 'vitest'
import mongolian from '../locales/mn-Mong/admin.json'
import status from '../locales/mn-Mong/admin.status.json'
import chinese from '../locales/zh-Hans/admin.json'
import { createWords } from './i18n.ts'
import { TextMap } from './test-store.ts'

const leaves = (tree: object, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[prefix + name, value]] : leaves(value, `${prefix}${name}.`),
  )

const files = import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })
const sources = Object.entries(files).flatMap(([name, source]) => (name.includes('.test.') ? [] : [source]))

describe('words of the newsroom', () => {
  it('has every Chinese word, and the same keys in Mongolian', () => {
    expect(leaves(chinese).filter(([, text]) => text === '')).toEqual([])
    expect(leaves(mongolian).map(([key]) => key)).toEqual(leaves(chinese).map(([key]) => key))
  })
  it('knows where each Mongolian word comes from', () => {
    const filled = leaves(mongolian).filter(([, text]) => text !== '')
    expect(filled.map(([key]) => key).sort()).toEqual(Object.keys(status).sort())
  })
  it('has a word for every key that the screens name', () => {
    const known = new Set(leaves(chinese).map(([key]) => key))
    const named = sources.flatMap((source) => [...source.matchAll(/\bt\('([\w.-]+)'(?:\)|, \{ (?!ns))/g)].map(([, key]) => key ?? ''))
    expect(named.length).toBeGreaterThan(60)
    expect([...new Set(named)].filter((key) => !known.has(key))).toEqual([])
  })
  it('falls back to Chinese where Mongolian is silent', async () => {
    const store = new TextMap()
    store.setItem('ulan-admin:locale', 'mn-Mong')
    const words = await createWords(store)
    expect([words.t('status.published'), words.t('status.draft')]).toEqual([mongolian.status.published, '草稿'])
    expect(words.t('fields.too-long', { ns: 'problem', max: 5 })).toContain('5')
  })
})
