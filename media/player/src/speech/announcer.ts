import type { Locale } from '@ulan/contract'
import type { Spoken } from '../core/announcement.ts'
import type { RecordingBook } from '../core/recording-book.ts'
import { planSpeech, type SpeechStep } from '../core/speech-plan.ts'
import { voiceFor } from '../core/utterance.ts'
import { calendarWordsIn } from './calendar-words.ts'

/** Reads aloud what is on screen, for whoever cannot read it. */
export type Announcer = {
  /** Says these texts instead of what is being said. What has neither a recording nor a voice is passed over in silence. */
  say(texts: Spoken): void
  /** Falls silent. */
  stop(): void
  /** True where something can be said in one of these languages. */
  canSpeak(locales: readonly Locale[]): boolean
  /** Tells when that has changed, until the returned function is called: platforms learn of their voices after the page is there. */
  onChange(changed: () => void): () => void
}

export type AnnouncerPorts = {
  /** The platform's voices (Web Speech API, § 4.2); undefined where there are none. */
  readonly speech: SpeechSynthesis | undefined
  readonly recordings: RecordingBook
}

/** A little slower than platforms speak: many listeners are old, or hear Chinese as their second language. */
const RATE = 0.9

/** An announcer that plays what people have recorded, and lets the platform say the rest. */
export function createAnnouncer({ speech, recordings }: AnnouncerPorts): Announcer {
  const sound = new Audio()
  /** Counts what is said: what ends late belongs to something that nobody hears any more. */
  let saying = 0
  const stop = (): void => {
    saying += 1
    sound.pause()
    speech?.cancel()
  }
  const go = ([step, ...rest]: readonly SpeechStep<SpeechSynthesisVoice>[], turn: number): void => {
    if (step === undefined || turn !== saying) return
    const next = (): void => go(rest, turn)
    if (step.kind === 'recording') playRecording(sound, step.url, next)
    else if (speech !== undefined) speak(speech, step.pieces, next)
  }
  return {
    say(texts) {
      stop()
      const voices = speech?.getVoices() ?? []
      go(planSpeech(texts, { voices, urlOf: recordings.urlOf, wordsIn: calendarWordsIn }), saying)
    },
    stop,
    canSpeak(locales) {
      const voices = speech?.getVoices() ?? []
      return recordings.has(locales) || locales.some((locale) => voiceFor(locale, voices) !== undefined)
    },
    onChange(changed) {
      const forget = recordings.onChange(changed)
      // WebKit's older engines have voices, but cannot be told to listen.
      speech?.addEventListener?.('voiceschanged', changed)
      return () => {
        forget()
        speech?.removeEventListener?.('voiceschanged', changed)
      }
    },
  }
}

/** One that cannot be had, or not be played here, is passed over. */
function playRecording(sound: HTMLAudioElement, url: string, then: () => void): void {
  sound.onended = then
  sound.onerror = then
  sound.src = url
  // Refused before the first touch of the page, and cut short by whatever is said next; both tell nobody anything.
  sound.play()?.catch(() => undefined)
}

function speak(
  speech: SpeechSynthesis,
  pieces: readonly { readonly text: string; readonly voice: SpeechSynthesisVoice }[],
  then: () => void,
): void {
  for (const [at, { text, voice }] of pieces.entries()) {
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = RATE
    if (at === pieces.length - 1) {
      utterance.onend = then
      utterance.onerror = then
    }
    speech.speak(utterance)
  }
  // Chromium and Android leave a queue halted that was cancelled while it was paused.
  speech.resume()
}
