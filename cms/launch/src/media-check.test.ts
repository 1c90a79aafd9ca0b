import { expect, test } from 'vitest'
import { createMediaCheck } from './media-check.ts'

test('strangers who ask all the time cost one look in a few seconds', async () => {
  let nowMs = 0
  let isThere = true
  let looks = 0
  const check = createMediaCheck(
    async () => {
      looks += 1
      return isThere
    },
    () => new Date(nowMs),
  )
  expect(await check()).toBe(true)
  isThere = false
  nowMs += 1_000
  expect(await check()).toBe(true)
  nowMs += 4_000
  expect(await check()).toBe(false)
  // A clock that was set back holds no answer fast.
  isThere = true
  nowMs -= 3_600_000
  expect(await check()).toBe(true)
  expect(looks).toBe(3)
})
