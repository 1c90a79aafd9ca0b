import { randomUUID } from 'node:crypto'
import type { AttemptCreate, PlayableQuiz } from '@ulan/contract'
import type { ApiClient } from '../../lab/api-client.ts'

/** Hands in attempts one after another until told to stop; those that were acknowledged, in order. */
export class Villagers {
  readonly acknowledged: string[] = []
  #isStopped = false
  readonly #handingIn: Promise<void>

  constructor(visitor: ApiClient, quiz: PlayableQuiz) {
    this.#handingIn = this.#handIn(visitor, quiz)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#handingIn
  }

  async #handIn(visitor: ApiClient, quiz: PlayableQuiz): Promise<void> {
    while (!this.#isStopped) {
      const { id } = await visitor.must('createAttempt', { body: attemptOf(quiz) })
      this.acknowledged.push(id)
    }
  }
}

function attemptOf(quiz: PlayableQuiz): AttemptCreate {
  const answers = quiz.questions.map(({ id, options: [first] }) => ({
    questionId: id,
    optionId: first?.id ?? '',
    answeredAt: '2026-01-01T00:00:20.000Z',
  }))
  const times = { startedAt: '2026-01-01T00:00:00.000Z', finishedAt: '2026-01-01T00:01:00.000Z' }
  return { id: randomUUID() as AttemptCreate['id'], quizId: quiz.id, device: 'tablet', locale: 'zh-Hans', ...times, answers } // a fresh id
}

export async function someQuiz(visitor: ApiClient): Promise<PlayableQuiz> {
  const { items } = await visitor.must('listProgrammes')
  for (const card of items) {
    if (card.kind !== 'programme') continue
    const { quiz: found } = await visitor.must('readProgramme', { params: { id: card.id } })
    if (found !== undefined) return found
  }
  throw new Error('no sample programme has a quiz')
}
