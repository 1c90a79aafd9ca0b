import { expect, it } from 'vitest'
import { ServerClock } from './server-clock.ts'

const LOCAL = Date.parse('2026-11-24T02:00:00.400Z')

it('the server’s time is known on a computer whose clock is wrong', () => {
  const clock = new ServerClock()
  expect(clock.at(LOCAL).getTime()).toBe(LOCAL)
  clock.note('Tue, 24 Nov 2026 02:05:00 GMT', LOCAL)
  expect(clock.at(LOCAL + 1000).toISOString()).toBe('2026-11-24T02:05:01.000Z')
})

it('a difference that the header cannot tell, and an answer without a date, change nothing', () => {
  const clock = new ServerClock()
  clock.note('Tue, 24 Nov 2026 02:00:00 GMT', LOCAL)
  clock.note(null, LOCAL)
  clock.note('yesterday', LOCAL)
  expect(clock.at(LOCAL).getTime()).toBe(LOCAL)
})
