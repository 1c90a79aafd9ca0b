import { describe, expect, it } from 'vitest'
import { refusals, taken } from './test-reading.ts'

const MONGOLIAN = `WEBVTT - 小司来了 第一集
Kind: subtitles

STYLE
::cue { font-family: "Noto Sans Mongolian" }
::cue(v[voice="村长"]) { color: #ff0 }

REGION
id:stage  width:40%
viewportanchor:10%,90%

NOTE 译者：这里的ᠶᠢᠨ要连写

开场
00:00:01.000 --> 00:00:03.500 vertical:lr  line:5% position:10% align:start
<v 村长>ᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ ᠨᠠᠮ\u180eᠠ\u180b</v>
 ᠠ\u200dᠭᠠ\u3000

00:03.500 --> 00:06.000 region:stage
A &amp; B <i>斜</i>
`

describe('a WebVTT file', () => {
  it('keeps settings, styles, regions, ids and text byte for byte', () => {
    const { file, notes } = taken(MONGOLIAN)
    expect(notes).toEqual([])
    expect(file).toEqual({
      blocks: [
        { kind: 'style', text: 'STYLE\n::cue { font-family: "Noto Sans Mongolian" }\n::cue(v[voice="村长"]) { color: #ff0 }' },
        { kind: 'region', text: 'REGION\nid:stage  width:40%\nviewportanchor:10%,90%' },
      ],
      cues: [
        {
          id: '开场',
          startMs: 1000,
          endMs: 3500,
          settings: 'vertical:lr  line:5% position:10% align:start',
          text: '<v 村长>ᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ ᠨᠠᠮ\u180eᠠ\u180b</v>\n ᠠ\u200dᠭᠠ\u3000',
        },
        { startMs: 3500, endMs: 6000, settings: 'region:stage', text: 'A &amp; B <i>斜</i>' },
      ],
    })
  })

  it.each(['\r\n', '\r'])('is the same with other line ends', (end) => {
    expect(taken(MONGOLIAN.replaceAll('\n', end))).toEqual(taken(MONGOLIAN))
  })

  it('may begin with empty lines and end without one', () => {
    expect(taken('\n\nWEBVTT\n\n00:01.000 --> 00:02.000\n法').file.cues).toHaveLength(1)
  })

  it('may have a cue right below its first line', () => {
    const { file, notes } = taken('WEBVTT\n00:01.000 --> 00:02.000\n法')
    expect([file.cues.length, notes]).toEqual([1, []])
  })

  it('keeps a setting that no player knows, and says so once', () => {
    const { file, notes } = taken('WEBVTT\n\n00:01.000 --> 00:02.000 direction:lr a:b\n法\n\n00:03.000 --> 00:04.000 c\n法\n')
    expect(file.cues.map(({ settings }) => settings)).toEqual(['direction:lr a:b', 'c'])
    expect(notes).toEqual(['3 cue-setting-unknown×3'])
  })

  it('loses the map of times of some other title, and styles that no player would see', () => {
    const { file, notes } = taken(
      'WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n\n00:01.000 --> 00:02.000\n法\n\nSTYLE\n::cue { color: red }\n\n00:03.000 --> 00:04.000\n律\n',
    )
    expect([file.blocks, file.cues.length, notes]).toEqual([[], 2, ['2 cue-map-replaced×1', '7 cue-block-late×1']])
  })

  it('has comments left out, cues in them too', () => {
    expect(taken('WEBVTT\n\nNOTE\n00:01.000 --> 00:02.000\n不要\n\nNOTE\tx\n\n00:03.000 --> 00:04.000\n律\n').file.cues).toEqual([
      { startMs: 3000, endMs: 4000, settings: '', text: '律' },
    ])
  })

  it('may lack an empty line between cues, as players see it', () => {
    const { file, notes } = taken('WEBVTT\n\n00:01.000 --> 00:02.000\n法\n2\n00:03.000 --> 00:04.000\n律\n')
    expect(file.cues.map(({ text }) => text)).toEqual(['法\n2', '律'])
    expect(notes).toEqual(['6 cue-blank-line-missing×1'])
  })

  it('loses an id that another cue has, since hls.js would show only the first of the two', () => {
    const { file, notes } = taken('WEBVTT\n\n甲\n00:01.000 --> 00:02.000\n法\n\n甲\n00:03.000 --> 00:04.000\n律\n')
    expect(file.cues.map(({ id }) => id)).toEqual(['甲', undefined])
    expect(notes).toEqual(['8 cue-id-repeated×1'])
  })

  it('in Mongolian without columns is taken as it is, with a note', () => {
    const { file, notes } = taken('WEBVTT\n\n00:01.000 --> 00:02.000 line:0\nᠮᠣᠩᠭᠣᠯ\n')
    expect([file.cues[0]?.settings, notes]).toEqual(['line:0', ['3 cue-mongolian-horizontal×1']])
  })

  it('is refused for each cue whose times are wrong, by line', () => {
    const text = `WEBVTT

00:99.000 --> 00:03.000
坏

只有编号
没有时间

00:03.000 --> 00:04.000
请看 --> 这里

STYLE
::cue { color: red } --> x
`
    expect(refusals(text)).toEqual(['3 cue-time-malformed', '6 cue-time-missing', '10 cue-time-malformed', '13 cue-time-malformed'])
  })
})
