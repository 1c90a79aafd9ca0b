import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addCue, changeCue, removeCue, sortCues } from './cue-edit.ts'
import { type CueSheet, cueAtLine, parseSheet, writeSheet } from './cue-sheet.ts'

const OWN = `WEBVTT - 小司来了 第一集
Kind: subtitles

STYLE
::cue { font-family: "Noto Sans Mongolian" }

REGION
id:stage  width:40%
viewportanchor:10%,90%

NOTE 译者：这里要连写

开场
00:00:01.000 --> 00:00:03.500 vertical:lr  line:5% position:10% align:start
<v 村长>ᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ ᠨᠠᠮ\u180eᠠ\u180b</v>
 ᠠ\u200dᠭᠠ\u3000

NOTE
00:00 --> 这不是字幕

STYLE
::cue { color: red }

00:03.500   -->  00:06.000 region:stage direction:lr
A &amp; B <i>斜</i> &lt;script&gt;


00:07.000 --> 00:08.000
学法`

const FILES: readonly (readonly [string, string])[] = [
  ['as people write it', OWN],
  ['with CRLF', OWN.replaceAll('\n', '\r\n')],
  ['with CR', OWN.replaceAll('\n', '\r')],
  ['with a byte order mark', `\ufeff${OWN}\n`],
  ['with empty lines first', `\n\n${OWN}`],
  ['a header alone', 'WEBVTT'],
  ['a header with an empty line', 'WEBVTT\n\n'],
  ['nothing', ''],
  ['a cue right below the first line', 'WEBVTT\n00:01.000 --> 00:02.000\n法'],
  ['without an empty line between cues', 'WEBVTT\n\n00:01.000 --> 00:02.000\n法\n2\n00:03.000 --> 00:04.000\n律\n'],
  ['with a block that is no cue', 'WEBVTT\n\n只有编号\n没有时间\n\n00:03.000 --> 00:04.000\n律\n'],
  ['with times that are none', 'WEBVTT\n\n00:99.000 --> 00:04.000\n坏\n\n00:03.000 --> 00:04.000\n律\n'],
  ['with a map of times', 'WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n\n00:01.000 --> 00:02.000\n法\n'],
]
const cuesOf = (sheet: CueSheet) => sheet.cues.map(({ startMs, endMs, text, settings }) => [startMs, endMs, settings, text])

describe('a WebVTT file', () => {
  test.each(FILES)('%s is written byte for byte as it was read', (_name, text) => expect(writeSheet(parseSheet(text))).toBe(text))

  it('is read cue by cue, comments and blocks left out', () => {
    expect(cuesOf(parseSheet(OWN))).toEqual([
      [...[1000, 3500, 'vertical:lr  line:5% position:10% align:start'], '<v 村长>ᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ ᠨᠠᠮ\u180eᠠ\u180b</v>\n ᠠ\u200dᠭᠠ\u3000'],
      [3500, 6000, 'region:stage direction:lr', 'A & B <i>斜</i> <script>'],
      [7000, 8000, '', '学法'],
    ])
  })

  const letter = fc.constantFrom(...'村法，Aa1 \t&<>-:.%"\u202f\u180e\u180b\u200d\u3000\u00a0\ufeffᠮᠣ𠮷')
  const line = fc.oneof(
    fc.array(letter, { maxLength: 8 }).map((letters) => letters.join('')),
    fc.constantFrom(
      '',
      '',
      'NOTE x',
      'NOTE',
      'STYLE',
      'REGION',
      '00:01.000 --> 00:02.000',
      '01:00:00.000-->01:00:02.5 vertical:lr  x:y',
      'a --> b',
    ),
  )
  it('whatever it holds is written byte for byte as it was read', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (lines, end, hasEnd) => {
        const text = ['WEBVTT', ...lines].join(end) + (hasEnd ? end : '')
        expect(writeSheet(parseSheet(text))).toBe(text)
      }),
      { numRuns: 500 },
    )
  })
  it('of which one cue is changed is otherwise what it was', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.nat(), (lines, which) => {
        const sheet = parseSheet(['WEBVTT', '', ...lines, '', '00:05.000 --> 00:06.000', '末', ''].join('\n'))
        const key = which % sheet.cues.length
        const again = parseSheet(writeSheet(changeCue(sheet, key, { text: '改 & <过>', endMs: 9_000_000 })))
        const wanted = cuesOf(sheet).map((cue, at) => (at === key ? [cue[0], 9_000_000, cue[2], '改 & <过>'] : cue))
        expect(cuesOf(again)).toEqual(wanted)
        expect(again.head.split('\n')[0]).toBe('WEBVTT')
      }),
      { numRuns: 300 },
    )
  })
})

describe('an edited file', () => {
  it('has a changed text under the times as they stood, and another time in the long form', () => {
    const sheet = parseSheet(OWN)
    const text = writeSheet(changeCue(sheet, 1, { text: 'A & B\n\n<script>alert(1)</script>\n' }))
    expect(text).toBe(OWN.replace('A &amp; B <i>斜</i> &lt;script&gt;', 'A &amp; B\n&lt;script&gt;alert(1)&lt;/script&gt;'))
    expect(writeSheet(changeCue(sheet, 1, { endMs: 6500 }))).toBe(
      OWN.replace('00:03.500   -->  00:06.000 region', '00:00:03.500 --> 00:00:06.500 region'),
    )
  })
  it('keeps the line ends of its file', () => {
    const file = OWN.replaceAll('\n', '\r\n')
    expect(writeSheet(changeCue(parseSheet(file), 2, { text: '用法\n守法' }))).toBe(file.replace('学法', '用法\r\n守法\r\n'))
  })
  it('has a cue more between its neighbours, apart from them', () => {
    const sheet = addCue(parseSheet('WEBVTT\n\n00:01.000 --> 00:02.000\n法\n\n00:09.000 --> 00:10.000\n律'), 0, false)
    expect(writeSheet(changeCue(sheet, 2, { text: '新' }))).toBe(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n法\n\n00:00:02.000 --> 00:00:04.000\n新\n\n00:09.000 --> 00:10.000\n律',
    )
    const last = addCue(sheet, 1, false)
    expect(writeSheet(changeCue(last, 3, { text: '末' })).endsWith('律\n\n00:00:10.000 --> 00:00:12.000\n末\n')).toBe(true)
  })
  it('keeps comments of what is deleted or put in order', () => {
    const removed = writeSheet(removeCue(parseSheet(OWN), 1))
    expect(removed).toContain('NOTE\n00:00 --> 这不是字幕')
    expect(removed).not.toContain('斜')
    const sheet = parseSheet(OWN)
    const sorted = writeSheet(sortCues(changeCue(sheet, 0, { startMs: 20_000, endMs: 21_000 })))
    expect(parseSheet(sorted).cues.map(({ startMs }) => startMs)).toEqual([3500, 7000, 20_000])
    for (const kept of ['NOTE 译者：这里要连写', 'STYLE\n::cue { color: red }', 'id:stage  width:40%']) expect(sorted).toContain(kept)
    expect(writeSheet(removeCue(removeCue(removeCue(parseSheet(OWN), 2), 1), 0))).toContain('NOTE\n00:00 --> 这不是字幕')
  })
  it('tells which cue lies at a line', () => {
    const sheet = parseSheet(OWN)
    const lineOf = (words: string): number => OWN.slice(0, OWN.indexOf(words)).split('\n').length
    expect([lineOf('开场'), lineOf('00:03.500   '), lineOf('学法')].map((at) => cueAtLine(sheet, at))).toEqual([0, 1, 2])
    expect(cueAtLine(sheet, 2)).toBeUndefined()
  })
  it('with 20,000 cues is read and written in a moment', () => {
    const cue = '00:00:01.000 --> 00:00:02.000\n学法用法\n\n'
    const text = `WEBVTT\n\n${cue.repeat(20_000)}`
    expect(writeSheet(parseSheet(text))).toBe(text)
  })
})
