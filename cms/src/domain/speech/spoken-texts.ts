import type { Locale, LocalizedText, Programme, Series, SpokenText } from '@ulan/contract'
import type { Snapshot } from '../snapshot/build-snapshot.ts'
import { questionsOf } from '../snapshot/present-quiz.ts'

/**
 * What the public can have read aloud in one language: each text once, where it is met first. Texts that are shown in Chinese
 * for want of a translation belong to Chinese.
 */
export function spokenTexts({ catalogue, programmes, series }: Snapshot, locale: Locale): SpokenText[] {
  const places = new Map<string, SpokenText['place']>()
  const add = (place: SpokenText['place'], texts: LocalizedText | undefined): void => {
    const text = texts?.[locale] ?? ''
    if (text !== '' && !places.has(text)) places.set(text, place)
  }
  const addWork = ({ title, synopsis }: Programme | Series): void => {
    add('title', title)
    add('synopsis', synopsis)
  }
  const rails = catalogue.rails.filter((rail) => !rail.isHero).sort((a, b) => a.position - b.position)
  for (const rail of rails) add('rail', rail.title)
  for (const one of series.values()) addWork(one.series)
  for (const programme of programmes) {
    addWork(programme)
    const quiz = programme.quizId === undefined ? undefined : catalogue.quizzes.get(programme.quizId)
    if (quiz === undefined) continue
    add('title', quiz.title)
    for (const question of questionsOf(catalogue, quiz)) {
      add('question', question.text)
      for (const option of question.options) add('option', option.text)
      add('explanation', question.explanation)
    }
  }
  return [...places].map(([text, place]) => ({ place, text }))
}
