import type { RouteName } from '@ulan/contract/schemas'

/** Routes that the media side answers: the CMS alone has none of them. */
export const MEDIA_ROUTES = [
  'listAssets',
  'readAsset',
  'createAsset',
  'retryAsset',
  'retryRung',
  'cancelAsset',
  'addTrack',
  'editTrack',
  'removeTrack',
  'readCues',
  'writeCues',
  'addLadder',
  'forgoLadder',
  'setSoundLanguage',
  'readEncodingPolicy',
  'updateEncodingPolicy',
  'readRecordings',
  'listRecordings',
  'createPicture',
  'createRecording',
  'deleteRecording',
] as const satisfies readonly RouteName[]
