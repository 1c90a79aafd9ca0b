import fc from 'fast-check'

/** Beyond 16 KiB of head Node refuses a request before anybody of ours sees it. */
export const LONGEST_URL = 15_000

const KNOWN = ['song', 'xiaosi', 'quiz-one', 'q-one', 'clip-song', 'haolaibao', 'performance', 'zh-Hans', 'mn-Mong', '152502', 'tv', 'b']
const NASTY = ['', ' ', '..', '%00', '\u0000', '$where', '__proto__', 'constructor', '题'.repeat(1200), '\ud800', '-1', '1e999', 'null']
const word: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...KNOWN) },
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary' }),
)
/** Without what makes the address of another route. */
export const id: fc.Arbitrary<string> = word.filter((one) => !['', '.', '..'].includes(one))
const FIELDS = [
  'rev',
  'kind',
  'title',
  'synopsis',
  'assetId',
  'quizId',
  'laws',
  'answers',
  'id',
  'programmeId',
  'uploadId',
  'sha256',
  'zh-Hans',
  '__proto__',
  '$ne',
]
/** Any JSON, of names that mean something here more often than not. */
export const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  leaf: fc.oneof(word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.date({ noInvalidDate: true }).map(String)),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), word), tie('tree'), { maxKeys: 6 }),
  ),
})).tree
export const query: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.oneof(fc.constantFrom('locale', 'device', 'kind', 'region', 'status', 'page'), word),
  word,
  { maxKeys: 4 },
)
