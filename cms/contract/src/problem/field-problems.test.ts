import { describe, expect, it } from 'vitest'
import { programmeCreateSchema } from '../catalog/programme.ts'
import { fieldProblems } from './field-problems.ts'

const problemsOf = (input: unknown) => {
  const { error } = programmeCreateSchema.safeParse(input)
  return error === undefined ? [] : fieldProblems(error, input).map((one) => [one.path, one.code, one.params])
}
const good = { kind: 'lecture', title: { 'zh-Hans': '题' } }

describe('what is wrong with a field', () => {
  it.each([
    [good, []],
    [
      {},
      [
        ['kind', 'required', undefined],
        ['title', 'required', undefined],
      ],
    ],
    [[], [['', 'invalid', undefined]]],
    [{ ...good, kind: 'opera' }, [['kind', 'invalid', undefined]]],
    [{ ...good, title: null }, [['title', 'invalid', undefined]]],
    [{ ...good, colour: 1 }, [['colour', 'unknown-field', undefined]]],
    [{ ...good, title: { en: 'x' } }, [['title.en', 'unknown-field', undefined]]],
    [{ ...good, title: { 'zh-Hans': 'x'.repeat(4001) } }, [['title.zh-Hans', 'too-long', { max: 4000 }]]],
    [{ ...good, laws: [{ lawId: 'civil' }] }, [['laws.0.article', 'required', undefined]]],
    [{ ...good, laws: Array.from({ length: 51 }, () => ({ lawId: 'civil', article: '一' })) }, [['laws', 'too-big', { max: 50 }]]],
    [
      { ...good, episodeOf: { seriesId: 'xiaosi', season: 0, episode: 1.5 } },
      [
        ['episodeOf.season', 'too-small', { min: 1 }],
        ['episodeOf.episode', 'invalid', undefined],
      ],
    ],
  ])('of %j', (input, expected) => expect(problemsOf(input)).toEqual(expected))
})
