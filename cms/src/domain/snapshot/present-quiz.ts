import { type Locale, type PlayableQuestion, type PlayableQuiz, pickText, type Question, type Quiz } from '@ulan/contract'
import type { Catalogue } from './catalogue.ts'

/** FNV-1a, 32 bit: spreads options the same way in every process, so that one answer serves every viewer. */
function spread(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  return hash
}

/** A quiz as clients play it; undefined when it has no question left. */
export function presentQuiz(catalogue: Catalogue, quiz: Quiz, locale: Locale): PlayableQuiz | undefined {
  const questions = questionsOf(catalogue, quiz).map((question) => presentQuestion(catalogue, question, locale))
  return questions.length === 0 ? undefined : { id: quiz.id, title: pickText(quiz.title, locale), questions }
}

/** The questions of a quiz that are in the bank, in order. */
export function questionsOf(catalogue: Pick<Catalogue, 'questions'>, quiz: Quiz): Question[] {
  return quiz.questionIds.flatMap((id) => {
    const question = catalogue.questions.get(id)
    return question === undefined ? [] : [question]
  })
}

function presentQuestion(catalogue: Catalogue, question: Question, locale: Locale): PlayableQuestion {
  const { citation } = question
  const law = citation === undefined ? undefined : catalogue.laws.get(citation.lawId)
  const options = question.options.map((option) => ({ id: option.id, text: pickText(option.text, locale) }))
  if (question.shuffle) options.sort((a, b) => spread(question.id + a.id) - spread(question.id + b.id))
  return {
    id: question.id,
    text: pickText(question.text, locale),
    options,
    correctOptionId: question.correctOptionId,
    explanation: pickText(question.explanation, locale),
    ...(citation === undefined || law === undefined ? {} : { citation: { ...citation, lawTitle: law.title } }),
  }
}
