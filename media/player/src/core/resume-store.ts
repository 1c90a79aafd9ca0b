/** Small text storage of a device; the platform decides where it lies. */
export type KeyValueStorage = { get(key: string): string | undefined; set(key: string, value: string): void }

export type ResumeStore = {
  /** Seconds to start at; 0 when there is nothing worth resuming. */
  read(programmeId: string): number
  /** Remembers where a viewer was; a position near either end forgets the programme. */
  write(programmeId: string, positionSeconds: number, durationSeconds: number): void
}

const RESUME_AFTER_SECONDS = 15
const RESUME_BEFORE_FRACTION = 0.95

/** True when a viewer who left here would want to come back here: past the opening, before the closing titles. */
export function isWorthResuming(positionSeconds: number, durationSeconds: number): boolean {
  return durationSeconds > 0 && positionSeconds > RESUME_AFTER_SECONDS && positionSeconds < durationSeconds * RESUME_BEFORE_FRACTION
}

/** Keeps positions of programmes on this device, by programme. */
export function createResumeStore(storage: KeyValueStorage): ResumeStore {
  const keyOf = (programmeId: string): string => `resume.${programmeId}`
  return {
    read(programmeId) {
      const seconds = Number(storage.get(keyOf(programmeId)))
      return Number.isFinite(seconds) && seconds > RESUME_AFTER_SECONDS ? seconds : 0
    },
    write(programmeId, positionSeconds, durationSeconds) {
      storage.set(keyOf(programmeId), isWorthResuming(positionSeconds, durationSeconds) ? positionSeconds.toFixed(1) : '')
    },
  }
}
