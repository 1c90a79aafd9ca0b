import type { ReactElement } from 'react'

/** Outlines on a 24 × 24 grid, drawn with a round pen. */
const OUTLINES = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  pause: 'M8 5v14M16 5v14',
  replay: 'M4 12a8 8 0 1 0 2.6-5.9M4 4v4.5h4.5',
  next: 'M6 5.5l9 6.5-9 6.5zM18.5 5.5v13',
  enlarge: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  reduce: 'M9 4v5H4M15 4v5h5M9 20v-5H4M15 20v-5h5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2',
  right: 'M4.5 12.5l5 5L19.5 7',
  wrong: 'M6 6l12 12M18 6L6 18',
  law: 'M12 4v16M6 20h12M5 7h14M5 7l-3 7a3.2 3.2 0 0 0 6 0zM19 7l-3 7a3.2 3.2 0 0 0 6 0z',
  quiz: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.8v.2',
  offline:
    'M3 3l18 18M5 12.5a10 10 0 0 1 4.2-2.4M19 12.5a10 10 0 0 0-5.8-2.9M8.5 16a5 5 0 0 1 6 -.6M12 19.5v.1M2 9a15 15 0 0 1 4-2.6M22 9a15 15 0 0 0-10-3.9',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20a6.5 6.5 0 0 1 13 0M16 4.4a3.5 3.5 0 0 1 0 6.4M18 14.4a6.5 6.5 0 0 1 3.5 5.6',
  captions: 'M3 5h18v14H3zM6.500 12h5M14.500 12h3M6.500 15.500h2M11.500 15.500h6',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.300 15.300L20.500 20.500',
  home: 'M3.5 12.5L12 5l8.5 7.5M6 10.5V20h12v-9.5M10 20v-5h4v5',
  speaker: 'M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9a4.200 4.200 0 0 1 0 6M18 6.500a7.800 7.800 0 0 1 0 11',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.5 2',
} as const
const SOLIDS = { play: 'M7.5 4.6v14.8a.6.6 0 0 0 .9.5l12-7.4a.6.6 0 0 0 0-1L8.400 4.100a.6.6 0 0 0-.9.5z' } as const

export type IconName = keyof typeof OUTLINES | keyof typeof SOLIDS

/** A sign beside or in place of a word; silent to screen readers, the word or label speaks. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  const isSolid = name in SOLIDS
  const path = { ...OUTLINES, ...SOLIDS }[name]
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {isSolid ? <path d={path} fill="currentColor" /> : <path d={path} className="icon-line" />}
    </svg>
  )
}
