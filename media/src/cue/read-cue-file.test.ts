import { writeClock } from '@ulan/contract/cue-times'
import { describe, expect, it, test } from 'vitest'
import { LONGEST_BLOCK, LONGEST_TEXT, MOST_BYTES, MOST_CUES } from './cue-file.ts'
import { cueFieldProblems } from './cue-problem.ts'
import { readCueFile } from './read-cue-file.ts'
import { hex, joined, utf8 } from './test-bytes.ts'
import { refusals, taken } from './test-reading.ts'

const vtt = (...cues: readonly string[]): string => `WEBVTT\n\n${cues.join('\n\n')}\n`
const GOOD = '00:01.000 --> 00:02.000\n法'

describe('bad cue files', () => {
  const tooLong = '法'.repeat(LONGEST_TEXT + 1)
  test.each<[string, Uint8Array | string, readonly string[]]>([
    ['nothing at all', '', ['0 cue-file-empty']],
    ['blanks', ' \n\t\r\n', ['0 cue-file-empty']],
    ['a header alone', 'WEBVTT\n', ['0 cue-file-empty']],
    ['cues without words', vtt('00:01.000 --> 00:02.000', '00:03.000 --> 00:04.000\n<i> </i>'), ['0 cue-file-empty']],
    ['more bytes than any cue file has', new Uint8Array(MOST_BYTES + 1), ['0 cue-file-too-big']],
    ['a film', joined(hex('00000018667479706d703432'), new Uint8Array(2000)), ['1 cue-file-not-text']],
    ['a document in a packed format', joined(hex('504b0304140006000800'), new Uint8Array(99)), ['1 cue-file-not-text']],
    ['Big5', joined(utf8('1\n00:00:01,000 --> 00:00:02,000\n'), hex('a7f8b8ccaabaa4f4b4ebb8d3bdd6a8d3add7')), ['3 cue-file-not-text']],
    ['UTF-8 that was cut', joined(utf8(vtt(GOOD)), hex('e69d')), ['5 cue-file-not-text']],
    ['a table', '序号,开始,结束,文字\n1,00:00:01,00:00:02,法\n', ['0 cue-format-unknown']],
    ['a script of a play', '第一场\n村长：水渠该谁来修？\n', ['0 cue-format-unknown']],
    ['a header in small letters', 'webvtt\n\n00:01.000 --> 00:02.000\n法\n', ['1 cue-time-missing']],
    ['an end before its start', vtt(GOOD, '00:05.000 --> 00:04.000\n律'), ['6 cue-end-before-start']],
    ['times of some other writing', vtt('１：００ --> ２：００\n法'), ['3 cue-time-malformed']],
    ['a text as long as a chapter', vtt(`00:01.000 --> 00:02.000\n${tooLong}`), ['3 cue-text-too-long']],
    ['an id as long as a chapter', vtt(`${tooLong}\n${GOOD}`), ['4 cue-text-too-long']],
    ['settings as long as a chapter', vtt(`00:01.000 --> 00:02.000 ${tooLong}\n法`), ['3 cue-text-too-long']],
    ['a style sheet as long as a book', vtt(`STYLE\n${'x'.repeat(LONGEST_BLOCK)}`, GOOD), ['0 cue-text-too-long']],
    ['more cues than any title has', `WEBVTT\n\n${`${GOOD}\n\n`.repeat(MOST_CUES + 2)}`, [`${3 + 3 * MOST_CUES} too-many-cues`]],
  ])('%s: %#', (_, file, expected) => expect(refusals(file)).toEqual(expected))

  it('name twenty problems by line, and how many more there are', () => {
    const text = vtt(...Array.from({ length: 25 }, () => '00:02.000 --> 00:01.000\n法'), '00:99.000 --> 00:01.000\n法')
    const outcome = readCueFile(utf8(text))
    if (outcome.kind === 'cues') throw new Error('taken')
    expect(outcome.problems).toHaveLength(21)
    expect(outcome.problems.map(({ line }) => line).slice(0, 3)).toEqual([3, 6, 9])
    expect(outcome.problems.at(-1)).toEqual({ line: 0, code: 'more-cue-problems', params: { count: 6 } })
  })

  it('are told in the contract’s words', () => {
    const outcome = readCueFile(utf8(vtt(`00:01.000 --> 00:02.000\n${tooLong}`)))
    expect(outcome.kind === 'refused' && cueFieldProblems(outcome.problems)).toEqual([
      { path: 'line 3', code: 'cue-text-too-long', params: { line: 3, max: LONGEST_TEXT } },
    ])
    expect(cueFieldProblems([{ line: 0, code: 'cue-file-empty' }])).toEqual([{ path: '', code: 'cue-file-empty', params: { line: 0 } }])
    expect(cueFieldProblems([{ line: 2, code: 'cue-out-of-order', count: 3 }])).toEqual([
      { path: 'line 2', code: 'cue-out-of-order', params: { line: 2, count: 3 } },
    ])
  })
})

describe('a cue file', () => {
  it('is known by its content, whatever it is called', () => {
    const formats = [
      vtt(GOOD),
      `1\n${GOOD}`,
      '[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,法\n',
      '<tt><body><div><p begin="1s" end="2s">法</p></div></body></tt>',
    ].map((text) => {
      const outcome = readCueFile(utf8(text))
      return outcome.kind === 'cues' ? [outcome.format, outcome.file.cues] : outcome
    })
    const cues = [{ startMs: 1000, endMs: 2000, settings: '', text: '法' }]
    expect(formats).toEqual(['webvtt', 'srt', 'ass', 'ttml'].map((format) => [format, cues]))
  })

  it('with 500 cues out of order is put in order and noted once', () => {
    const start = (at: number): number => ((at * 7919) % 500) * 1000
    const cues = Array.from({ length: 500 }, (_, at) => `${writeClock(start(at))} --> ${writeClock(start(at) + 900)}\n第${at}条`)
    const { file, notes } = taken(vtt(...cues))
    expect(file.cues.map(({ startMs }) => startMs)).toEqual(Array.from({ length: 500 }, (_, at) => at * 1000))
    expect(notes).toEqual([expect.stringMatching(/^\d+ cue-out-of-order×\d+$/)])
  })

  it('may have cues that overlap', () => {
    expect(taken(vtt('00:01.000 --> 00:09.000\n法', '00:02.000 --> 00:03.000\n律')).notes).toEqual([])
  })

  it('has cues left out that no player would show', () => {
    const { file, notes } = taken(vtt(GOOD, '00:02.000 --> 00:03.000', '00:04.000 --> 00:04.000\n律'))
    expect([file.cues.length, notes]).toEqual([1, ['6 cue-text-missing×1', '8 cue-never-shown×1']])
  })

  it('in GBK is taken with a note', () => {
    const bytes = joined(utf8('1\r\n00:00:01,000 --> 00:00:02,000\r\n'), hex('b4e5c0efb5c4cbaec7feb8c3cbadc0b4d0dea3bf'), utf8('\r\n'))
    expect(readCueFile(bytes)).toEqual({
      kind: 'cues',
      format: 'srt',
      file: { blocks: [], cues: [{ startMs: 1000, endMs: 2000, settings: '', text: '村里的水渠该谁来修？' }] },
      notes: [{ line: 1, code: 'cue-encoding-converted', count: 1 }],
    })
  })

  test.each([
    [60_000, []],
    [3000, ['6 cue-outside-title']],
    [3001, ['taken with 2 cues']],
  ])('of a title of %s ms must begin within it', (titleMs, expected) => {
    const text = vtt(GOOD, '00:03.000 --> 00:09.000\n完')
    expect(refusals(text, { titleMs })).toEqual(expected.length === 0 ? ['taken with 2 cues'] : expected)
  })
})
