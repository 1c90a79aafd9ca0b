import type { Locale, PlayableRecording } from '@ulan/contract'
import { type Announcer, createAnnouncer, createRecordingBook, type RecordingBook } from '@ulan/player'

export type Speech = { readonly announcer: Announcer; readonly recordings: RecordingBook }

/** What a box says with: its voices, and what people have recorded. A file of its own, since nothing of it is needed at the start. */
export function openSpeech(ask: (locale: Locale) => Promise<readonly PlayableRecording[] | undefined>): Speech {
  const recordings = createRecordingBook(ask)
  return { recordings, announcer: createAnnouncer({ speech: window.speechSynthesis, recordings }) }
}
