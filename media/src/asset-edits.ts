import type { AssetEdits } from './http/asset-routes.ts'
import { claimUpload } from './service/claim-upload.ts'
import { readCues, writeCues } from './service/edit-cues.ts'
import { addLadder, forgoLadder } from './service/edit-ladders.ts'
import { addTrack, editTrack, removeTrack, setSoundLanguage } from './service/edit-tracks.ts'
import type { MediaNeeds } from './service/media-needs.ts'
import type { HashingUploadStore } from './upload/upload-store.ts'

/** What staff may do to assets, on this process's store and database. */
export const assetEdits = (needs: MediaNeeds, uploads: HashingUploadStore): AssetEdits => ({
  claim: (uploadId, sha256) => uploads.hold(uploadId, () => claimUpload(needs, uploads, uploadId, sha256)),
  addTrack: (id, track) => uploads.hold(track.uploadId, () => addTrack(needs, uploads, id, track)),
  editTrack: (id, trackId, edit) => editTrack(needs, id, trackId, edit),
  removeTrack: (id, trackId) => removeTrack(needs, id, trackId),
  readCues: (id, trackId) => readCues(needs, id, trackId),
  writeCues: (id, trackId, edit) => writeCues(needs, id, trackId, edit),
  addLadder: (id, ladder) => addLadder(needs, id, ladder),
  forgoLadder: (id, ladder) => forgoLadder(needs, id, ladder),
  setSoundLanguage: (id, name, language) => setSoundLanguage(needs, id, name, language),
  readPolicy: () => needs.policies.read(),
  writePolicy: (policy) => needs.policies.write(policy),
})
