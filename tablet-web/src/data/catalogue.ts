import type { KeyValueStorage } from '@ulan/player'
import type { ApiClient } from './api-client.ts'
import { isWorthKeeping } from './paths.ts'

/** Something of the catalogue as a screen may show it now. */
export type Resource<T> =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'ready'
      readonly value: T /** The server could not be asked; this is what it said last. */
      readonly isStale: boolean
    }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'failed' }

export type Catalogue = {
  /** What is known now; the same object until something changes. */
  peek<T>(path: string): Resource<T>
  /** Asks the server; what is on screen stays until the answer is there. */
  refresh(path: string): Promise<void>
  /** Asks again for all that could not be had. */
  refreshFailed(): void
  subscribe(listener: () => void): () => void
}

const LOADING: Resource<never> = { kind: 'loading' }
const KEPT_KEY = 'catalogue.kept'
const KEPT_PATHS_MAX = 40

/** Reads the catalogue through the server, and keeps the last answers on the tablet for the way between two villages. */
export function createCatalogue(api: ApiClient, storage: KeyValueStorage): Catalogue {
  const known = new Map<string, Resource<unknown>>()
  const texts = new Map<string, string>()
  const running = new Map<string, Promise<void>>()
  const listeners = new Set<() => void>()

  const put = (path: string, resource: Resource<unknown>): void => {
    known.set(path, resource)
    for (const listener of listeners) listener()
  }
  const ask = async (path: string): Promise<void> => {
    const reply = await api.read(path)
    const fresh = reply.kind === 'ok' ? parseJson(reply.text) : undefined
    if (reply.kind === 'ok' && fresh !== undefined) {
      const before = known.get(path)
      // Same words: same object, so that nothing on screen is drawn anew.
      if (before?.kind === 'ready' && texts.get(path) === reply.text)
        return before.isStale ? put(path, { ...before, isStale: false }) : undefined
      texts.set(path, reply.text)
      put(path, { kind: 'ready', value: fresh, isStale: false })
      if (isWorthKeeping(path)) keepText(storage, path, reply.text)
      return
    }
    if (reply.kind === 'gone') {
      forgetText(storage, path)
      put(path, { kind: 'gone' })
      return
    }
    const last = parseJson(texts.get(path) ?? storage.get(textKey(path)) ?? '')
    const nothing = { kind: reply.kind === 'ok' ? 'failed' : reply.kind } as const
    put(path, last === undefined ? nothing : { kind: 'ready', value: last, isStale: true })
  }
  const refresh = (path: string): Promise<void> => {
    const under = running.get(path)
    if (under !== undefined) return under
    const started = ask(path).finally(() => running.delete(path))
    running.set(path, started)
    return started
  }

  return {
    // The server's answers are checked against the contract on its side; `T` is what the path stands for there.
    peek: <T>(path: string) => (known.get(path) ?? LOADING) as Resource<T>,
    refresh,
    refreshFailed() {
      for (const [path, resource] of known) {
        const isFine = resource.kind === 'ready' ? !resource.isStale : resource.kind === 'gone'
        if (!isFine) void refresh(path)
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

const textKey = (path: string): string => `catalogue${path}`

function keptPaths(storage: KeyValueStorage): readonly string[] {
  return (storage.get(KEPT_KEY) ?? '').split('\n').filter((path) => path !== '')
}

/** Undefined for an answer cut short on its way, or a kept text that was damaged. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the caller shows what it had before, or says so
  }
}

function keepText(storage: KeyValueStorage, path: string, text: string): void {
  const paths = [path, ...keptPaths(storage).filter((kept) => kept !== path)]
  for (const old of paths.slice(KEPT_PATHS_MAX)) storage.set(textKey(old), '')
  storage.set(KEPT_KEY, paths.slice(0, KEPT_PATHS_MAX).join('\n'))
  storage.set(textKey(path), text)
}

function forgetText(storage: KeyValueStorage, path: string): void {
  storage.set(
    KEPT_KEY,
    keptPaths(storage)
      .filter((kept) => kept !== path)
      .join('\n'),
  )
  storage.set(textKey(path), '')
}
