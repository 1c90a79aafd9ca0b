import { expect, it } from 'vitest'
import { PROBLEMS, type ProblemName, problemName, problemType } from './problem-types.ts'

it('finds every problem again by its type, with or without an origin', () => {
  for (const name of Object.keys(PROBLEMS) as ProblemName[]) {
    // keys of the table itself
    expect(problemName(problemType(name))).toBe(name)
    expect(problemName(`https://example.cn${problemType(name)}`)).toBe(name)
  }
})

it('knows nothing of other people’s types', () => {
  expect(problemName('about:blank')).toBeUndefined()
  expect(problemName('/problems/of-another-house')).toBeUndefined()
})
