/** Small text storage of a device; the platform decides where it lies. */
export type KeyValueStorage = { get(key: string): string | undefined; set(key: string, value: string): void }

export type ResumeStore = {
  /** Seconds to start at; 0 when there is nothing worth resuming. */
  read(programmeId: string): number
  /** Remembers where a viewer was; a position near either end forgets the programme. */
  write(programmeId: string, positionSeconds: number, durationSeconds: number): void
  /** Programmes that were left half way, the latest first. */
  recent(): readonly string[]
}

const RESUME_AFTER_SECONDS = 15
const RESUME_BEFORE_FRACTION = 0.95
const RECENT_KEY = 'resumed'
/** Nobody looks for an older one in a row of posters. */
const MOST_RECENT = 10

/** True when a viewer who left here would want to come back here: past the opening, before the closing titles. */
export function isWorthResuming(positionSeconds: number, durationSeconds: number): boolean {
  return durationSeconds > 0 && positionSeconds > RESUME_AFTER_SECONDS && positionSeconds < durationSeconds * RESUME_BEFORE_FRACTION
}

/** Keeps positions of programmes on this device, by programme. */
export function createResumeStore(storage: KeyValueStorage): ResumeStore {
  const keyOf = (programmeId: string): string => `resume.${programmeId}`
  const recent = (): readonly string[] => (storage.get(RECENT_KEY) ?? '').split(' ').filter((id) => id !== '')
  return {
    recent,
    read(programmeId) {
      const seconds = Number(storage.get(keyOf(programmeId)))
      return Number.isFinite(seconds) && seconds > RESUME_AFTER_SECONDS ? seconds : 0
    },
    write(programmeId, positionSeconds, durationSeconds) {
      const isWorth = isWorthResuming(positionSeconds, durationSeconds)
      storage.set(keyOf(programmeId), isWorth ? positionSeconds.toFixed(1) : '')
      const others = recent().filter((id) => id !== programmeId)
      const next = (isWorth ? [programmeId, ...others] : others).slice(0, MOST_RECENT).join(' ')
      // A film that runs is saved every few seconds.
      if (next !== recent().join(' ')) storage.set(RECENT_KEY, next)
    },
  }
}
