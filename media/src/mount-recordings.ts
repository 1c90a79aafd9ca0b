import type { Express } from 'express'
import type { Edge } from './http/edge.ts'
import { bindRecordingRoutes } from './http/recording-routes.ts'
import { RecentlyUsed } from './origin/recently-used.ts'
import { createRecordingFiles } from './origin/recording-files.ts'
import { addRecording, presentRecording } from './service/edit-recordings.ts'
import type { MediaNeeds } from './service/media-needs.ts'
import { createRecordingLists } from './service/recording-lists.ts'
import type { HashingUploadStore } from './upload/upload-store.ts'

/** Some hundred recordings. */
const MOST_SOUND_BYTES = 16 * 1024 * 1024

/** Adds `/api/v1/recordings` and `/media/recordings`, the latter before what takes all of `/media`. */
export function mountRecordings(app: Express, { bind, sendProblem }: Edge, needs: MediaNeeds, uploads: HashingUploadStore): void {
  const { recordings } = needs
  app.use(createRecordingFiles({ recordings, sounds: new RecentlyUsed<Buffer>(MOST_SOUND_BYTES), sendProblem }))
  const lists = createRecordingLists(recordings, needs.clock)
  bindRecordingRoutes(bind, {
    listPublic: async (locale) => (await lists.read(locale)).map(presentRecording),
    list: async (locale) => (await recordings.list(locale)).map(presentRecording),
    add: (wish) => uploads.hold(wish.uploadId, () => addRecording(needs, uploads, wish)).finally(lists.forget),
    remove: (id) => recordings.remove(id).finally(lists.forget),
  })
}
