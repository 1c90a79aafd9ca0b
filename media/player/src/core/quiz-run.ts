import {
  type Answer,
  type AttemptCreate,
  type AttemptId,
  type Locale,
  type PlayableQuestion,
  type PlayableQuiz,
  type ProgrammeId,
  type Score,
  scoreAttempt,
} from '@ulan/contract'

/** One person's way through a quiz. `asking` waits for an answer, `explaining` shows whether it was right. */
export type QuizRun = {
  readonly quiz: PlayableQuiz
  readonly attemptId: AttemptId
  readonly startedAt: string
  readonly phase: 'asking' | 'explaining' | 'finished'
  readonly questionIndex: number
  readonly answers: readonly Answer[]
  /** Set when finished. */
  readonly finishedAt?: string
}

/** Opens a quiz; the id is made by the device (`makeAttemptId`), `startedAt` is an ISO instant. */
export function startQuizRun(quiz: PlayableQuiz, attemptId: AttemptId, startedAt: string): QuizRun {
  const run = { quiz, attemptId, startedAt, questionIndex: 0, answers: [] } as const
  return quiz.questions.length === 0 ? { ...run, phase: 'finished', finishedAt: startedAt } : { ...run, phase: 'asking' }
}

/** The question on screen; undefined once finished. */
export function currentQuestion(run: QuizRun): PlayableQuestion | undefined {
  return run.phase === 'finished' ? undefined : run.quiz.questions[run.questionIndex]
}

/** The option chosen for the question on screen. */
export function chosenOptionId(run: QuizRun): string | undefined {
  const question = currentQuestion(run)
  return run.answers.find((answer) => answer.questionId === question?.id)?.optionId
}

/** Takes the first answer to the question on screen; a second one, or an unknown option, changes nothing. */
export function answerQuestion(run: QuizRun, optionId: string, answeredAt: string): QuizRun {
  const question = currentQuestion(run)
  if (run.phase !== 'asking' || question?.options.some((option) => option.id === optionId) !== true) return run
  return { ...run, phase: 'explaining', answers: [...run.answers, { questionId: question.id, optionId, answeredAt }] }
}

/** Goes on after an explanation: next question, or the result. */
export function nextQuestion(run: QuizRun, at: string): QuizRun {
  if (run.phase !== 'explaining') return run
  if (run.questionIndex + 1 >= run.quiz.questions.length) return { ...run, phase: 'finished', finishedAt: at }
  return { ...run, phase: 'asking', questionIndex: run.questionIndex + 1 }
}

/** How an option of the question on screen is to be shown. */
export function optionMark(run: QuizRun, optionId: string): 'open' | 'right' | 'wrong' | 'passed' {
  const question = currentQuestion(run)
  if (run.phase !== 'explaining' || question === undefined) return 'open'
  if (optionId === question.correctOptionId) return 'right'
  return optionId === chosenOptionId(run) ? 'wrong' : 'passed'
}

export const quizScore = (run: QuizRun): Score => scoreAttempt(run.quiz.questions, run.answers)

/** The attempt to hand in; undefined until the run is finished. */
export function attemptOf(
  run: QuizRun,
  taken: { readonly device: AttemptCreate['device']; readonly locale: Locale; readonly programmeId?: ProgrammeId },
): AttemptCreate | undefined {
  if (run.finishedAt === undefined) return undefined
  return {
    ...taken,
    id: run.attemptId,
    quizId: run.quiz.id,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    answers: [...run.answers],
  }
}
