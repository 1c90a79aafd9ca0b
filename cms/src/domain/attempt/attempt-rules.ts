import type { AttemptCreate, FieldProblem } from '@ulan/contract'

/** What is wrong with an attempt that its shape alone does not show. */
export function findAttemptProblems(attempt: AttemptCreate, isQuizKnown: boolean): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!isQuizKnown) problems.push({ path: 'quizId', code: 'unknown-reference' })
  if (Date.parse(attempt.finishedAt) < Date.parse(attempt.startedAt)) problems.push({ path: 'finishedAt', code: 'invalid' })
  return problems
}

/** One text per content, so that a repeated attempt can be told from another one under the same id; instants to the millisecond. */
export function attemptFingerprint(attempt: AttemptCreate): string {
  return JSON.stringify([
    attempt.id,
    attempt.quizId,
    attempt.programmeId ?? null,
    attempt.device,
    attempt.locale,
    Date.parse(attempt.startedAt),
    Date.parse(attempt.finishedAt),
    attempt.answers.map((answer) => [answer.questionId, answer.optionId, Date.parse(answer.answeredAt)]),
  ])
}
