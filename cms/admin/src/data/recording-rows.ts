import type { Recording, SpokenText } from '@ulan/contract'

/** A text that is read aloud, and its recording where it has one. `unused`: nobody meets this text any more. */
export type RecordingRow = {
  readonly text: string
  readonly place: SpokenText['place'] | 'unused'
  readonly recording?: Recording
}
export type RecordingFilter = 'all' | 'missing' | 'recorded'

/** What there is to record, in the order it is met, and last what was recorded for words that have changed since. */
export function recordingRows(texts: readonly SpokenText[], recordings: readonly Recording[]): readonly RecordingRow[] {
  const byText = new Map(recordings.map((recording) => [recording.text, recording]))
  const rows = texts.map(({ text, place }): RecordingRow => {
    const recording = byText.get(text)
    byText.delete(text)
    return { text, place, ...(recording && { recording }) }
  })
  return [...rows, ...[...byText.values()].map((recording): RecordingRow => ({ text: recording.text, place: 'unused', recording }))]
}

export const filterRows = (rows: readonly RecordingRow[], filter: RecordingFilter): readonly RecordingRow[] =>
  filter === 'all' ? rows : rows.filter(({ recording }) => (recording === undefined) === (filter === 'missing'))

/** How much of what is met is recorded. */
export function countRows(rows: readonly RecordingRow[]): { readonly texts: number; readonly recorded: number } {
  const met = rows.filter(({ place }) => place !== 'unused')
  return { texts: met.length, recorded: met.filter(({ recording }) => recording !== undefined).length }
}
