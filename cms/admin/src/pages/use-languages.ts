import { useQuery } from '@tanstack/react-query'
import { type LanguagePolicy, NO_SETTINGS } from '@ulan/contract'
import { settingsQuery } from '../data/staff-queries.ts'

/** The policy of languages; what it is before anybody chose one, until it is read: the server decides in any case. */
export const useLanguages = (): LanguagePolicy => useQuery(settingsQuery).data?.languages ?? NO_SETTINGS.languages
