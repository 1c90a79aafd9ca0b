import type { Beacon } from '@ulan/contract'
import type { Announcer, AttemptOutbox, KeyValueStorage, RecordingBook, ResumeStore } from '@ulan/player'
import { createContext, useContext } from 'react'
import type { Catalogue } from './data/catalogue.ts'

/** What the screens work with; made once in `main.tsx`, replaced in tests. */
export type Services = {
  readonly catalogue: Catalogue
  readonly outbox: AttemptOutbox
  /** Tells the server how a film played. */
  readonly sendBeacon: (beacon: Beacon) => void
  readonly resume: ResumeStore
  readonly storage: KeyValueStorage
  readonly announcer: Announcer
  readonly recordings: RecordingBook
  readonly nowIso: () => string
  readonly randomBytes: (count: number) => Uint8Array
}

export const ServicesContext = createContext<Services | undefined>(undefined)

/** The services of the app around this screen. */
export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (services === undefined) throw new Error('a screen was drawn outside ServicesContext')
  return services
}
