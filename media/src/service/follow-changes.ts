import { setTimeout as delay } from 'node:timers/promises'
import type { AssetStore } from '../storage/asset-store.ts'

type ChangeStream = ReturnType<AssetStore['watch']>

export type Following = {
  open(): ChangeStream
  /** With the key of what has changed. */
  onChange(id: string): void
  /** After a break, in which anything may have changed. */
  onBreak(): Promise<void> | void
}

const RESUME_MS = 1_000

/** Listens to one change stream until it breaks or `signal` aborts. */
async function followOnce({ open, onChange }: Following, signal: AbortSignal): Promise<void> {
  const stream = open()
  let end: () => void = () => undefined
  try {
    await new Promise<void>((resolve, reject) => {
      end = resolve
      signal.addEventListener('abort', end, { once: true })
      stream.on('change', (change: { readonly documentKey?: { readonly _id: unknown } }) => {
        if (change.documentKey !== undefined) onChange(String(change.documentKey._id))
      })
      stream.on('error', reject)
      stream.on('close', resolve)
    })
  } finally {
    signal.removeEventListener('abort', end)
    await stream.close()
  }
}

/** Follows changes for ever; `tell` hears why it had to begin again. */
export async function followChanges(following: Following, tell: (error: unknown) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await followOnce(following, signal)
      if (signal.aborted) return
      await following.onBreak()
    } catch (error) {
      if (signal.aborted) return
      tell(error)
    }
    await delay(RESUME_MS, undefined, { signal }).catch(() => undefined) // aborting is the end, not an error
  }
}
