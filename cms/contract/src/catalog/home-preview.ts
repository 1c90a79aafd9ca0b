import type { Home } from './public.ts'

/** What the newsroom lays on the frame that it shows the television in, as `tvPreview`: the home screen of another moment. */
export type TvPreview = {
  readonly home: Home
  /** Instant the home screen is shown as of, ISO 8601 in UTC. */
  readonly at: string
  /** Whether children's mode is looked at. */
  readonly isForKids: boolean
}
