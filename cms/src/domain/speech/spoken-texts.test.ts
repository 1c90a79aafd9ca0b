import { describe, expect, it } from 'vitest'
import { buildSnapshot } from '../snapshot/build-snapshot.ts'
import { FIXTURE_CATALOGUE } from '../snapshot/catalogue-fixture.ts'
import { spokenTexts } from './spoken-texts.ts'

const snapshot = buildSnapshot(FIXTURE_CATALOGUE, 's')

describe('what can be read aloud', () => {
  it('is what the public meets, each text once, in order', () => {
    const texts = spokenTexts(snapshot, 'zh-Hans')
    expect(texts.slice(0, 5)).toEqual([
      { place: 'rail', text: '演出' },
      { place: 'rail', text: '最新' },
      { place: 'rail', text: '精选' },
      { place: 'rail', text: '空' },
      { place: 'title', text: '小司来了' },
    ])
    const words = texts.map(({ text }) => text)
    expect(words).toEqual([...new Set(words)])
    expect(words).toEqual(expect.arrayContaining(['草原好声', '一段好来宝。', '答题', '题目q-one', '题目q-two', '因为。']))
    expect(texts.filter(({ place }) => place === 'option').map(({ text }) => text)).toEqual(['选项a', '选项b', '选项c', '选项d'])
  })

  it('has nothing of what is not public', () => {
    const words = spokenTexts(snapshot, 'zh-Hans').map(({ text }) => text)
    for (const hidden of ['节目 hidden', '节目 gone', '空系列']) expect(words).not.toContain(hidden)
  })

  it('has nothing of another language, though it is shown for want of a translation', () => {
    expect(spokenTexts(snapshot, 'mn-Mong')).toEqual([{ place: 'title', text: 'ᠳᠠᠭᠤᠤ' }])
    expect(spokenTexts(snapshot, 'mn-Cyrl')).toEqual([])
  })
})
