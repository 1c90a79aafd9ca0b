import { createContext, useContext, useSyncExternalStore } from 'react'
import type { CueDrafts } from './form/cue-drafts.ts'
import type { DraftStore } from './form/draft-store.ts'
import type { TranslationDrafts } from './form/translation-drafts.ts'
import type { PendingUploads } from './upload/pending-uploads.ts'
import type { TrackUpload, TrackUploads } from './upload/track-uploads.ts'
import type { UploadCentre } from './upload/upload-centre.ts'
import type { Upload } from './upload/upload-state.ts'

/** What lives as long as the window, whichever page is open. */
export type Newsroom = {
  readonly uploads: UploadCentre
  readonly trackUploads: TrackUploads
  readonly pending: PendingUploads
  readonly drafts: DraftStore
  readonly cueDrafts: CueDrafts
  readonly translationDrafts: TranslationDrafts
  readonly store: Storage
}

const NewsroomContext = createContext<Newsroom | undefined>(undefined)
export const NewsroomProvider = NewsroomContext.Provider

export function useNewsroom(): Newsroom {
  const newsroom = useContext(NewsroomContext)
  if (newsroom === undefined) throw new Error('NewsroomProvider is missing above this component')
  return newsroom
}

export function useUploads(): readonly Upload[] {
  const { uploads } = useNewsroom()
  return useSyncExternalStore(uploads.subscribe, uploads.list)
}

export function useTrackUploads(): readonly TrackUpload[] {
  const { trackUploads } = useNewsroom()
  return useSyncExternalStore(trackUploads.subscribe, trackUploads.list)
}
