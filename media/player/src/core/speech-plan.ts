import type { FormatWords, Locale, LocalText } from '@ulan/contract'
import type { Spoken } from './announcement.ts'
import { utterancesOf, type Voice, voiceFor } from './utterance.ts'

/** What to do one after another: play a recording, or let voices say pieces. */
export type SpeechStep<V> =
  | { readonly kind: 'recording'; readonly url: string }
  | { readonly kind: 'voices'; readonly pieces: readonly { readonly text: string; readonly voice: V }[] }

export type SpeechMeans<V> = {
  readonly voices: readonly V[]
  /** The recording of a text. */
  urlOf(text: LocalText): string | undefined
  /** Says lengths of time in a language. */
  wordsIn(locale: Locale): FormatWords
}

/** How texts are said with what there is: a person's recording first, else a voice of the platform, else not at all. */
export function planSpeech<V extends Voice>(spoken: Spoken, { voices, urlOf, wordsIn }: SpeechMeans<V>): readonly SpeechStep<V>[] {
  const steps: SpeechStep<V>[] = []
  for (const text of spoken) {
    const url = urlOf(text)
    if (url !== undefined) {
      steps.push({ kind: 'recording', url })
      continue
    }
    const pieces = utterancesOf([text], wordsIn).flatMap((piece) => {
      const voice = voiceFor(piece.locale, voices)
      return voice === undefined ? [] : [{ text: piece.text, voice }]
    })
    const last = steps.at(-1)
    if (last?.kind === 'voices') steps[steps.length - 1] = { kind: 'voices', pieces: [...last.pieces, ...pieces] }
    else if (pieces.length > 0) steps.push({ kind: 'voices', pieces })
  }
  return steps
}
