import type { PlayableQuiz } from '@ulan/contract'
import { attemptCreateSchema, playableQuizSchema } from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { makeAttemptId } from './attempt-id.ts'
import {
  answerQuestion,
  attemptOf,
  chosenOptionId,
  currentQuestion,
  nextQuestion,
  optionMark,
  type QuizRun,
  quizScore,
  startQuizRun,
} from './quiz-run.ts'

const zh = (text: string): { text: string; locale: 'zh-Hans' } => ({ text, locale: 'zh-Hans' })
const question = (id: string, correctOptionId: string): object => ({
  id,
  text: zh(id),
  options: [
    { id: 'a', text: zh('甲') },
    { id: 'b', text: zh('乙') },
    { id: 'c', text: zh('丙') },
  ],
  correctOptionId,
  explanation: zh('因为'),
})
const quiz: PlayableQuiz = playableQuizSchema.parse({
  id: 'quiz-1',
  title: zh('题'),
  questions: [question('q1', 'a'), question('q2', 'b')],
})
const at = '2026-11-24T10:00:00.000Z'
const id = makeAttemptId((count) => new Uint8Array(count))
const fresh = (): QuizRun => startQuizRun(quiz, id, at)

describe('a run', () => {
  it('asks, explains, asks, explains, finishes', () => {
    const first = fresh()
    expect([first.phase, currentQuestion(first)?.id, chosenOptionId(first)]).toEqual(['asking', 'q1', undefined])
    const explained = answerQuestion(first, 'a', at)
    expect([explained.phase, chosenOptionId(explained)]).toEqual(['explaining', 'a'])
    const second = nextQuestion(explained, at)
    expect([second.phase, currentQuestion(second)?.id]).toEqual(['asking', 'q2'])
    const done = nextQuestion(answerQuestion(second, 'c', at), at)
    expect([done.phase, currentQuestion(done), done.finishedAt]).toEqual(['finished', undefined, at])
    expect(quizScore(done)).toEqual({ correct: 1, total: 2 })
  })
  it('takes the first answer only, and only options there are', () => {
    const explained = answerQuestion(fresh(), 'b', at)
    expect(answerQuestion(explained, 'a', at)).toBe(explained)
    const asking = fresh()
    expect(answerQuestion(asking, 'zz', at)).toBe(asking)
  })
  it('does not go on without an answer', () => {
    const asking = fresh()
    expect(nextQuestion(asking, at)).toBe(asking)
  })
  it('marks options only once answered', () => {
    expect(optionMark(fresh(), 'a')).toBe('open')
    const explained = answerQuestion(fresh(), 'b', at)
    expect(['a', 'b', 'c'].map((option) => optionMark(explained, option))).toEqual(['right', 'wrong', 'passed'])
  })
  it('is finished at once without questions', () => {
    const empty = startQuizRun({ ...quiz, questions: [] }, id, at)
    expect([empty.phase, optionMark(empty, 'a')]).toEqual(['finished', 'open'])
    expect(answerQuestion(empty, 'a', at)).toBe(empty)
  })
})

describe('attemptOf', () => {
  it('gives the contract’s attempt when finished, nothing before', () => {
    expect(attemptOf(fresh(), { device: 'tv', locale: 'zh-Hans' })).toBeUndefined()
    const half = nextQuestion(answerQuestion(fresh(), 'a', at), at)
    const done = nextQuestion(answerQuestion(half, 'b', at), at)
    const attempt = attemptOf(done, { device: 'tablet', locale: 'mn-Mong' })
    expect(attemptCreateSchema.parse(attempt)).toEqual(attempt)
    expect(attempt).toMatchObject({ device: 'tablet', answers: [{ optionId: 'a' }, { optionId: 'b' }] })
  })
})
