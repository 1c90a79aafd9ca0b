import type { Locale, LocalText, PlayableRecording } from '@ulan/contract'

/** Which texts people have read aloud, by language. */
export type RecordingBook = {
  /** Asks again what there is in a language; where nobody answers, what was known stays. */
  load(locale: Locale): Promise<void>
  /** The recording of exactly these words; undefined where there is none. */
  urlOf(text: LocalText): string | undefined
  /** True where anything of these languages was recorded. */
  has(locales: readonly Locale[]): boolean
  /** Tells when there is more or less, until the returned function is called. */
  onChange(changed: () => void): () => void
}

/** An empty book; `ask` resolves with the recordings of a language, or with undefined where they could not be had. */
export function createRecordingBook(ask: (locale: Locale) => Promise<readonly PlayableRecording[] | undefined>): RecordingBook {
  const urls = new Map<Locale, ReadonlyMap<string, string>>()
  const listeners = new Set<() => void>()
  return {
    async load(locale) {
      const recordings = await ask(locale)
      if (recordings === undefined) return
      urls.set(locale, new Map(recordings.map(({ text, url }) => [text, url])))
      for (const listener of listeners) listener()
    },
    urlOf: ({ text, locale }) => urls.get(locale)?.get(text),
    has: (locales) => locales.some((locale) => (urls.get(locale)?.size ?? 0) > 0),
    onChange(changed) {
      listeners.add(changed)
      return () => {
        listeners.delete(changed)
      }
    },
  }
}
