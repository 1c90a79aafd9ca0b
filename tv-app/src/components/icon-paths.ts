/** Drawings of 24×24 units: filled paths, or strokes 2 units wide. */
export const ICON_PATHS = {
  play: { fill: 'M7 4.5v15l13-7.5z' },
  pause: { fill: 'M6 4h4v16H6zM14 4h4v16h-4z' },
  replay: { stroke: 'M12 5a7 7 0 1 1-6.6 4.7M4.5 4v6h6' },
  next: { fill: 'M5 4.5v15l10-7.5zM16 4.5h3v15h-3z' },
  list: { stroke: 'M4 6h16M4 12h16M4 18h10' },
  quiz: { stroke: 'M9 8.6a3 3 0 1 1 4.6 2.5c-1 .7-1.6 1.2-1.6 2.4M12 17.2v.4M12 2.8a9.2 9.2 0 1 0 0 18.4 9.2 9.2 0 0 0 0-18.4' },
  clock: { stroke: 'M12 6.5V12l3.6 2.2M12 2.8a9.2 9.2 0 1 0 0 18.4 9.2 9.2 0 0 0 0-18.4' },
  alert: { stroke: 'M12 6.8v6.4M12 16.8v.3M12 2.8a9.2 9.2 0 1 0 0 18.4 9.2 9.2 0 0 0 0-18.4' },
  check: { stroke: 'M4.5 12.5l5 5 10-11' },
  cross: { stroke: 'M6 6l12 12M18 6L6 18' },
  down: { stroke: 'M5 9l7 7 7-7' },
  back: { stroke: 'M10 5l-7 7 7 7M3 12h18' },
  search: { stroke: 'M10.5 3.5a7 7 0 1 0 0 14 7 7 0 0 0 0-14M15.6 15.6l5 5' },
  settings: { stroke: 'M4 7h9M19 7h1M16 4.5v5M4 17h1M11 17h9M8 14.5v5' },
  erase: { stroke: 'M8 5h13v14H8l-6-7zM11.5 9.5l5 5M16.5 9.5l-5 5' },
  speaker: { stroke: 'M4 9.5v5h3.5L12 18.500V5.500L7.500 9.500zM15.500 9a4.200 4.200 0 0 1 0 6M18 6.500a7.800 7.800 0 0 1 0 11' },
  law: { stroke: 'M12 3v18M7 21h10M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z' },
  offline: {
    stroke:
      'M3 3l18 18M5 12.5a10 10 0 0 1 4-2.4M19 12.5a10 10 0 0 0-3-2M8.5 16a5 5 0 0 1 7 0M12 19.5v.2M2 9a15 15 0 0 1 4-2.6M22 9a15 15 0 0 0-10-4',
  },
  brand: {
    fill: 'M2 17.5c5-4.6 15-4.6 20 0v3H2zM6 15.8v-4.3L12 7l6 4.5v4.3c-4-1.6-8-1.6-12 0zM17.5 2.5a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8',
  },
} as const satisfies Record<string, { fill: string } | { stroke: string }>

export type IconName = keyof typeof ICON_PATHS
