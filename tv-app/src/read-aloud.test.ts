import type { LocalText } from '@ulan/contract'
import type { SpokenStep } from '@ulan/player'
import { describe, expect, it } from 'vitest'
import { createReadAloud, type ReadAloud } from './read-aloud.ts'

const zh = (text: string): LocalText => ({ text, locale: 'zh-Hans' })
const step = (key: string, ...texts: string[]): SpokenStep => ({ key, texts: texts.map(zh) })

type Box = {
  readonly readAloud: ReadAloud
  readonly heard: string[]
  readonly rest: () => void
  readonly equip: () => void
  readonly kept: () => boolean
}

/** A box that writes down what it says; `rest` lets the time pass after which the focus counts as resting. */
function box(isOn: boolean, hasVoice = true): Box {
  const heard: string[] = []
  let kept = isOn
  let due: (() => void) | undefined
  const readAloud = createReadAloud({
    memory: { read: () => kept, write: (now) => (kept = now) },
    later: (_, then) => {
      due = then
      return () => (due = undefined)
    },
  })
  const equip = (): void =>
    readAloud.equip({
      say: (texts) => heard.push(texts.map(({ text }) => text).join('|')),
      stop: () => heard.push('(silence)'),
      canSpeak: (locales) => locales.includes('zh-Hans'),
      onChange: () => () => undefined,
    })
  if (hasVoice) equip()
  const rest = (): void => {
    const then = due
    due = undefined
    then?.()
  }
  return { readAloud, heard, rest, equip, kept: () => kept }
}

describe('reading aloud', () => {
  it('says where the focus rests, not what it passes over', () => {
    const { readAloud, heard, rest } = box(true)
    readAloud.follow(() => [step('rail', '演出'), step('a', '草原法')])
    rest()
    readAloud.follow(() => [step('rail', '演出'), step('b', '民法典')])
    readAloud.follow(() => [step('rail', '演出'), step('c', '宪法')])
    rest()
    expect(heard).toEqual(['演出|草原法', '宪法'])
  })

  it('says what is told first, and loses nothing of it while the focus moves', () => {
    const { readAloud, heard, rest } = box(true)
    readAloud.tell([zh('网络已断开')])
    readAloud.follow(() => [step('a', '重试')])
    readAloud.tell([zh('网络已恢复')])
    rest()
    expect(heard).toEqual(['网络已断开|网络已恢复|重试'])
  })

  it('does no work, and says nothing, while it is off', () => {
    const { readAloud, heard, rest } = box(false)
    let asked = 0
    readAloud.follow(() => {
      asked += 1
      return []
    })
    readAloud.tell([zh('网络已断开')])
    rest()
    expect([heard, asked]).toEqual([[], 0])
  })

  it('begins with where the focus is when it is switched on, and falls silent when off; the box remembers', () => {
    const { readAloud, heard, rest, kept } = box(false)
    readAloud.follow(() => [step('header', '朗读已开')])
    readAloud.toggle()
    expect(kept()).toBe(true)
    rest()
    readAloud.follow(() => [step('header', '中文')])
    readAloud.toggle()
    rest()
    expect(heard).toEqual(['朗读已开', '(silence)'])
    expect([kept(), readAloud.isOn()]).toEqual([false, false])
  })

  it('says nothing twice while nothing changed', () => {
    const { readAloud, heard, rest } = box(true)
    for (let at = 0; at < 3; at += 1) {
      readAloud.follow(() => [step('a', '草原法')])
      rest()
    }
    expect(heard).toEqual(['草原法'])
  })

  it('begins with where the focus is once its voice is there, and tells that it is', () => {
    const { readAloud, heard, rest, equip } = box(true, false)
    let changes = 0
    readAloud.onChange(() => {
      changes += 1
    })
    readAloud.follow(() => [step('a', '草原法')])
    rest()
    expect([heard, readAloud.isOffered(['zh-Hans'])]).toEqual([[], false])
    equip()
    rest()
    expect([heard, readAloud.isOffered(['zh-Hans']), changes]).toEqual([['草原法'], true, 1])
  })

  it('is offered where one of the languages has a voice', () => {
    expect(box(true).readAloud.isOffered(['mn-Mong', 'zh-Hans'])).toBe(true)
    expect(box(true).readAloud.isOffered(['mn-Mong'])).toBe(false)
  })
})
