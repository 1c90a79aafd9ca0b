import { describe, expect, it } from 'vitest'
import { putFlatText, replaceText } from './json-edit.ts'

const FILE = `{
  "back": "",
  "tv": { "title": "电视 \\"TV\\"", "open": "" },
  "flat.key": "{{n}} {}",
  "deep": {
    "er": {
      "est": "\\u0041"
    }
  }
}
`

describe('a text', () => {
  it.each([
    ['back', '"back": ""', '"back": "ᠪᠤᠴᠠᠬᠤ"'],
    ['tv.title', '"电视 \\"TV\\""', '"ᠪᠤᠴᠠᠬᠤ"'],
    ['tv.open', '"open": ""', '"open": "ᠪᠤᠴᠠᠬᠤ"'],
    ['flat.key', '"{{n}} {}"', '"ᠪᠤᠴᠠᠬᠤ"'],
    ['deep.er.est', '"\\u0041"', '"ᠪᠤᠴᠠᠬᠤ"'],
  ])('at %s is replaced, and nothing else', (key, old, next) => {
    expect(replaceText(FILE, key, 'ᠪᠤᠴᠠᠬᠤ')).toBe(FILE.replace(old, next))
  })
  it('with quotes and shaping signs is still one text', () => {
    const text = 'ᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ\u180e "\\" \n'
    expect(JSON.parse(replaceText(FILE, 'back', text) ?? '')).toMatchObject({ back: text, deep: { er: { est: 'A' } } })
  })
  it.each(['nothing', 'tv', 'deep.er'])('at %s is none', (key) => expect(replaceText(FILE, key, 'x')).toBeUndefined())
})

describe('a status', () => {
  const order = ['a', 'b.c', 'd', 'e']
  const file = '{\n  "a": "own",\n  "d": "missing"\n}\n'
  it.each([
    ['takes the place of its old one', file, 'd', '{\n  "a": "own",\n  "d": "reviewed"\n}\n'],
    ['stands where its text stands', file, 'b.c', '{\n  "a": "own",\n  "b.c": "reviewed",\n  "d": "missing"\n}\n'],
    ['stands last behind the last', file, 'e', '{\n  "a": "own",\n  "d": "missing",\n  "e": "reviewed"\n}\n'],
    ['stands first before all others', '{\n  "d": "own"\n}\n', 'a', '{\n  "a": "reviewed",\n  "d": "own"\n}\n'],
    ['is the first of all', '{}\n', 'd', '{\n  "d": "reviewed"\n}\n'],
  ])('%s', (_, json, key, expected) => expect(putFlatText(json, key, 'reviewed', order)).toBe(expected))
})
