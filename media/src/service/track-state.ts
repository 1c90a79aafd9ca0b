import type { Asset } from '@ulan/contract'
import type { Track } from '../plan/addition-plan.ts'
import type { AssetRecord } from '../storage/asset-model.ts'

type Standing = Pick<AssetRecord, 'status' | 'published'> & { readonly plan?: Pick<NonNullable<AssetRecord['plan']>, 'audios' | 'cues'> }

/** Name under which a plan makes it just as it is wished for; another place in time has another name. */
function plannedName(plan: Standing['plan'], { kind, id, language, offsetMs }: Track): string | undefined {
  if (kind === 'audio')
    return plan?.audios.find(({ track, ...audio }) => track?.id === id && track.offsetMs === offsetMs && audio.language === language)?.name
  return plan?.cues?.find((cues) => cues.trackId === id && cues.offsetMs === offsetMs && cues.language === language)?.name
}

/** Where an added file stands, in what the public has and what is being made. */
export function trackState({ status, plan, published }: Standing, track: Track): Asset['tracks'][number]['state'] {
  const parts = track.kind === 'audio' ? published?.audios : published?.cues
  const shown = parts?.find(({ trackId }) => trackId === track.id)
  const planned = plannedName(plan, track)
  const isAsPlanned = shown?.language === track.language && shown.name === (planned ?? shown.name)
  if (status !== 'encoding') return isAsPlanned ? 'published' : 'waiting'
  if (planned === undefined) return 'waiting'
  return isAsPlanned ? 'published' : 'encoding'
}
