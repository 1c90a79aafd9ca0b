import type { LocalText } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { newlySpoken, type SpokenStep } from './announcement.ts'

const zh = (text: string): LocalText => ({ text, locale: 'zh-Hans' })
const step = (key: string, ...texts: string[]): SpokenStep => ({ key, texts: texts.map(zh) })

describe('newlySpoken', () => {
  const [page, rail] = [step('page'), step('rail', '演出')]

  it('says all of it at first', () => {
    expect(newlySpoken([], [page, rail, step('a', '草原法', '好来宝')])).toEqual([zh('演出'), zh('草原法'), zh('好来宝')])
  })

  it('says the card alone while the focus stays in the rail', () => {
    expect(newlySpoken([page, rail, step('a', '草原法')], [page, rail, step('b', '民法典')])).toEqual([zh('民法典')])
  })

  it('says a card that reads like the one before: silence would sound like the end of the rail', () => {
    expect(newlySpoken([page, rail, step('a', '草原法')], [page, rail, step('b', '草原法')])).toEqual([zh('草原法')])
  })

  it('says the rail and the card when the rail is another, even if the card reads alike', () => {
    expect(newlySpoken([page, rail, step('a', '草原法')], [page, step('r2', '动画片'), step('c', '草原法')])).toEqual([
      zh('动画片'),
      zh('草原法'),
    ])
  })

  it('says what changed where it stands, in words or in language', () => {
    expect(newlySpoken([page, step('q', '第一题')], [page, step('q', '第二题')])).toEqual([zh('第二题')])
    const mongolian: SpokenStep = { key: 'q', texts: [{ text: '第一题', locale: 'mn-Mong' }] }
    expect(newlySpoken([step('q', '第一题')], [mongolian])).toEqual(mongolian.texts)
  })

  it('says nothing when nothing changed, or the focus only went outwards', () => {
    expect(newlySpoken([page, rail], [page, rail])).toEqual([])
    expect(newlySpoken([page, rail, step('a', '草原法')], [page, rail])).toEqual([])
  })
})
