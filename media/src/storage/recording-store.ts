import type { Locale } from '@ulan/contract'
import { type Connection, type Model, Schema } from 'mongoose'

/** A recording without its sound, as it is listed. */
export type RecordingEntry = {
  readonly _id: string
  readonly locale: Locale
  readonly text: string
  readonly seconds: number
  readonly fileName: string
  readonly addedAt: Date
}
/** Some seconds of speech are some ten kilobytes: kept with its text, it is backed up and restored with it. */
type RecordingRecord = RecordingEntry & { readonly audio: Buffer }

const required = { type: String, required: true } as const
const recordingSchema = new Schema<RecordingRecord>(
  {
    _id: required,
    locale: required,
    text: required,
    seconds: { type: Number, required: true },
    fileName: required,
    addedAt: { type: Date, required: true },
    audio: { type: Buffer, required: true },
  },
  { collection: 'recordings', versionKey: false, autoIndex: false, autoCreate: false, strict: 'throw' },
)
recordingSchema.index({ locale: 1, addedAt: 1 })

/** Texts read aloud by people. */
export class RecordingStore {
  readonly #recordings: Model<RecordingRecord>

  constructor(connection: Connection) {
    this.#recordings = connection.model<RecordingRecord>('Recording', recordingSchema)
  }

  async prepare(): Promise<void> {
    await this.#recordings.createIndexes()
  }

  /** Of one language, oldest first; one for each text. */
  async list(locale: Locale): Promise<readonly RecordingEntry[]> {
    const found = await this.#recordings.find({ locale }, { audio: 0 }).sort({ addedAt: 1 }).lean<RecordingEntry[]>()
    // A later one of the same text may not have driven out the one before yet.
    return [...new Map(found.map((entry) => [entry.text, entry])).values()]
  }

  async read(id: string): Promise<RecordingEntry | undefined> {
    return (await this.#recordings.findById(id, { audio: 0 }).lean<RecordingEntry>()) ?? undefined
  }

  async readAudio(id: string): Promise<Buffer | undefined> {
    return (await this.#recordings.findById(id, { audio: 1 }))?.audio
  }

  /** Keeps a recording in the place of the others of its text; again is harmless. */
  async replace(entry: RecordingEntry, audio: Buffer): Promise<void> {
    const { _id, ...members } = entry
    await this.#recordings.updateOne({ _id }, { $set: { ...members, audio } }, { upsert: true })
    await this.#recordings.deleteMany({ locale: entry.locale, text: entry.text, _id: { $ne: _id } })
  }

  /** False when there is none of that id. */
  async remove(id: string): Promise<boolean> {
    return (await this.#recordings.deleteOne({ _id: id })).deletedCount > 0
  }
}
