import type { ReactNode } from 'react'

const MONGOLIAN = /\p{Script=Mongolian}/u

/** Words that stand alone, not in a sentence: in columns when they are Mongolian, in a line where no translation is there yet. */
export const StandingWords = ({ children }: { readonly children: string }): ReactNode =>
  MONGOLIAN.test(children) ? (
    <span lang="mn-Mong" className="column-text standing">
      {children}
    </span>
  ) : (
    children
  )
