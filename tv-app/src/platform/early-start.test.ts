import { describe, expect, test } from 'vitest'
import { type Fetch, fetchAfter } from './early-start.ts'

describe('the answer asked for before the app was there', () => {
  const reply = (text: string): Promise<Response> => Promise.resolve(new Response(text))
  const line: Fetch = () => reply('from the line')
  const textOf = async (response: Promise<Response>): Promise<string> => (await response).text()

  test('serves the first request for its address, once', async () => {
    const fetch = fetchAfter({ homeUrl: '/home?a', home: reply('early') }, line)
    expect(await textOf(fetch('/home?b', {}))).toBe('from the line')
    expect(await textOf(fetch('/home?a', {}))).toBe('early')
    expect(await textOf(fetch('/home?a', {}))).toBe('from the line')
  })

  test('is not needed', async () => {
    expect(await textOf(fetchAfter(undefined, line)('/home?a', {}))).toBe('from the line')
    expect(await textOf(fetchAfter({}, line)('/home?a', {}))).toBe('from the line')
  })
})
