import {
  type Attempt,
  type AttemptCreate,
  type AttemptId,
  type AttemptReceipt,
  done,
  type FieldProblem,
  type Outcome,
  type ProgrammeId,
  type Quiz,
  refuse,
  scoreAttempt,
} from '@ulan/contract'
import { attemptFingerprint, dateAttempt, findAttemptProblems } from '../domain/attempt/attempt-rules.ts'
import type { Catalogue } from '../domain/snapshot/catalogue.ts'
import { questionsOf } from '../domain/snapshot/present-quiz.ts'
import type { AttemptReader, AttemptWriter } from './ports.ts'

export type AttemptNeeds = {
  readonly reader: AttemptReader
  readonly writer: AttemptWriter
  /** Whether there is, or ever was, such a programme: an attempt may be handed in long after a take-down. */
  hasProgramme(id: ProgrammeId): Promise<boolean>
  /** Quizzes and questions as this process knows them. */
  bank(): Pick<Catalogue, 'quizzes' | 'questions'>
  /** Reads the bank again; for a quiz that another process has just made. */
  refreshBank(): Promise<void>
  /** Resolves after so many ms. */
  wait(milliseconds: number): Promise<void>
  clock(): Date
}

export type AttemptInbox = {
  /** Stores one attempt durably, or finds that it was stored before. */
  submit(attempt: AttemptCreate): Promise<Outcome<AttemptReceipt>>
  readOne(id: AttemptId): Promise<Outcome<Attempt>>
}

type Waiting = {
  readonly attempt: AttemptCreate
  readonly resolve: (result: { isNew: boolean; receivedAt: Date }) => void
  readonly reject: (error: unknown) => void
}

/** Between two readings of the bank: made-up ids, however many, cost one reading a second. */
const BANK_PAUSE_MS = 1_000

/**
 * Calls that come while one waits share it, and one begins `pauseMs` after the last at the earliest. Each caller gets a
 * reading that began after it asked: refusing it by an older one could lose an attempt at a quiz made just now.
 */
function shareCalls({ refreshBank, wait, clock }: AttemptNeeds, pauseMs: number): () => Promise<void> {
  let next: Promise<void> | undefined
  let lastBegunMs = Number.NEGATIVE_INFINITY
  const begin = async (): Promise<void> => {
    const restMs = lastBegunMs + pauseMs - clock().getTime()
    // A clock that was set back must not hold anybody up for longer.
    if (restMs > 0) await wait(Math.min(restMs, pauseMs))
    lastBegunMs = clock().getTime()
    next = undefined
    await refreshBank()
  }
  return () => {
    next ??= Promise.resolve().then(begin)
    return next
  }
}

/** Takes attempts and stores those of one event-loop turn in one write, so that a village on one box costs a few commits a second. */
export function createAttemptInbox(needs: AttemptNeeds): AttemptInbox {
  let waiting: Waiting[] = []

  const flush = async (): Promise<void> => {
    const batch = waiting
    waiting = []
    const receivedAt = needs.clock()
    try {
      const known = await needs.writer.insertMany(
        batch.map((one) => one.attempt),
        receivedAt,
      )
      batch.forEach((one, index) => {
        one.resolve({ isNew: !known.has(index), receivedAt })
      })
    } catch (error) {
      for (const one of batch) one.reject(error)
    }
  }

  const store = (attempt: AttemptCreate): Promise<{ isNew: boolean; receivedAt: Date }> =>
    new Promise((resolve, reject) => {
      waiting.push({ attempt, resolve, reject })
      if (waiting.length === 1) setImmediate(() => void flush())
    })

  const readBankAgain = shareCalls(needs, BANK_PAUSE_MS)
  const isInBank = ({ quizId, answers }: AttemptCreate): boolean => {
    const { quizzes, questions } = needs.bank()
    return quizzes.has(quizId) && answers.every(({ questionId }) => questions.has(questionId))
  }
  const findProblems = async (attempt: AttemptCreate): Promise<FieldProblem[]> => {
    if (!isInBank(attempt)) await readBankAgain()
    const { quizzes, questions } = needs.bank()
    return findAttemptProblems(attempt, {
      isQuizKnown: quizzes.has(attempt.quizId),
      isProgrammeKnown: attempt.programmeId === undefined || (await needs.hasProgramme(attempt.programmeId)),
      hasQuestion: (id) => questions.has(id),
    })
  }
  const scoreOf = (quiz: Quiz | undefined, attempt: AttemptCreate): AttemptReceipt['score'] =>
    scoreAttempt(quiz === undefined ? [] : questionsOf(needs.bank(), quiz), attempt.answers)

  return {
    async submit(attempt) {
      const problems = await findProblems(attempt)
      if (problems.length > 0) return refuse('invalid-request', problems)
      const quiz = needs.bank().quizzes.get(attempt.quizId)
      const { isNew, receivedAt } = await store(attempt)
      const receipt = { id: attempt.id, isNew, receivedAt: receivedAt.toISOString(), score: scoreOf(quiz, attempt) }
      if (isNew) return done(receipt)
      const stored = await needs.reader.readOne(attempt.id)
      if (stored === undefined) throw new Error(`attempt ${attempt.id} is stored and cannot be read`)
      if (attemptFingerprint(stored.attempt) !== attemptFingerprint(attempt)) return refuse('attempt-conflict')
      return done({ ...receipt, receivedAt: stored.receivedAt.toISOString() })
    },
    async readOne(id) {
      const stored = await needs.reader.readOne(id)
      if (stored === undefined) return refuse('not-found')
      const quiz = needs.bank().quizzes.get(stored.attempt.quizId)
      const { attempt, receivedAt } = stored
      const dated = dateAttempt(attempt, receivedAt)
      return done({ ...attempt, receivedAt: receivedAt.toISOString(), ...dated, score: scoreOf(quiz, attempt) })
    },
  }
}
