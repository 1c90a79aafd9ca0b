import type zhQuiz from '@ulan/contract/locales/zh-Hans/quiz.json'
import type zhAnswers from '../../locales/zh-Hans/answers.json'
import type zhDiagnostics from '../../locales/zh-Hans/diagnostics.json'
import type zhFilm from '../../locales/zh-Hans/film.json'
import type zhKids from '../../locales/zh-Hans/kids.json'
import type zhScreen from '../../locales/zh-Hans/screen.json'
import type zhSearch from '../../locales/zh-Hans/search.json'
import type zhSettings from '../../locales/zh-Hans/settings.json'

/** Texts of pages whose code comes later: they come with it, and are taught then. */
export type LaterTexts = {
  answers: typeof zhAnswers
  diagnostics: typeof zhDiagnostics
  film: typeof zhFilm
  kids: typeof zhKids
  quiz: typeof zhQuiz
  screen: typeof zhScreen
  search: typeof zhSearch
  settings: typeof zhSettings
}
