import type { ShippedText } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { buildSnapshot } from '../snapshot/build-snapshot.ts'
import { FIXTURE_CATALOGUE } from '../snapshot/catalogue-fixture.ts'
import { spokenTexts } from './spoken-texts.ts'

const text = (file: string, chinese: string, mongolian: string): ShippedText => ({
  locale: 'mn-Mong',
  file,
  key: 'k',
  chinese,
  text: mongolian,
  status: mongolian === '' ? 'missing' : 'own',
})
const SHIPPED = [
  text('tv-app/tv', '详情', ''),
  text('tv-app/film', '看完了', ''),
  text('contract/common', '返回', 'ᠪᠤᠴᠠᠬᠤ'),
  text('contract/quiz', '第 {{current}} 题', ''),
  text('admin/admin', '草稿', ''),
]
const snapshot = buildSnapshot(FIXTURE_CATALOGUE, 's')

describe('what can be read aloud', () => {
  it('is what the public meets, each text once, in order', () => {
    const texts = spokenTexts(snapshot, FIXTURE_CATALOGUE.rails, SHIPPED, 'zh-Hans')
    expect(texts.slice(0, 5)).toEqual([
      { place: 'rail', text: '演出' },
      { place: 'rail', text: '最新' },
      { place: 'rail', text: '精选' },
      { place: 'rail', text: '空' },
      { place: 'title', text: '小司来了' },
    ])
    const words = texts.map((one) => one.text)
    expect(words).toEqual([...new Set(words)])
    expect(words).toEqual(expect.arrayContaining(['草原好声', '一段好来宝。', '答题', '题目q-one', '题目q-two', '因为。']))
    expect(texts.filter(({ place }) => place === 'option').map((one) => one.text)).toEqual(['选项a', '选项b', '选项c', '选项d'])
  })

  it('ends with the words of the interface that viewers meet, without those that have a number in them', () => {
    const words = spokenTexts(snapshot, FIXTURE_CATALOGUE.rails, SHIPPED, 'zh-Hans').filter(({ place }) => place === 'interface')
    expect(words.map((one) => one.text)).toEqual(['详情', '看完了', '返回'])
  })

  it('has nothing of what is not public', () => {
    const words = spokenTexts(snapshot, FIXTURE_CATALOGUE.rails, SHIPPED, 'zh-Hans').map((one) => one.text)
    for (const hidden of ['节目 hidden', '节目 gone', '空系列']) expect(words).not.toContain(hidden)
  })

  it('has nothing of another language, though it is shown for want of a translation', () => {
    expect(spokenTexts(snapshot, FIXTURE_CATALOGUE.rails, SHIPPED, 'mn-Mong')).toEqual([
      { place: 'title', text: 'ᠳᠠᠭᠤᠤ' },
      { place: 'interface', text: 'ᠪᠤᠴᠠᠬᠤ' },
    ])
    expect(spokenTexts(snapshot, FIXTURE_CATALOGUE.rails, SHIPPED, 'mn-Cyrl')).toEqual([])
  })
})
