import type { Attempt, AttemptCreate, FieldProblem, QuestionId } from '@ulan/contract'

/** What the house knows of the things that an attempt names. */
export type KnownToHouse = { readonly isQuizKnown: boolean; readonly isProgrammeKnown: boolean; hasQuestion(id: QuestionId): boolean }

/** Before this the product was nowhere: a clock that shows less was never set. */
const FIRST_START_MS = Date.parse('2020-01-01T00:00:00Z')
/** A clock set by hand in another time zone is wrong by less. */
const AHEAD_MS = 24 * 3600 * 1000

/**
 * What is wrong with an attempt that its shape alone does not show: names of things that never were, and a question
 * answered twice. Its instants are never a reason (decision 0008).
 */
export function findAttemptProblems(attempt: AttemptCreate, known: KnownToHouse): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!known.isQuizKnown) problems.push({ path: 'quizId', code: 'unknown-reference' })
  if (!known.isProgrammeKnown) problems.push({ path: 'programmeId', code: 'unknown-reference' })
  const answered = new Set<QuestionId>()
  attempt.answers.forEach(({ questionId }, index) => {
    const path = `answers.${String(index)}.questionId`
    if (answered.has(questionId)) problems.push({ path, code: 'answered-twice' })
    // Not "of this quiz": quizzes change, and the device may have played the one of last month.
    else if (!known.hasQuestion(questionId)) problems.push({ path, code: 'unknown-reference' })
    answered.add(questionId)
  })
  return problems
}

/** When an attempt counts as taken: by the device's clock where that can be right, else by its arrival. */
export function dateAttempt(
  attempt: Pick<AttemptCreate, 'startedAt' | 'finishedAt'>,
  receivedAt: Date,
): Pick<Attempt, 'takenAt' | 'datedBy'> {
  const startedMs = Date.parse(attempt.startedAt)
  const finishedMs = Date.parse(attempt.finishedAt)
  const isPlausible = startedMs >= FIRST_START_MS && finishedMs >= startedMs && finishedMs <= receivedAt.getTime() + AHEAD_MS
  return isPlausible ? { takenAt: attempt.finishedAt, datedBy: 'device' } : { takenAt: receivedAt.toISOString(), datedBy: 'arrival' }
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
