import { type MachineConfig, type MediaOutside, openNeeds } from './open-needs.ts'
import { type Meeting, meetStore } from './service/meet-store.ts'
import { StoreIdentity } from './storage/store-identity.ts'
import { DEFAULT_LEASE } from './storage/unit-store.ts'
import { createCrew } from './work/crew.ts'

export type MediaWorker = {
  /** To be asked before the start: anything but `same` would fail titles, or find none. */
  meet(): Promise<Meeting>
  start(): void
  /** Stops encodes and gives them back; whoever is next goes on from their finished units. */
  close(): Promise<void>
}

/** The part of the media side that encodes, for a process of its own on this or another machine; a server must have made the database. */
export async function createMediaWorker(config: MachineConfig, outside: MediaOutside): Promise<MediaWorker> {
  const logger = outside.logger.child({ part: 'media' })
  const crew = createCrew()
  const needs = await openNeeds(config, { ...outside, logger }, crew.wake)
  const identity = new StoreIdentity(outside.connection)
  return {
    meet: () => meetStore({ ...needs, identity }),
    start: () => crew.start(needs, { workers: config.workers, lease: config.lease ?? DEFAULT_LEASE }),
    close: () => crew.stop(),
  }
}
