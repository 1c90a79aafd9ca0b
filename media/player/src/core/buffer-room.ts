import type { KeyValueStorage } from './resume-store.ts'

/**
 * How many bytes of a film a device's source buffers have room for: picture and sound, seen and to come. No device tells; it is
 * learned from the first append that is refused for want of room (`QuotaExceededError`, Media Source Extensions, append error).
 */
export type BufferRoom = {
  /** Undefined while nothing was ever refused. */
  bytes(): number | undefined
  /** An append was refused while so many bytes were there. */
  learn(refusedAtBytes: number): void
}

/** What a player keeps of a film, in seconds. */
export type Kept = { readonly aheadSeconds: number; readonly backSeconds: number }

const KEY = 'bufferRoom'
/** What is refused once may be refused a little earlier the next time: pieces of a film differ in size. */
const TRUSTED = 0.8
/** Less is no room for anything, but a fault of counting. */
const LEAST_BYTES = 500_000
/** A film goes on without a gap as long as one piece is played while the next is on its way. */
const LEAST_PIECES_AHEAD = 1
/** Of the room, for what has been seen: whoever goes back a little shall not wait. */
const BACK_SHARE = 0.25

/** Keeps what has been learned on the device; it only ever becomes less. */
export function createBufferRoom(storage: KeyValueStorage): BufferRoom {
  const bytes = (): number | undefined => {
    const stored = Number(storage.get(KEY))
    return Number.isFinite(stored) && stored >= LEAST_BYTES ? stored : undefined
  }
  return {
    bytes,
    learn(refusedAtBytes) {
      // Where what was thought to fit is refused too, there is less than that.
      const most = Math.min(refusedAtBytes, bytes() ?? Number.POSITIVE_INFINITY)
      storage.set(KEY, String(Math.max(LEAST_BYTES, Math.round(most * TRUSTED))))
    },
  }
}

/** What to keep of a film of so many bits and in pieces of so many seconds, where a device has room for `roomBytes`. */
export function keptIn(roomBytes: number | undefined, bitsPerSecond: number, pieceSeconds: number, wish: Kept): Kept {
  if (roomBytes === undefined || bitsPerSecond <= 0) return wish
  const roomSeconds = (roomBytes * 8) / bitsPerSecond
  const backSeconds = Math.min(wish.backSeconds, roomSeconds * BACK_SHARE)
  // A piece is asked for while less than this is ahead, and then comes whole.
  const aheadSeconds = Math.min(wish.aheadSeconds, roomSeconds - backSeconds - pieceSeconds)
  return { aheadSeconds: Math.max(LEAST_PIECES_AHEAD * pieceSeconds, aheadSeconds), backSeconds }
}

/** The last of these variants, lowest first, of which at least three pieces fit; the first fits in any case. */
export function lastThatFits(roomBytes: number | undefined, bitsPerSecond: readonly number[], pieceSeconds: number): number {
  if (roomBytes === undefined) return bitsPerSecond.length - 1
  return Math.max(
    0,
    bitsPerSecond.findLastIndex((bits) => (bits / 8) * pieceSeconds * 3 <= roomBytes),
  )
}
