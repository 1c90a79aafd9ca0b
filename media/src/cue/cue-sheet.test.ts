import { describe, expect, it, test } from 'vitest'
import { cueFieldProblems } from './cue-problem.ts'
import { checkSheet, inUnicode, sheetOfFile } from './cue-sheet.ts'
import { hex, joined, utf8 } from './test-bytes.ts'

// As Menksoft's tools write it, and in Unicode.
const BOOK = '\ue2c1\ue27f\ue317\ue27e\ue2e8'
const BOOK_IN_UNICODE = 'ᠪᠢᠴᠢᠭ'
const OWN = `WEBVTT - 小司来了\r\nKind: subtitles\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\nNOTE 译者：请核对\r\n\r\n开场\r\n00:01.000   -->  00:03.500 vertical:lr  line:5%\r\n<v 村长>ᠬᠠᠤᠯᠢ</v>\r\n\r\nSTYLE\r\n::cue { color: blue }\r\n`

const textOf = (bytes: Uint8Array): string => {
  const sheet = sheetOfFile(bytes)
  if (sheet.kind === 'refused') throw new Error(JSON.stringify(sheet.problems))
  return sheet.text
}

describe('a file to be edited', () => {
  it('is WebVTT byte for byte: its comments, line ends, styles that come too late, and its mark', () => {
    expect(textOf(utf8(OWN))).toBe(OWN)
    expect(textOf(joined(hex('efbbbf'), utf8(OWN)))).toBe(`\ufeff${OWN}`)
  })

  test.each([
    ['SRT', '1\n00:00:04,000 --> 00:00:05,500\n{\\an8}学法\n', 'WEBVTT\n\n00:00:04.000 --> 00:00:05.500 line:0\n学法\n'],
    [
      'TTML',
      '<tt><body><div><p begin="1s" end="2s">A &amp; B</p></div></body></tt>',
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nA &amp; B\n',
    ],
  ])('of %s is what is published of it', (_, file, text) => expect(textOf(utf8(file))).toBe(text))

  it('has Mongolian of Menksoft’s code in Unicode, in the texts of cues and nowhere else', () => {
    const written = `WEBVTT\n\nNOTE ${BOOK}\n\n${BOOK}\n00:01.000 --> 00:02.000\n<v ${BOOK}>${BOOK}</v>\n${BOOK}\n`
    const standard = `WEBVTT\n\nNOTE ${BOOK}\n\n${BOOK}\n00:01.000 --> 00:02.000\n<v ${BOOK}>${BOOK_IN_UNICODE}</v>\n${BOOK_IN_UNICODE}\n`
    expect(textOf(utf8(written))).toBe(standard)
    expect(inUnicode(standard)).toBe(standard)
  })

  it('is not there for a file that cannot be read', () => expect(sheetOfFile(utf8('第一条')).kind).toBe('refused'))
})

describe('an edited file', () => {
  const problems = (text: string, titleMs?: number) => {
    const checked = checkSheet(text, titleMs === undefined ? {} : { titleMs }, utf8)
    return checked.kind === 'refused' ? cueFieldProblems(checked.problems) : checked
  }
  it('is checked as an upload is, by line', () => {
    expect(problems('WEBVTT\n\n00:05.000 --> 00:04.000\n律\n')).toEqual([
      { path: 'line 3', code: 'cue-end-before-start', params: { line: 3 } },
    ])
    expect(problems('WEBVTT\n\n00:05.000 --> 00:06.000\n律\n', 4000)).toMatchObject([{ code: 'cue-outside-title' }])
    expect(problems('WEBVTT\n\n00:05.000 --> 00:06.000\n\uf8ff\n')).toMatchObject([{ code: 'cue-private-use' }])
  })
  it('must be WebVTT', () => expect(problems('1\n00:00:01,000 --> 00:00:02,000\n法\n')).toMatchObject([{ code: 'cue-format-unknown' }]))
  it('is kept in Unicode, and says what was turned', () => {
    expect(problems(`WEBVTT\n\n00:05.000 --> 00:06.000 vertical:lr\n${BOOK}\n`)).toMatchObject({
      text: `WEBVTT\n\n00:05.000 --> 00:06.000 vertical:lr\n${BOOK_IN_UNICODE}\n`,
      notes: [{ code: 'cue-menksoft-converted', count: 1 }],
    })
  })
  it('is otherwise kept as it is written', () => expect(problems(OWN)).toMatchObject({ text: OWN }))
})
