import { describe, expect, test } from 'vitest'
import type { Say } from '../text/strings.ts'
import { askLock, chooseLock, forget, type Lock, typeDigit } from './kids-lock.ts'
import { choiceView, deskView, minutesOf } from './kids-view.ts'

const say: Say = (key, values) => ({ text: values === undefined ? key : `${key} ${Object.values(values).join(' ')}`, locale: 'zh-Hans' })
const PORTS = { isPin: () => false, random: () => 0 }
const type = (lock: Lock, digits: string): Lock => [...digits].reduce((now, digit) => typeDigit(now, digit, PORTS), lock)
const day = { minutes: 40, watchedSeconds: 125 } as const

describe('a question answered in digits', () => {
  test.each<[string, Lock, string, string | undefined, number]>([
    ['a new PIN', chooseLock(), 'kids:choose', undefined, 4],
    ['a PIN once more', type(chooseLock(), '1234'), 'kids:repeat', undefined, 4],
    ['two that differ', type(chooseLock(), '12345678'), 'kids:choose', 'kids:differs', 4],
    ['the PIN', askLock(1), 'kids:ask', undefined, 4],
    ['a wrong PIN', type(askLock(0), '0000'), 'kids:ask', 'kids:wrong', 4],
    ['a wrong PIN and the next one begun', type(askLock(0), '00001'), 'kids:ask', undefined, 4],
    ['a wait', askLock(3), 'kids:ask', 'kids:wait 30', 0],
    ['a sum', forget(askLock(1), PORTS), 'kids:sum', undefined, 2],
    ['a wrong sum', type(forget(askLock(0), PORTS), '11'), 'kids:sum', 'kids:wrongSum', 2],
  ])('%s', (_, lock, heading, note, length) => {
    const view = deskView(lock, say)
    expect([view.heading.text, view.note?.text, view.length]).toEqual([heading, note, length])
  })
  test('shows a sum and its result, and hides a PIN', () => {
    const sum = deskView(type(forget(askLock(0), PORTS), '3'), say)
    expect([sum.sum?.text, sum.typed, sum.isSecret, sum.words.forget]).toEqual(['13 × 3 =', '3', false, undefined])
    const pin = deskView(type(askLock(0), '12'), say)
    expect([pin.sum, pin.typed, pin.isSecret, pin.words.forget?.ref]).toEqual([undefined, '12', true, 'Forget'])
  })
})

describe('what is chosen by words', () => {
  const refs = (step: Parameters<typeof choiceView>[0]) => choiceView(step, day, say).actions.map(({ ref }) => ref)
  test('are the minutes of a day, the first lit at the beginning, later those that are set', () => {
    const first = choiceView({ kind: 'minutes', pin: '1234' }, day, say)
    expect([first.lit, first.actions.map(({ label }) => label.text)]).toEqual([
      0,
      ['kids:minutes 20', 'kids:minutes 40', 'kids:minutes 60', 'kids:noLimit'],
    ])
    const later = choiceView({ kind: 'minutes' }, day, say)
    expect([later.lit, later.actions[1]?.icon]).toEqual([1, 'check'])
    expect(later.actions.map(({ ref }) => minutesOf(ref))).toEqual([20, 40, 60, 0])
    expect(minutesOf('Home')).toBeUndefined()
  })
  test('tell a parent of the day', () => {
    expect(choiceView({ kind: 'manage' }, day, say).text.text).toBe('kids:manage 40 3')
    expect(choiceView({ kind: 'manage' }, { ...day, minutes: 0 }, say).text.text).toBe('kids:manageNoLimit 3')
    expect(refs({ kind: 'manage' })).toEqual(['Minutes', 'ChangePin', 'TurnOff'])
  })
  test('lead on from the end of the day’s time', () => {
    expect([refs({ kind: 'over' }), refs({ kind: 'more' })]).toEqual([
      ['Home', 'Parents'],
      ['More', 'TurnOff', 'Back'],
    ])
  })
})
