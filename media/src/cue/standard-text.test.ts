import { describe, expect, it, test } from 'vitest'
import { refusals, taken } from './test-reading.ts'

// Words as Menksoft's tools write them, and what they are in Unicode.
const BOOK = '\ue2c1\ue27f\ue317\ue27e\ue2e8'
const BOOK_IN_UNICODE = 'ᠪᠢᠴᠢᠭ'
const COLUMNS = 'vertical:lr line:5% position:10% align:start'
const srt = (text: string): string => `1\n00:00:01,000 --> 00:00:02,000\n${text}\n`
const vtt = (text: string, settings = ''): string => `WEBVTT\n\n00:01.000 --> 00:02.000${settings}\n${text}\n`
const ass = (text: string): string => `[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,${text}\n`
const ttml = (text: string): string => `<tt><body><div><p begin="1s" end="2s">${text}</p></div></body></tt>`

describe('Mongolian in Menksoft’s code', () => {
  test.each([
    ['SRT', srt(BOOK), COLUMNS, ['2 cue-menksoft-converted×1', '2 cue-made-vertical×1']],
    ['ASS', ass(BOOK), COLUMNS, ['2 cue-menksoft-converted×1', '2 cue-made-vertical×1']],
    ['WebVTT', vtt(BOOK, ' vertical:lr  line:9%'), 'vertical:lr  line:9%', ['3 cue-menksoft-converted×1']],
    ['WebVTT in lines', vtt(BOOK), '', ['3 cue-menksoft-converted×1', '3 cue-mongolian-horizontal×1']],
    ['TTML', ttml(BOOK), '', ['1 cue-menksoft-converted×1', '1 cue-mongolian-horizontal×1']],
    ['TTML by references', ttml('&#xe2c1;&#xe27f;&#xe317;&#xe27e;&#xe2e8;'), '', undefined],
  ])('of %s becomes Unicode, in the columns that it would have had', (_, text, settings, expected) => {
    const { file, notes } = taken(text)
    expect(file.cues).toEqual([{ startMs: 1000, endMs: 2000, settings, text: BOOK_IN_UNICODE }])
    if (expected !== undefined) expect(notes).toEqual(expected)
  })

  test.each([
    [`<i>${BOOK}</i>\n${BOOK} &amp; 书`, `<i>${BOOK_IN_UNICODE}</i>\n${BOOK_IN_UNICODE} &amp; 书`],
    [`<v ${BOOK}>${BOOK}</v>`, `<v ${BOOK}>${BOOK_IN_UNICODE}</v>`],
    [`<00:01.500>${BOOK} <c.${BOOK}>书</c>`, `<00:01.500>${BOOK_IN_UNICODE} <c.${BOOK}>书</c>`],
    // Punctuation and digits are of the same code.
    [`${BOOK}\ue237 \ue245`, `${BOOK_IN_UNICODE}᠃ ᠑`],
    ['\u202fᠶᠢᠨ ᠨᠠᠮ\u180eᠠ\u180b\u3000', '\u202fᠶᠢᠨ ᠨᠠᠮ\u180eᠠ\u180b\u3000'],
  ])('leaves tags and all other text of %j as they are', (written, text) =>
    expect(taken(vtt(written, ' vertical:lr')).file.cues[0]?.text).toBe(text),
  )

  it('is told of once, with the first line and how many cues it is about', () => {
    expect(taken(`${srt('书')}\n${srt(BOOK)}\n${srt('书')}\n${srt(BOOK)}`).notes).toContain('6 cue-menksoft-converted×2')
  })

  it('leaves ids, styles and regions of its file as they are', () => {
    const blocks = [`STYLE\n::cue(v[voice="${BOOK}"]) { color: red }`, `REGION\nid:${BOOK}`]
    const { file } = taken(`WEBVTT\n\n${blocks.join('\n\n')}\n\n${BOOK}\n00:01.000 --> 00:02.000 vertical:lr region:${BOOK}\n${BOOK}\n`)
    expect(file).toEqual({
      blocks: [
        { kind: 'style', text: blocks[0] },
        { kind: 'region', text: blocks[1] },
      ],
      cues: [{ id: BOOK, startMs: 1000, endMs: 2000, settings: `vertical:lr region:${BOOK}`, text: BOOK_IN_UNICODE }],
    })
  })
})

describe('text that some other font alone can draw', () => {
  test.each([
    ['SRT', srt('书\ue000'), ['2 cue-private-use']],
    ['ASS', ass('\u{10fffd}'), ['2 cue-private-use']],
    ['WebVTT', vtt('\uf8ff'), ['3 cue-private-use']],
    ['TTML', ttml('&#xe233;'), ['1 cue-private-use']],
    ['a file that has both', srt(`${BOOK} \ue350`), ['2 cue-private-use']],
  ])('is refused with its line, as in titles: %s', (_, text, expected) => expect(refusals(text)).toEqual(expected))

  it('may stand where nothing is drawn of it', () => {
    expect(taken(vtt('<v \ue000>书')).file.cues[0]?.text).toBe('<v \ue000>书')
  })

  it('stays in a file that was taken before it was refused', () => {
    const { file, notes } = taken(srt(`${BOOK} \ue350`), { wasTaken: true })
    expect(file.cues[0]?.text).toBe(`${BOOK_IN_UNICODE} \ue350`)
    expect(notes).toContain('2 cue-menksoft-converted×1')
  })
})
