import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Cue, CueFile } from './cue-file.ts'
import { createCueReport } from './cue-report.ts'
import { readCueFile } from './read-cue-file.ts'
import { utf8 } from './test-bytes.ts'
import { readWebVtt } from './webvtt-reader.ts'
import { mpegtsOfDelay, writeWebVtt } from './webvtt-writer.ts'

const FILE: CueFile = {
  blocks: [{ kind: 'style', text: 'STYLE\n::cue { color: red }' }],
  cues: [
    { id: '1', startMs: 1000, endMs: 3500, settings: 'vertical:lr  line:5%', text: 'ᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ\n ᠨᠠᠮ\u180eᠠ' },
    { startMs: 3_600_000, endMs: 3_601_500, settings: '', text: '法' },
  ],
}

describe('WebVTT is written', () => {
  it('with its map of times right below the first line', () => {
    expect(writeWebVtt(FILE, { mpegts: mpegtsOfDelay(2 / 25) })).toBe(`WEBVTT
X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:7200

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:03.500 vertical:lr  line:5%
ᠬᠠᠤᠯᠢ\u202fᠶᠢᠨ
 ᠨᠠᠮ\u180eᠠ

01:00:00.000 --> 01:00:01.500
法
`)
  })

  test.each([
    [2 / 25, 7200],
    [2002 / 30_000, 6006],
    [2002 / 24_000, 7508],
    [0, 0],
  ])('a delay of %s s is tick %s', (seconds, ticks) => expect(mpegtsOfDelay(seconds)).toBe(ticks))

  test.each([
    [500, ['00:00:01.500 --> 00:00:04.000 vertical:lr  line:5%', '01:00:00.500 --> 01:00:02.000']],
    [-2000, ['00:00:00.000 --> 00:00:01.500 vertical:lr  line:5%', '00:59:58.000 --> 00:59:59.500']],
    [-3500, ['00:59:56.500 --> 00:59:58.000']],
  ])('%s ms later, without what would be over before the title begins', (offsetMs, lines) => {
    const written = writeWebVtt(FILE, { mpegts: 0, offsetMs }).split('\n')
    expect(written.filter((line) => line.includes('-->'))).toEqual(lines)
  })

  test.each([-1, 0.5, Number.NaN])('never with a tick of %s', (mpegts) => expect(() => writeWebVtt(FILE, { mpegts })).toThrow(RangeError))
})

/** Letters, spaces and marks that files of this house really have, and what is special to the format. */
const letter = fc.constantFrom(...'村法，Aa1 \t&<>-:.%"\u202f\u180e\u180b\u200d\u3000\u00a0\u2028\ufeffᠮᠣ𠮷')
const line = fc.array(letter, { minLength: 1, maxLength: 12 }).map((letters) => letters.join(''))
const textLine = line.filter((text) => !text.includes('-->'))
const idLine = textLine.filter((text) => !/^(?:NOTE|STYLE|REGION)/.test(text))
const settings = fc.oneof(
  fc.constantFrom('', 'vertical:lr', 'vertical:rl line:0', 'line:5%  position:10%,line-left\talign:start', 'size:40% region:stage '),
  line.map((text) => `x${text}`),
)
const cue = fc
  .record({
    id: fc.option(idLine, { nil: undefined }),
    startMs: fc.nat({ max: 30_000_000 }),
    lengthMs: fc.integer({ min: 1, max: 10_000 }),
    settings,
    // A cue without a word is left out, whatever its tags.
    text: fc.array(textLine, { maxLength: 3 }).map((lines) => ['字', ...lines].join('\n')),
  })
  .map(({ id, startMs, lengthMs, ...rest }): Cue => ({ ...(id === undefined ? {} : { id }), startMs, endMs: startMs + lengthMs, ...rest }))
const blocks = fc.array(
  fc
    .record({ kind: fc.constantFrom('style' as const, 'region' as const), body: fc.array(textLine, { maxLength: 3 }) })
    .map(({ kind, body }) => ({
      kind,
      text: [kind === 'style' ? 'STYLE' : 'REGION', ...body].join('\n'),
    })),
  { maxLength: 3 },
)
const cueFile = fc
  .record({ blocks, cues: fc.uniqueArray(cue, { minLength: 1, maxLength: 12, selector: ({ id }) => id ?? {} }) })
  .map((file) => ({
    ...file,
    cues: file.cues.toSorted((a, b) => a.startMs - b.startMs),
  }))

describe('whatever a cue file holds', () => {
  it('comes back from what was written, settings and order included', () => {
    fc.assert(
      fc.property(cueFile, fc.constantFrom('\n', '\r\n', '\r'), (file, end) => {
        const outcome = readCueFile(utf8(writeWebVtt(file, { mpegts: 7200 }).replaceAll('\n', end)))
        expect(outcome).toMatchObject({ kind: 'cues', file })
        if (outcome.kind === 'cues') expect(outcome.file).toEqual(file)
      }),
      { numRuns: 300 },
    )
  })

  it('is written the same from what was read', () => {
    fc.assert(
      fc.property(cueFile, (file) => {
        const written = writeWebVtt(file, { mpegts: 7200 })
        const report = createCueReport()
        expect(writeWebVtt(readWebVtt(written.split('\n'), report), { mpegts: 7200 })).toBe(written)
        expect(report.hasProblems()).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  it('out of order is put in order; cues of one time stay as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 30 }), (starts) => {
        const cues = starts.map((start, at): Cue => ({ startMs: start * 1000, endMs: 9000, settings: '', text: `第${at}条` }))
        const outcome = readCueFile(utf8(writeWebVtt({ blocks: [], cues }, { mpegts: 0 })))
        const isSorted = starts.every((start, at) => at === 0 || start >= (starts[at - 1] ?? 0))
        expect(outcome).toMatchObject({ kind: 'cues', file: { cues: cues.toSorted((a, b) => a.startMs - b.startMs) } })
        const noted = outcome.kind === 'cues' && outcome.notes.some(({ code }) => code === 'cue-out-of-order')
        expect(noted).toBe(!isSorted)
      }),
      { numRuns: 100 },
    )
  })
})
