import type { FormatWords, Locale } from '@ulan/contract'
import type { Spoken } from '../core/announcement.ts'
import { utterancesOf, voiceFor } from '../core/utterance.ts'

/** Reads aloud what is on screen, for whoever cannot read it. */
export type Announcer = {
  /** Says these texts instead of what is being said. A language without a voice is passed over in silence. */
  say(texts: Spoken): void
  /** Falls silent. */
  stop(): void
  /** True where there is a voice for one of these languages. */
  canSpeak(locales: readonly Locale[]): boolean
  /** Tells when voices have come or gone, until the returned function is called: platforms learn of theirs after the page is there. */
  onVoices(changed: () => void): () => void
}

/** A little slower than platforms speak: many listeners are old, or hear Chinese as their second language. */
const RATE = 0.9

/**
 * An announcer that speaks with the platform's voices (Web Speech API, § 4.2); without any it is silent.
 * `wordsIn` says lengths of time in a language.
 */
export function createAnnouncer(speech: SpeechSynthesis | undefined, wordsIn: (locale: Locale) => FormatWords): Announcer {
  return {
    say(texts) {
      if (speech === undefined) return
      speech.cancel()
      const voices = speech.getVoices()
      for (const { text, locale } of utterancesOf(texts, wordsIn)) {
        const voice = voiceFor(locale, voices)
        if (voice === undefined) continue
        const utterance = new SpeechSynthesisUtterance(text)
        utterance.voice = voice
        utterance.lang = voice.lang
        utterance.rate = RATE
        speech.speak(utterance)
      }
      // Chromium and Android leave a queue halted that was cancelled while it was paused.
      speech.resume()
    },
    stop: () => speech?.cancel(),
    canSpeak(locales) {
      const voices = speech?.getVoices() ?? []
      return locales.some((locale) => voiceFor(locale, voices) !== undefined)
    },
    onVoices(changed) {
      // WebKit's older engines have voices, but not this event's target.
      speech?.addEventListener?.('voiceschanged', changed)
      return () => speech?.removeEventListener?.('voiceschanged', changed)
    },
  }
}
