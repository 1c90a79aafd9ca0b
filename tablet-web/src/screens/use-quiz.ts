import type { PlayableQuiz, ProgrammeId } from '@ulan/contract'
import { answerQuestion, attemptOf, makeAttemptId, nextQuestion, type QuizRun, startQuizRun } from '@ulan/player'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useServices } from '../services.ts'
import { useViewer } from '../viewer.ts'

export type QuizCourse = {
  /** Undefined while nobody has begun: the tablet is being handed over. */
  readonly run: QuizRun | undefined
  /** Somebody has just finished and passes the tablet on. */
  readonly isHandedOver: boolean
  readonly start: () => void
  readonly answer: (optionId: string) => void
  readonly next: () => void
  readonly handOver: () => void
  /** Attempts of this tablet that the server does not have yet. */
  readonly waitingCount: number
  /** Those of them that closing the page would lose, since the tablet is full. */
  readonly unsafeCount: number
}

/** The course of a quiz on this tablet; a finished run is handed in through the outbox, once. */
export function useQuiz(quiz: PlayableQuiz, programmeId: ProgrammeId): QuizCourse {
  const { outbox, nowIso, randomBytes } = useServices()
  const { locale } = useViewer()
  const [run, setRun] = useState<QuizRun>()
  const [isHandedOver, setIsHandedOver] = useState(false)
  const waitingCount = useSyncExternalStore(outbox.subscribe, outbox.waitingCount)
  const unsafeCount = useSyncExternalStore(outbox.subscribe, outbox.unsafeCount)
  // The texts may have come anew in another language: the run goes on over them.
  const current = run === undefined ? undefined : { ...run, quiz }
  const finishedId = run?.finishedAt === undefined ? undefined : run.attemptId
  // biome-ignore lint/correctness/useExhaustiveDependencies: handed in when it finishes; a later change of language changes nothing
  useEffect(() => {
    const attempt = run === undefined ? undefined : attemptOf(run, { device: 'tablet', locale, programmeId })
    if (attempt !== undefined) void outbox.add(attempt)
  }, [finishedId])
  return {
    run: current,
    isHandedOver,
    waitingCount,
    unsafeCount,
    start: () => setRun(startQuizRun(quiz, makeAttemptId(randomBytes), nowIso())),
    answer: (optionId) => setRun((before) => before && answerQuestion(before, optionId, nowIso())),
    next: () => setRun((before) => before && nextQuestion(before, nowIso())),
    handOver: () => {
      setIsHandedOver(true)
      setRun(undefined)
    },
  }
}
