import type { LocalText, PlayableQuestion } from '@ulan/contract'
import { optionMark, type QuizRun } from '@ulan/player'
import type { Words } from '../text/words.ts'

export type OptionView = {
  readonly id: string
  /** A, B, C as it is read out to a group. */
  readonly letter: string
  readonly text: LocalText
  readonly mark: 'open' | 'right' | 'wrong' | 'passed'
  /** Said beside the sign, so that colour is never alone. */
  readonly markWord?: LocalText
}

export type QuestionView = {
  readonly text: LocalText
  readonly options: readonly OptionView[]
  readonly verdict?: {
    readonly isRight: boolean
    readonly word: LocalText
    readonly explanationTitle: LocalText
    readonly explanation: LocalText
    readonly law?: { readonly lawTitle: string; readonly article: string; readonly quote: string }
    readonly nextLabel: LocalText
  }
}

const LETTERS = 'ABCDEF'

/** Maps the question on screen to what is drawn, before and after the answer. */
export function questionView(run: QuizRun, question: PlayableQuestion, words: Words): QuestionView {
  const options = question.options.map((option, at) => {
    const mark = optionMark(run, option.id)
    const view = { id: option.id, letter: LETTERS.charAt(at), text: option.text, mark }
    if (mark === 'right') return { ...view, markWord: words('quiz:correctAnswer') }
    return mark === 'wrong' ? { ...view, markWord: words('quiz:yourAnswer') } : view
  })
  if (run.phase !== 'explaining') return { text: question.text, options }
  const isRight = !options.some((option) => option.mark === 'wrong')
  const isLast = run.questionIndex + 1 >= run.quiz.questions.length
  return {
    text: question.text,
    options,
    verdict: {
      isRight,
      word: words(isRight ? 'quiz:correct' : 'quiz:wrong'),
      explanationTitle: words('quiz:explanation'),
      explanation: question.explanation,
      nextLabel: words(isLast ? 'quiz:result' : 'quiz:next'),
      ...(question.citation === undefined ? {} : { law: question.citation }),
    },
  }
}
