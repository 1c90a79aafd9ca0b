import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scoreAttempt } from './score-attempt.ts'

const questions = [
  { id: 'q1', correctOptionId: 'A' },
  { id: 'q2', correctOptionId: 'B' },
]

it('counts right answers', () => {
  const answers = [
    { questionId: 'q1', optionId: 'A' },
    { questionId: 'q2', optionId: 'A' },
  ]
  expect(scoreAttempt(questions, answers)).toEqual({ correct: 1, total: 2 })
})

it('counts the first answer to a question and no answer to a stranger’s', () => {
  const answers = [
    { questionId: 'q1', optionId: 'C' },
    { questionId: 'q1', optionId: 'A' },
    { questionId: 'q9', optionId: 'A' },
  ]
  expect(scoreAttempt(questions, answers)).toEqual({ correct: 0, total: 2 })
})

it('never leaves 0 to total, whatever was answered', () => {
  const answer = fc.record({ questionId: fc.constantFrom('q1', 'q2', 'q3'), optionId: fc.constantFrom('A', 'B', 'C') })
  fc.assert(
    fc.property(fc.array(answer), (answers) => {
      const { correct, total } = scoreAttempt(questions, answers)
      return correct >= 0 && correct <= total && total === 2
    }),
  )
})
