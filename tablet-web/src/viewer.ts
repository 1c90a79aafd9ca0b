import type { Locale } from '@ulan/contract'
import { createContext, useContext } from 'react'
import type { Light } from './platform/page-flow.ts'
import type { ReadAloud } from './platform/use-read-aloud.ts'
import type { Words } from './text/words.ts'

/** What the person before the tablet has chosen, and the words in their language. */
export type Viewer = {
  readonly words: Words
  readonly locale: Locale
  /** Languages to choose from, in the order they are shown. */
  readonly offered: readonly Locale[]
  readonly chooseLocale: (locale: Locale) => void
  readonly light: Light
  readonly toggleLight: () => void
} & ReadAloud

export const ViewerContext = createContext<Viewer | undefined>(undefined)

/** The viewer before this screen. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (viewer === undefined) throw new Error('a screen was drawn outside ViewerContext')
  return viewer
}
