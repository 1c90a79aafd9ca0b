import { createContext, useContext } from 'react'
import type { Light } from './platform/page-flow.ts'
import type { TabletLocale, Words } from './text/words.ts'

/** What the person before the tablet has chosen, and the words in their language. */
export type Viewer = {
  readonly words: Words
  readonly locale: TabletLocale
  readonly chooseLocale: (locale: TabletLocale) => void
  readonly light: Light
  readonly toggleLight: () => void
}

export const ViewerContext = createContext<Viewer | undefined>(undefined)

/** The viewer before this screen. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (viewer === undefined) throw new Error('a screen was drawn outside ViewerContext')
  return viewer
}
