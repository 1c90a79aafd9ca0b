import { describe, expect, test } from 'vitest'
import type { Answer } from './api-client.ts'
import type { Shelf } from './catalogue.ts'
import { createTypedQuestion } from './typed-question.ts'

/** A question whose pauses end, and whose shelves answer, when told to. */
function questionWithAHand() {
  const timers: { readonly pauseMs: number; readonly then: () => void; isCancelled: boolean }[] = []
  const asked: { readonly letters: string; readonly signal: AbortSignal | undefined; readonly answer: (to: Answer<string>) => void }[] = []
  const taken: Answer<string>[] = []
  const question = createTypedQuestion<string>(
    (pauseMs, then) => {
      const timer = { pauseMs, then, isCancelled: false }
      timers.push(timer)
      return () => {
        timer.isCancelled = true
      }
    },
    (answer) => taken.push(answer),
  )
  const shelf = (letters: string): Shelf<string> => ({
    known: () => undefined,
    isFresh: () => false,
    load: (signal) => new Promise((answer) => asked.push({ letters, signal, answer })),
  })
  return {
    taken,
    timers,
    asked: () => asked.map(({ letters }) => letters),
    type: (letters: string) => question.ask(shelf(letters), 250),
    stop: () => question.stop(),
    pause: () => {
      for (const timer of timers.splice(0)) if (!timer.isCancelled) timer.then()
    },
    isAborted: (letters: string) => asked.find((one) => one.letters === letters)?.signal?.aborted,
    async answer(letters: string) {
      asked.find((one) => one.letters === letters)?.answer({ kind: 'ok', value: letters })
      await Promise.resolve()
    },
  }
}
const ok = (value: string): Answer<string> => ({ kind: 'ok', value })

describe('a question being typed', () => {
  test('is asked once, when typing pauses', async () => {
    const { type, pause, asked, answer, taken, timers } = questionWithAHand()
    type('C')
    type('CY')
    type('CYF')
    expect(timers.map(({ pauseMs }) => pauseMs)).toEqual([250, 250, 250])
    expect(asked()).toEqual([])
    pause()
    expect(asked()).toEqual(['CYF'])
    await answer('CYF')
    expect(taken).toEqual([ok('CYF')])
  })

  test('overtaken by a letter it is called off, and a late answer is not heard', async () => {
    const { type, pause, answer, taken, isAborted } = questionWithAHand()
    type('C')
    pause()
    type('CY')
    expect(isAborted('C')).toBe(true)
    await answer('C')
    pause()
    await answer('CY')
    expect(taken).toEqual([ok('CY')])
  })

  test('a page that was left asks and hears nothing more', async () => {
    const { type, pause, answer, taken, asked, stop } = questionWithAHand()
    type('C')
    pause()
    type('CY')
    stop()
    pause()
    await answer('C')
    expect([asked(), taken]).toEqual([['C'], []])
  })
})
