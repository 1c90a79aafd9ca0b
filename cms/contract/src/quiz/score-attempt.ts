import type { Score } from './quiz.ts'

type Scorable = { readonly id: string; readonly correctOptionId: string }
type Given = { readonly questionId: string; readonly optionId: string }

/** Score of an attempt, the same on every device and the server: the first answer to a question counts, strangers do not. */
export function scoreAttempt(questions: readonly Scorable[], answers: readonly Given[]): Score {
  const first = new Map<string, string>()
  for (const answer of answers) if (!first.has(answer.questionId)) first.set(answer.questionId, answer.optionId)
  const correct = questions.filter((question) => first.get(question.id) === question.correctOptionId).length
  return { correct, total: questions.length }
}
