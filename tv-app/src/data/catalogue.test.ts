import { describe, expect, test } from 'vitest'
import { createApiClient } from './api-client.ts'
import { createCatalogue } from './catalogue.ts'

/** A catalogue over a line that answers when told to. */
function catalogueOnALine() {
  let nowMs = 0
  const replies: ((response: Response) => void)[] = []
  const api = createApiClient({
    base: '',
    fetch: () => new Promise((resolve) => replies.push(resolve)),
    wait: () => new Promise(() => undefined),
  })
  return {
    shelf: createCatalogue(api, () => nowMs).home('zh-Hans'),
    asked: () => replies.length,
    answer: (snapshot: string) => replies.at(-1)?.(new Response(JSON.stringify({ snapshot }))),
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
    expect(shelf.known()).toEqual({ snapshot: '1' })
    pass(4999)
    expect(shelf.isFresh()).toBe(true)
    pass(1)
    expect(shelf.isFresh()).toBe(false)
    expect(shelf.known()).toEqual({ snapshot: '1' })
  })

  test('one question under way serves all who ask meanwhile, and the next is asked anew', async () => {
    const { shelf, asked, answer } = catalogueOnALine()
    const answers = [shelf.load(), shelf.load(new AbortController().signal)]
    expect(asked()).toBe(1)
    answer('1')
    expect(await Promise.all(answers)).toEqual(Array(2).fill({ kind: 'ok', value: { snapshot: '1' } }))
    const later = shelf.load()
    expect(asked()).toBe(2)
    answer('2')
    await later
    expect(shelf.known()).toEqual({ snapshot: '2' })
  })

  test('a question that may be called off serves only who asked it', () => {
    const { shelf, asked } = catalogueOnALine()
    void shelf.load(new AbortController().signal)
    void shelf.load()
    expect(asked()).toBe(2)
  })
})
