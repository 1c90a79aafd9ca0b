import type { Region, RegionCode } from '@ulan/contract'
import { expect, test } from 'vitest'
import { leagues, parseRegion } from './region-choice.ts'

test.each([
  ['152500', '152500'],
  ['1525', undefined],
  ['15250x', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s is kept as %s', (stored, code) => expect(parseRegion(stored)).toBe(code))

test('leagues and cities are offered, by their name in the language of the screen', () => {
  const regions: Region[] = [
    { code: '152500' as RegionCode, name: { 'zh-Hans': '锡林郭勒盟', 'mn-Mong': 'ᠰᠢᠯᠢ ᠶᠢᠨ ᠭᠣᠣᠯ' }, kind: 'league' },
    { code: '152502' as RegionCode, name: { 'zh-Hans': '锡林浩特市' }, kind: 'city', parentCode: '152500' as RegionCode },
  ]
  expect(leagues(regions, 'mn-Mong')).toEqual([{ code: '152500', name: { text: 'ᠰᠢᠯᠢ ᠶᠢᠨ ᠭᠣᠣᠯ', locale: 'mn-Mong' } }])
})
