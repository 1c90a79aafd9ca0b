import { describe, expect, it, test } from 'vitest'
import { refusals, taken } from './test-reading.ts'

const NAMES =
  'xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:tts="http://www.w3.org/ns/ttml#styling" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="zh-Hans"'
const tt = (body: string, head = '', parameters = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<tt ${NAMES} ${parameters}>\n<head>${head}</head>\n${body.startsWith('<body') ? body : `<body><div>\n${body}\n</div></body>`}\n</tt>`
const times = (text: string, titleMs?: number): number[][] =>
  taken(text, titleMs === undefined ? {} : { titleMs }).file.cues.map(({ startMs, endMs }) => [startMs, endMs])
const settings = (region: string, parameters = ''): string | undefined =>
  taken(tt('<p region="r" begin="1s" end="2s">法</p>', `<layout>${region}</layout>`, parameters)).file.cues[0]?.settings

describe('a TTML document', () => {
  it('gives its paragraphs with their ids, lines and emphasis', () => {
    const { file, notes } = taken(
      tt(
        `<metadata><ttm:desc>不是字幕</ttm:desc></metadata>
<p xml:id="p1" begin="00:00:01.000" end="00:00:03.500">
  村里的水渠，
  该<span style="s2">谁</span>来修？<br/>
  ——大家&amp;<span tts:fontWeight="bold"> 一起 <span tts:textDecoration="underline">修</span></span>&#xFF01; <!-- 好 -->
</p>
<p begin="4s" dur="1s"><![CDATA[a < b]]></p>`,
        '<styling><style xml:id="s1" tts:fontStyle="italic"/><style xml:id="s2" style="s1 nobody" tts:color="red"/></styling>',
      ),
    )
    expect(notes).toEqual([])
    expect(file.cues).toEqual([
      {
        id: 'p1',
        startMs: 1000,
        endMs: 3500,
        settings: '',
        text: '村里的水渠， 该<i>谁</i>来修？\n——大家&amp;<b> 一起 </b><b><u>修</u></b>！',
      },
      { startMs: 4000, endMs: 5000, settings: '', text: 'a &lt; b' },
    ])
  })

  it('keeps every mark of Mongolian words, in columns from left to right', () => {
    const { file, notes } = taken(
      tt(
        '<p region="r" begin="1s" end="2s">\n \u202fᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ ᠨᠠᠮ\u180eᠠ\u180b\u202f\n</p>',
        '<layout><region xml:id="r" tts:origin="5% 10%" tts:extent="20% 80%" tts:writingMode="tblr"/></layout>',
      ),
    )
    expect(file.cues).toEqual([
      {
        startMs: 1000,
        endMs: 2000,
        settings: 'vertical:lr line:5% position:10% align:start size:80%',
        text: '\u202fᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ ᠨᠠᠮ\u180eᠠ\u180b\u202f',
      },
    ])
    expect(notes).toEqual([])
  })

  test.each([
    ['begin="00:00:01" end="00:00:02.5"', '', [[1000, 2500]]],
    ['begin="00:00:01:12" end="00:00:02:00.1"', 'ttp:frameRate="25" ttp:subFrameRate="2"', [[1480, 2020]]],
    ['begin="30f" end="60f"', 'ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"', [[1001, 2002]]],
    ['begin="30f" end="60f"', 'ttp:frameRate="30" ttp:frameRateMultiplier="x"', [[1000, 2000]]],
    ['begin="10000000t" end="25000000t"', 'ttp:tickRate="10000000"', [[1000, 2500]]],
    ['begin="25t" end="50t"', 'ttp:frameRate="25"', [[1000, 2000]]],
    ['begin="1t" dur="2t"', 'ttp:frameRate="0"', [[1000, 3000]]],
    ['begin="0.5m" dur="0.001h"', '', [[30_000, 33_600]]],
    ['begin="1500ms" dur="2s" end="3s"', '', [[1500, 3000]]],
    ['dur="2s"', '', [[0, 2000]]],
    ['begin="100:00:00.000" end="100:00:01.000"', '', [[360_000_000, 360_001_000]]],
  ])('with %s lasts %s %j', (attributes, parameters, expected) =>
    expect(times(tt(`<p ${attributes}>法</p>`, '', parameters))).toEqual(expected),
  )

  test.each([
    [
      'children count from their parents',
      '<body begin="10s"><div begin="1s"><p begin="1s" end="2s">法</p></div></body>',
      [[12_000, 13_000]],
    ],
    [
      'children end with their parents',
      '<body><div begin="1s" end="3s"><p begin="1s" end="9s">法</p><p>律</p></div></body>',
      [
        [2000, 3000],
        [1000, 3000],
      ].toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
    ],
    [
      'a sequence',
      '<body><div timeContainer="seq"><p dur="1s">法</p><p begin="1s" dur="2s">律</p><p end="1s">师</p></div></body>',
      [
        [0, 1000],
        [2000, 4000],
        [4000, 5000],
      ],
    ],
    [
      'a sequence of parallel groups',
      '<body timeContainer="seq"><div><p begin="1s" end="2s">法</p><p begin="0s" end="3s">律</p></div><div><p dur="1s">师</p></div></body>',
      [
        [0, 3000],
        [1000, 2000],
        [3000, 4000],
      ],
    ],
    [
      'spans with times of their own',
      '<body><div><p begin="1s" end="9s"><span begin="0s" end="1s">法</span> <span begin="1s">律</span></p></div></body>',
      [
        [1000, 2000],
        [2000, 9000],
      ],
    ],
  ])('%s', (_, body, expected) => expect(times(tt(body))).toEqual(expected))

  it('is ended by the title where it says no end, if the title is known', () => {
    const text = tt('<p begin="1s">法</p>')
    expect(times(text, 5000)).toEqual([[1000, 5000]])
    expect(refusals(text)).toEqual(['5 cue-end-missing'])
  })

  test.each([
    ['<region xml:id="r" tts:origin="0% 80%" tts:extent="100% 20%" tts:displayAlign="after" tts:textAlign="center"/>', '', ''],
    ['<region xml:id="r" tts:origin="10% 10%" tts:extent="80% 20%" tts:textAlign="center"/>', '', 'line:10% size:80%'],
    [
      '<region xml:id="r" tts:origin="10% 10%" tts:extent="40% 40%" tts:displayAlign="after" tts:textAlign="center"/>',
      '',
      'line:40% position:30% size:40%',
    ],
    [
      '<region xml:id="r" tts:origin="10% 10%" tts:extent="40% 40%" tts:displayAlign="center" tts:textAlign="right"/>',
      '',
      'line:30% position:50% align:right size:40%',
    ],
    [
      '<region xml:id="r"><style tts:origin="192px 108px"/><style tts:extent="960px 540px"/></region>',
      'tts:extent="1920px 1080px"',
      'line:10% position:10% align:start size:50%',
    ],
    [
      '<region xml:id="r" tts:origin="4c 3c" tts:extent="20c 3c"/>',
      'ttp:cellResolution="40 30"',
      'line:10% position:10% align:start size:50%',
    ],
    ['<region xml:id="r" tts:origin="auto" tts:textAlign="left"/>', '', 'line:10% position:5% align:left size:90%'],
    ['<region xml:id="r" tts:writingMode="tbrl"/>', '', 'vertical:rl line:80% position:10% align:start size:80%'],
    [
      '<region xml:id="r" tts:writingMode="tb" tts:displayAlign="after" tts:textAlign="end"/>',
      '',
      'vertical:rl line:5% position:90% align:end size:80%',
    ],
    ['<region xml:id="r" tts:writingMode="tblr" tts:displayAlign="center" tts:textAlign="center"/>', '', 'vertical:lr line:50% size:80%'],
    ['<region xml:id="r" tts:color="red"/>', '', ''],
    ['<region tts:origin="1% 1%"/>', '', ''],
  ])('with %s %s is at %j', (region, parameters, expected) => expect(settings(region, parameters)).toBe(expected))

  it('hands its region, style and space down', () => {
    const { file } = taken(
      tt(
        '<body region="r" tts:fontStyle="oblique" tts:textDecoration="lineThrough"><div xml:space="preserve"><p begin="1s" end="2s">  a\n b </p><p xml:space="default" tts:fontStyle="normal" begin="3s" end="4s">  a\n b </p></div></body>',
        '<layout><region xml:id="r" tts:origin="0% 0%" tts:extent="100% 100%" tts:textAlign="center"/></layout>',
      ),
    )
    expect(file.cues.map(({ settings: own, text }) => [own, text])).toEqual([
      ['line:0%', '<i>  a\n b </i>'],
      ['line:0%', 'a b'],
    ])
  })

  test.each([
    ['the drafts’ namespace', '<tt xmlns="http://www.w3.org/2006/10/ttaf1"><body><div><p begin="1s" end="2s">法</p></div></body></tt>'],
    ['no namespace', '<tt><body><div><p begin="1s" end="2s">法</p></div></body></tt>'],
    ['a prefix', '<x:tt xmlns:x="http://www.w3.org/ns/ttml"><x:body><x:div><x:p begin="1s" end="2s">法</x:p></x:div></x:body></x:tt>'],
  ])('may be written with %s', (_, text) => expect(taken(text).file.cues[0]?.text).toBe('法'))

  it('passes over what belongs to other languages', () => {
    const text = tt('<p begin="1s" end="2s">法<x:p xmlns:x="urn:x"><p begin="1s" end="2s">不</p></x:p></p>')
    expect(taken(text).file.cues).toEqual([{ startMs: 1000, endMs: 2000, settings: '', text: '法' }])
  })

  test.each([
    [
      'times that are none',
      tt('<p begin="1,5s" end="2s">法</p>\n<p begin="00:61:00" end="x">律</p>'),
      ['5 cue-time-malformed', '6 cue-time-malformed'],
    ],
    ['no times', tt('<p>法</p>'), ['5 cue-time-missing']],
    ['a tag that nothing closes', tt('<p begin="1s" end="2s">法'), ['6 cue-xml-malformed']],
    [
      'an entity of its own',
      '<!DOCTYPE tt [<!ENTITY a "aaaa">]>\n<tt><body><div><p begin="1s" end="2s">&a;</p></div></body></tt>',
      ['1 cue-xml-with-dtd'],
    ],
    ['an entity of nobody', tt('<p begin="1s" end="2s">&nbsp;</p>'), ['5 cue-xml-malformed']],
    ['depth', tt(`<p begin="1s" end="2s">${'<span>'.repeat(70)}`), ['5 cue-xml-too-deep']],
    ['a page of the web', '<!DOCTYPE html>\n<html></html>', ['1 cue-format-unknown']],
    ['XML of another kind', '<?xml version="1.0"?>\n<rss/>', ['2 cue-format-unknown']],
    ['nothing in it', tt(''), ['0 cue-file-empty']],
  ])('is refused for %s', (_, text, expected) => expect(refusals(text)).toEqual(expected))
})
