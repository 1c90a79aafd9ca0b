import { expect, it } from 'vitest'
import { createRecordingLists } from './recording-lists.ts'

const START_MS = Date.parse('2026-01-01T00:00:00Z')

function listsOf(answers: readonly (readonly [] | Error)[]) {
  let nowMs = START_MS
  let asked = 0
  const lists = createRecordingLists(
    {
      list: async () => {
        const answer = answers[asked] ?? []
        asked += 1
        if (answer instanceof Error) throw answer
        return answer
      },
    },
    () => new Date(nowMs),
  )
  return { lists, asked: () => asked, pass: (milliseconds: number) => (nowMs += milliseconds) }
}

it('asks once for all who come together, and again after half a minute', async () => {
  const { lists, asked, pass } = listsOf([])
  await Promise.all([lists.read('mn-Mong'), lists.read('mn-Mong'), lists.read('mn-Mong')])
  pass(29_999)
  await lists.read('mn-Mong')
  expect(asked()).toBe(1)
  pass(1)
  await lists.read('mn-Mong')
  await lists.read('zh-Hans')
  expect(asked()).toBe(3)
})

it('asks at once after a change made here', async () => {
  const { lists, asked } = listsOf([])
  await lists.read('mn-Mong')
  lists.forget()
  await lists.read('mn-Mong')
  expect(asked()).toBe(2)
})

it('keeps no failure', async () => {
  const { lists, asked } = listsOf([new Error('the database is away')])
  await expect(lists.read('mn-Mong')).rejects.toThrow('away')
  expect(await lists.read('mn-Mong')).toEqual([])
  expect(asked()).toBe(2)
})
