import { describe, expect, it } from 'vitest'
import { findHoleProblems, hasBrokenHole, holesOf } from './holes.ts'

const path = 'text'

describe('the holes of a translation', () => {
  it.each<[string, string, string, object[]]>([
    ['are as in Chinese, wherever they stand', '第 {{season}} 季 第 {{episode}} 集', '{{episode}} ᠠᠩᠭᠢ {{season}}', []],
    ['are none where Chinese has none', '返回', 'ᠪᠤᠴᠠᠬᠤ', []],
    ['are named when one is left out', '{{a}}，{{b}}', '{{b}}', [{ path, code: 'holes-missing', params: { holes: '{{a}}' } }]],
    ['are named when one is made up', '返回', '{{n}} ᠪᠤᠴᠠᠬᠤ', [{ path, code: 'holes-unknown', params: { holes: '{{n}}' } }]],
    [
      'are named on both sides when one is misspelt',
      '{{minutes}} 分钟',
      '{{minute}} минут',
      [
        { path, code: 'holes-missing', params: { holes: '{{minutes}}' } },
        { path, code: 'holes-unknown', params: { holes: '{{minute}}' } },
      ],
    ],
    ['stand as often as in Chinese', '{{n}}/{{n}}', '{{n}}', [{ path, code: 'holes-missing', params: { holes: '{{n}}' } }]],
    ['are refused at once when their braces are', '{{n}}', '{{ n }}', [{ path, code: 'hole-broken' }]],
  ])('%s', (_, chinese, text, problems) => expect(findHoleProblems(chinese, text, path)).toEqual(problems))
  it('are found in order of the alphabet', () => expect(holesOf('{{b}} {{a}} {{b}} {c}')).toEqual(['{{a}}', '{{b}}', '{{b}}']))
  it.each(['{{n}', '{n}}', '{{}}', '{{n, number}}', '{{{n}}}'])('%s is none', (text) => expect(hasBrokenHole(text)).toBe(true))
  it.each(['{{n}}', '{n}', '', '}{'])('%s breaks nothing', (text) => expect(hasBrokenHole(text)).toBe(false))
})
