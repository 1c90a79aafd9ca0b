import { describe, expect, test } from 'vitest'
import { firstStep, type KidsStep, stepBefore } from './kids-flow.ts'
import { askLock, chooseLock, forget } from './kids-lock.ts'

const pin = (aim: 'begin' | 'settings' | 'more' | 'change', lock = askLock(0)): KidsStep => ({ kind: 'pin', aim, lock })
const arrive = (more: Partial<Parameters<typeof firstStep>[0]>) =>
  firstStep({ isOn: true, isUnlocked: false, isTimeUp: false, wrong: 0, ...more })

describe('children’s mode opens', () => {
  test('with a new PIN while it is off', () => expect(arrive({ isOn: false, isTimeUp: true })).toEqual(pin('begin', chooseLock())))
  test('with the question of the PIN, which goes on where it was left', () => {
    expect(arrive({})).toEqual(pin('settings'))
    expect(arrive({ wrong: 3 })).toEqual({ kind: 'pin', aim: 'settings', lock: { kind: 'wait', secondsLeft: 30 } })
  })
  test('with what a parent may set, behind the PIN', () => expect(arrive({ isUnlocked: true })).toEqual({ kind: 'manage' }))
  test('with the end of the day’s time', () => expect(arrive({ isTimeUp: true })).toEqual({ kind: 'over' }))
})

describe('Back', () => {
  const sum = forget(askLock(0), { random: () => 0 })
  test.each<[string, KidsStep, KidsStep | undefined]>([
    ['leaves the first question', pin('begin', chooseLock()), undefined],
    ['leaves the question before the settings', pin('settings'), undefined],
    ['takes the second PIN back', pin('begin', { kind: 'repeat', typed: '1', first: '1234' }), pin('begin', chooseLock())],
    ['leads from a sum to the PIN', pin('more', sum), pin('more')],
    ['leads from the PIN to the calm screen', pin('more'), { kind: 'over' }],
    ['leads from a wait to the calm screen', pin('more', askLock(3)), { kind: 'over' }],
    ['leads from a new PIN to what can be set', pin('change', chooseLock()), { kind: 'manage' }],
    ['leads from the minutes to the PIN, at first', { kind: 'minutes', pin: '1234' }, pin('begin', chooseLock())],
    ['leads from the minutes to what can be set, later', { kind: 'minutes' }, { kind: 'manage' }],
    ['leads from more time to the calm screen', { kind: 'more' }, { kind: 'over' }],
    ['leaves the calm screen', { kind: 'over' }, undefined],
    ['leaves what can be set', { kind: 'manage' }, undefined],
  ])('%s', (_, step, before) => expect(stepBefore(step)).toEqual(before))
})
