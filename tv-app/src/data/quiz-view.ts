import type { LocalText, PlayableQuestion } from '@ulan/contract'
import { chosenOptionId, type QuizRun, quizScore } from '@ulan/player'
import type { OptionMark, OptionView } from '../components/option-button.ts'
import type { VerdictView } from '../components/verdict-panel.ts'
import type { Say } from '../text/strings.ts'
import type { ActionView } from './browse-view.ts'

const LETTERS = 'ABCDEF'

/** The answers of a question in their order, each with a letter to say it by. */
export function optionViews(question: PlayableQuestion, markOf: (optionId: string) => OptionMark): readonly OptionView[] {
  return question.options.map((option, at) => ({ id: option.id, letter: LETTERS[at] ?? '', text: option.text, mark: markOf(option.id) }))
}

/** What is said after an answer. */
export function verdictView(run: QuizRun, question: PlayableQuestion, say: Say): VerdictView {
  const isRight = chosenOptionId(run) === question.correctOptionId
  const isLast = run.questionIndex + 1 >= run.quiz.questions.length
  const { citation } = question
  return {
    isRight,
    heading: say(isRight ? 'quiz:correct' : 'quiz:wrong'),
    explanation: question.explanation,
    ...(citation === undefined ? {} : { law: statute(`${citation.lawTitle}　${citation.article}`), quote: statute(citation.quote) }),
    next: { ref: 'Next', label: say(isLast ? 'quiz:result' : 'quiz:next'), icon: 'next', isPrimary: true, target: { kind: 'none' } },
  }
}

export type ResultView = {
  /** Whether each question was answered rightly, in order. */
  readonly marks: readonly boolean[]
  readonly heading: LocalText
  readonly scoreText: LocalText
  readonly praise: LocalText
  /** Said while the attempt has not reached the server yet. */
  readonly kept?: LocalText
  readonly actions: readonly ActionView[]
}

/** The end of a quiz. */
export function resultView(run: QuizRun, isWaiting: boolean, say: Say): ResultView {
  const score = quizScore(run)
  const share = score.correct === score.total ? 'all' : score.correct === 0 ? 'none' : 'some'
  return {
    marks: run.quiz.questions.map(({ id, correctOptionId }) =>
      run.answers.some((given) => given.questionId === id && given.optionId === correctOptionId),
    ),
    heading: say('quiz:result'),
    scoreText: say('answers:score', score),
    praise: say(`answers:praise.${share}`),
    ...(isWaiting ? { kept: say('answers:kept') } : {}),
    actions: [
      { ref: 'Done', label: say('quiz:finish'), icon: 'check', isPrimary: true, target: { kind: 'none' } },
      { ref: 'Again', label: say('answers:again'), icon: 'replay', isPrimary: false, target: { kind: 'none' } },
    ],
  }
}

/** Statutes are quoted in the language they were passed in. */
const statute = (text: string): LocalText => ({ text, locale: 'zh-Hans' })
