import { describe, expect, it, test } from 'vitest'
import { refusals, taken } from './test-reading.ts'

const texts = (text: string): string[] => taken(text).file.cues.map((cue) => cue.text)
const TIMES = '00:00:01,000 --> 00:00:03,000'

describe('an SRT file', () => {
  it('as Chinese tools write it is taken', () => {
    const { file, notes } = taken(
      `1\r\n${TIMES}\r\n村里的水渠该谁来修？\r\n——大家一起修！\r\n\r\n2\r\n00:00:03,500 --> 00:00:05,250\r\n依照《民法典》第二百九十条。\r\n\r\n`,
    )
    expect(notes).toEqual([])
    expect(file.cues).toEqual([
      { startMs: 1000, endMs: 3000, settings: '', text: '村里的水渠该谁来修？\n——大家一起修！' },
      { startMs: 3500, endMs: 5250, settings: '', text: '依照《民法典》第二百九十条。' },
    ])
  })

  it('in Mongolian is put into columns, every mark of its words kept', () => {
    const { file, notes } = taken(`1\n${TIMES}\n\u202fᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ ᠨᠠᠮ\u180eᠠ\u180b\n\n2\n00:00:04,000 --> 00:00:05,000\n{\\an7}ᠮᠣᠩᠭᠣᠯ\n`)
    expect(file.cues.map(({ settings, text }) => [settings, text])).toEqual([
      ['vertical:lr line:5% position:10% align:start', '\u202fᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ ᠨᠠᠮ\u180eᠠ\u180b'],
      ['vertical:lr line:5% position:10% align:start', 'ᠮᠣᠩᠭᠣᠯ'],
    ])
    expect(notes).toEqual(['2 cue-made-vertical×2'])
  })

  test.each([
    ['numbers missing', `${TIMES}\n法\n\n00:00:04,000 --> 00:00:05,000\n律\n`],
    ['points for commas, hours missing', '1\n00:01.000 --> 00:03.0\n法\n\n2\n0:04.000 --> 0:05.000\n律\n'],
    ['a short arrow and no empty lines', `1\n00:00:01,000->00:00:03,000\n法\n2\n00:00:04,000 --> 00:00:05,000\n律\n`],
    ['empty lines in a cue, blanks in empty lines', `1\n${TIMES}\n\n  \n法\n \n\n2\n00:00:04,000 --> 00:00:05,000\n律\n`],
    ['the number of a cue that never came', `1\n${TIMES}\n法\n\n2\n00:00:04,000 --> 00:00:05,000\n律\n\n3\n\n`],
  ])('may be sloppy: %s', (_, text) => expect(texts(text)).toEqual(['法', '律']))

  test.each([
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d', 0],
    ['请看 --> 这里', '请看 --&gt; 这里', 0],
    ['A &amp; B &nbsp; &lt;', 'A &amp; B &nbsp; &lt;', 0],
    ['<B>粗</B><i>斜</i><u>线</u> <ruby>汉<rt>han</rt></ruby>', '<b>粗</b><i>斜</i><u>线</u> <ruby>汉<rt>han</rt></ruby>', 0],
    ['<font color="#ff0000">红</font><s>x</s>', '红x', 4],
    ['一<br/>二<BR>三', '一\n二\n三', 0],
    ['{\\i1}斜{\\i0}', '斜', 2],
    ['{不是代码} <3> <x', '{不是代码} &lt;3&gt; &lt;x', 0],
  ])('says %j as %j', (written, text, lost) => {
    const { file, notes } = taken(`1\n${TIMES}\n${written}\n`)
    expect(file.cues[0]?.text).toBe(text)
    expect(notes).toEqual(lost === 0 ? [] : [`2 cue-style-dropped×${lost}`])
  })

  test.each([
    ['', '{\\an8}', 'line:0', []],
    [' X1:100 X2:200 Y1:10 Y2:20', '', '', ['2 cue-position-dropped×1']],
    [' line:0 align:left', '{\\an3}', 'line:0 align:left', []],
    [' \t', '{\\an1}{\\an9}', 'position:5% align:left', []],
  ])('with %j after its times and %j before its text has the settings %j', (after, before, settings, expected) => {
    const { file, notes } = taken(`1\n${TIMES}${after}\n${before}法\n`)
    expect([file.cues[0]?.settings, notes]).toEqual([settings, expected])
  })

  test.each([
    ['times that are none', '1\n00:00:01,000 --> 00:00:61,000\n法\n', ['2 cue-time-malformed']],
    ['an end without digits', `1\n${TIMES}\n法\n\n2\n00:00:04,000 -->\n律\n`, ['6 cue-time-malformed']],
    ['text before all times', `村里的水渠\n\n1\n${TIMES}\n法\n`, ['1 cue-time-missing']],
    ['a block without times', `1\n${TIMES}\n法\n\n2\n没有时间\n\n3\n00:00:04,000 --> 00:00:05,000\n律\n`, ['5 cue-time-missing']],
    ['both, each once', `1\n0:1:xx --> 2\n法\n还有\n\n2\n没有\n\n3\n${TIMES}\n律\n`, ['2 cue-time-malformed', '6 cue-time-missing']],
  ])('is refused for %s', (_, text, expected) => expect(refusals(text)).toEqual(expected))
})
