import { useTranslation } from 'react-i18next'

const PLACES = {
  'contract/calendar': 'translations.place.contract.calendar',
  'contract/credits': 'translations.place.contract.credits',
  'contract/common': 'translations.place.contract.common',
  'contract/player': 'translations.place.contract.player',
  'contract/quiz': 'translations.place.contract.quiz',
  'contract/problem': 'translations.place.contract.problem',
  'admin/admin': 'translations.place.admin.admin',
  'front-page/landing': 'translations.place.front-page.landing',
  'tv-app/tv': 'translations.place.tv-app.tv',
  'tv-app/film': 'translations.place.tv-app.film',
  'tv-app/screen': 'translations.place.tv-app.screen',
  'tv-app/search': 'translations.place.tv-app.search',
  'tv-app/answers': 'translations.place.tv-app.answers',
  'tv-app/kids': 'translations.place.tv-app.kids',
  'tv-app/settings': 'translations.place.tv-app.settings',
  'tv-app/diagnostics': 'translations.place.tv-app.diagnostics',
  'tablet-web/tablet': 'translations.place.tablet-web.tablet',
} as const

const isPlace = (file: string): file is keyof typeof PLACES => file in PLACES

/** Where the texts of a file are seen, in words; a file that is newer than this page goes by its name. */
export function usePlaceWord(): (file: string) => string {
  const { t } = useTranslation()
  return (file) => (isPlace(file) ? t(PLACES[file]) : file)
}
