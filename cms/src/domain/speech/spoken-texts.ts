import type { Locale, LocalizedText, Programme, Rail, Series, ShippedText, SpokenText } from '@ulan/contract'
import type { Snapshot } from '../snapshot/build-snapshot.ts'
import { questionsOf } from '../snapshot/present-quiz.ts'

/** Texts of the interface that viewers meet: all of their clients, and what these have of the contract's. */
const VIEWERS_ROOMS = /^(?:tv-app|tablet-web)\//
const VIEWERS_FILES = ['contract/common', 'contract/player', 'contract/quiz']
const isForViewers = (file: string): boolean => VIEWERS_ROOMS.test(file) || VIEWERS_FILES.includes(file)

/** Words of the interface in one language; those with a number in them are another sentence each time. */
function interfaceWords(shipped: readonly ShippedText[], locale: Locale): string[] {
  const met = shipped.filter(({ file, chinese }) => isForViewers(file) && !chinese.includes('{{'))
  return locale === 'zh-Hans' ? met.map(({ chinese }) => chinese) : met.filter((text) => text.locale === locale).map(({ text }) => text)
}

/**
 * What the public can have read aloud in one language: each text once, where it is met first. Texts that are shown in Chinese
 * for want of a translation belong to Chinese. `rails`: also those whose time is to come, so that they can be read in time.
 */
export function spokenTexts(
  { catalogue, programmes, series }: Snapshot,
  rails: readonly Rail[],
  shipped: readonly ShippedText[],
  locale: Locale,
): SpokenText[] {
  const places = new Map<string, SpokenText['place']>()
  const addText = (place: SpokenText['place'], text: string): void => {
    if (text !== '' && !places.has(text)) places.set(text, place)
  }
  const add = (place: SpokenText['place'], texts: LocalizedText | undefined): void => addText(place, texts?.[locale] ?? '')
  const addWork = ({ title, synopsis }: Programme | Series): void => {
    add('title', title)
    add('synopsis', synopsis)
  }
  const titled = rails.filter((rail) => !rail.isHero).sort((a, b) => a.position - b.position)
  for (const rail of titled) add('rail', rail.title)
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
  for (const word of interfaceWords(shipped, locale)) addText('interface', word)
  return [...places].map(([text, place]) => ({ place, text }))
}
