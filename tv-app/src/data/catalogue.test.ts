import type { Locale } from '@ulan/contract'
import { describe, expect, test } from 'vitest'
import { createApiClient } from './api-client.ts'
import { createCatalogue, mapShelf } from './catalogue.ts'
import { createKeptHome } from './kept-home.ts'

/** An empty answer of this snapshot, to whatever is asked here: home, or a search. */
const answerOf = (snapshot: string) => ({ snapshot, heroes: [], rails: [], items: [] })

/** Storage of a box. */
const makeStorage = () => {
  const values = new Map<string, string>()
  return { get: (key: string) => values.get(key), set: (key: string, value: string) => void values.set(key, value) }
}

/** A catalogue over a line that answers when told to. */
function catalogueOnALine(storage = makeStorage()) {
  let nowMs = 0
  const replies: ((response: Response) => void)[] = []
  const api = createApiClient({
    pagePath: '/tv/',
    fetch: () => new Promise((resolve) => replies.push(resolve)),
    later: () => () => undefined,
  })
  let isForKids = false
  let locale: Locale = 'zh-Hans'
  const keptHome = createKeptHome(storage)
  const wishes = { region: () => undefined, isForKids: () => isForKids, locale: () => locale, keptHome }
  const catalogue = createCatalogue(api, () => nowMs, wishes)
  return {
    catalogue,
    shelf: catalogue.home('zh-Hans'),
    asked: () => replies.length,
    answer: (snapshot: string) => replies.at(-1)?.(new Response(JSON.stringify(answerOf(snapshot)))),
    choose: (chosen: Locale) => {
      locale = chosen
    },
    turnKidsMode: (isOn: boolean) => {
      isForKids = isOn
    },
    pass: (milliseconds: number) => {
      nowMs += milliseconds
    },
  }
}

describe('a shelf of the catalogue', () => {
  test('knows its last answer, which is fresh for five seconds', async () => {
    const { shelf, answer, pass } = catalogueOnALine()
    expect(shelf.known()).toBeUndefined()
    expect(shelf.isFresh()).toBe(false)
    const loading = shelf.load()
    answer('1')
    await loading
    expect(shelf.known()).toEqual(answerOf('1'))
    pass(4999)
    expect(shelf.isFresh()).toBe(true)
    pass(1)
    expect(shelf.isFresh()).toBe(false)
    expect(shelf.known()).toEqual(answerOf('1'))
  })

  test('one question under way serves all who ask meanwhile, and the next is asked anew', async () => {
    const { shelf, asked, answer } = catalogueOnALine()
    const answers = [shelf.load(), shelf.load(new AbortController().signal)]
    expect(asked()).toBe(1)
    answer('1')
    expect(await Promise.all(answers)).toEqual(Array(2).fill({ kind: 'ok', value: answerOf('1') }))
    const later = shelf.load()
    expect(asked()).toBe(2)
    answer('2')
    await later
    expect(shelf.known()).toEqual(answerOf('2'))
  })

  test('a question that may be called off serves only who asked it', () => {
    const { shelf, asked } = catalogueOnALine()
    void shelf.load(new AbortController().signal)
    void shelf.load()
    expect(asked()).toBe(2)
  })
})

describe('home', () => {
  test('is known from the evening before, and is not fresh', async () => {
    const storage = makeStorage()
    const before = catalogueOnALine(storage)
    const asked = before.shelf.load()
    before.answer('1')
    await asked
    const { shelf, answer } = catalogueOnALine(storage)
    expect([shelf.known(), shelf.isFresh()]).toEqual([answerOf('1'), false])
    const again = shelf.load()
    answer('2')
    await again
    expect([shelf.known(), shelf.isFresh()]).toEqual([answerOf('2'), true])
  })

  test('asked for ahead in another language, does not take the place of what is looked at', async () => {
    const storage = makeStorage()
    const before = catalogueOnALine(storage)
    const asked = before.shelf.load()
    before.answer('1')
    await asked
    const ahead = before.catalogue.home('mn-Mong')
    const askedAhead = ahead.load()
    before.answer('2')
    await askedAhead
    expect([ahead.known(), ahead.isFresh()]).toEqual([answerOf('2'), true])
    const nextEvening = (): unknown[] => {
      const { shelf, catalogue } = catalogueOnALine(storage)
      return [shelf.known(), catalogue.home('mn-Mong').known()]
    }
    expect(nextEvening()).toEqual([answerOf('1'), undefined])
    before.choose('mn-Mong')
    ahead.known()
    expect(nextEvening()).toEqual([undefined, answerOf('2')])
  })
})

describe('children’s mode', () => {
  test('knows nothing of what others were answered, and they nothing of its answers', async () => {
    const { catalogue, answer, turnKidsMode } = catalogueOnALine()
    const asked = catalogue.home('zh-Hans').load()
    answer('everyone')
    await asked
    turnKidsMode(true)
    expect(catalogue.home('zh-Hans').known()).toBeUndefined()
    const child = catalogue.home('zh-Hans').load()
    turnKidsMode(false)
    answer('children')
    await child
    expect(catalogue.home('zh-Hans').known()).toEqual(answerOf('everyone'))
  })
})

describe('searches', () => {
  test('however many, drive out no page that Back leads to; the last twenty are known', async () => {
    const { catalogue, shelf, answer } = catalogueOnALine()
    const home = shelf.load()
    answer('1')
    await home
    for (let at = 0; at < 60; at += 1) {
      const asked = catalogue.search(`A${String(at)}`, 'zh-Hans').load()
      answer(String(at))
      await asked
    }
    expect(shelf.known()).toEqual(answerOf('1'))
    expect(catalogue.search('A39', 'zh-Hans').known()).toBeUndefined()
    expect(catalogue.search('A40', 'zh-Hans').known()).toEqual(answerOf('40'))
    expect(catalogue.search('A40', 'mn-Mong').known()).toBeUndefined()
  })
})

describe('a shelf seen through a view', () => {
  test('makes its view anew each time, and hands failures on', async () => {
    const { shelf, answer } = catalogueOnALine()
    let made = 0
    const seen = mapShelf(shelf, ({ snapshot }) => {
      made += 1
      return `${snapshot} ${String(made)}`
    })
    expect(seen.known()).toBeUndefined()
    const loading = seen.load()
    answer('7')
    expect(await loading).toEqual({ kind: 'ok', value: '7 1' })
    expect(seen.known()).toBe('7 2')
    expect(seen.isFresh()).toBe(true)
  })
})
