import { expect, test } from 'vitest'
import { createTurns } from './in-turn.ts'

test('one after the other, and one that fails holds up nobody', async () => {
  const inTurn = createTurns()
  const log: string[] = []
  const work = (name: string, failure?: Error) => async () => {
    log.push(`${name} begins`)
    await Promise.resolve()
    if (failure !== undefined) throw failure
    log.push(`${name} ends`)
    return name
  }
  const all = [inTurn(work('first')), inTurn(work('second', new Error('second'))), inTurn(work('third'))]
  expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'third begins', 'third ends'])
})
