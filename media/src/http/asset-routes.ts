import {
  type Asset,
  type AssetId,
  type CueSheet,
  type CueSheetEdit,
  done,
  type EncodingPolicy,
  type ExtraLadder,
  type MediaLibrary,
  type NewTrack,
  type Outcome,
  problemName,
  refuse,
  type TrackEdit,
} from '@ulan/contract'
import { type BindRoute, describeProblem, type ProblemLanguage } from '@ulan/contract/schemas'

/** What staff may do to assets. */
export type AssetEdits = {
  claim(uploadId: string, sha256: string | undefined): Promise<Outcome<AssetId>>
  addTrack(id: AssetId, track: NewTrack): Promise<Outcome<AssetId>>
  editTrack(id: AssetId, trackId: string, edit: TrackEdit): Promise<Outcome<AssetId>>
  removeTrack(id: AssetId, trackId: string): Promise<Outcome<AssetId>>
  readCues(id: AssetId, trackId: string): Promise<Outcome<CueSheet>>
  writeCues(id: AssetId, trackId: string, edit: CueSheetEdit): Promise<Outcome<CueSheet>>
  addLadder(id: AssetId, ladder: ExtraLadder): Promise<Outcome<AssetId>>
  forgoLadder(id: AssetId, ladder: ExtraLadder): Promise<Outcome<AssetId>>
  setSoundLanguage(id: AssetId, name: string, language: string): Promise<Outcome<AssetId>>
  readPolicy(): Promise<EncodingPolicy>
  writePolicy(policy: EncodingPolicy): Promise<void>
}

export type AssetRouteNeeds = AssetEdits & { readonly library: MediaLibrary }

const LIST_LIMIT = 200

/** What ended an asset was stored when nobody was reading; it is told in the reader's language. */
function inLanguage(asset: Asset, language: ProblemLanguage): Asset {
  const name = asset.problem && problemName(asset.problem.type)
  return name === undefined ? asset : { ...asset, problem: describeProblem(name, language, asset.problem?.errors) }
}

/** `/api/v1/assets`: progress, claiming an upload, another try. */
export function bindAssetRoutes(bind: BindRoute, needs: AssetRouteNeeds): void {
  const { library } = needs
  const readAsset = async (id: AssetId, language: ProblemLanguage): Promise<Outcome<Asset>> => {
    const asset = (await library.readAssets([id])).get(id)
    return asset === undefined ? refuse('not-found') : done(inLanguage(asset, language))
  }
  /** Does something to an asset that is there, and tells how it is afterwards. */
  const change = async (id: AssetId, language: ProblemLanguage, act: () => Promise<boolean>): Promise<Outcome<Asset>> => {
    const before = await readAsset(id, language)
    if (before.kind === 'refused') return before
    return (await act()) ? await readAsset(id, language) : refuse('conflict')
  }
  const told = async (changed: Outcome<AssetId>, language: ProblemLanguage): Promise<Outcome<Asset>> =>
    changed.kind === 'refused' ? changed : await readAsset(changed.value, language)
  bind('listAssets', {
    run: async ({ language }) => done({ items: (await library.listAssets(LIST_LIMIT)).map((asset) => inLanguage(asset, language)) }),
  })
  bind('readAsset', { run: ({ params, language }) => readAsset(params.id, language) })
  bind('createAsset', {
    run: async ({ body, language }) => {
      return await told(await needs.claim(body.uploadId, body.sha256), language)
    },
  })
  bind('retryAsset', {
    run: async ({ params, language }) => {
      const before = await readAsset(params.id, language)
      if (before.kind === 'refused') return before
      const { isMasterGone, status: stands, version } = before.value
      // What was to be added comes from files of its own.
      const isAddition = stands === 'failed' && version !== undefined
      if (isMasterGone === true && !isAddition) return refuse('master-gone')
      if (await library.retryAsset(params.id)) return await readAsset(params.id, language)
      // A file that was refused is refused again, with what to do about it.
      const { status, problem } = before.value
      const name = status === 'failed' && problem !== undefined ? problemName(problem.type) : undefined
      return refuse(name ?? 'conflict', problem?.errors)
    },
  })
  bind('retryRung', {
    run: ({ params: { id, rung }, language }) => change(id, language, () => library.retryRung(id, rung)),
  })
  bind('cancelAsset', { run: ({ params: { id }, language }) => change(id, language, () => library.cancelAsset(id)) })
  bindTrackRoutes(bind, needs, told)
  // What a ladder costs in time and disk is not for everybody to decide.
  bind('addLadder', {
    run: async ({ params, language }) => await told(await needs.addLadder(params.id, params.ladder), language),
  })
  bind('forgoLadder', {
    run: async ({ params, language }) => await told(await needs.forgoLadder(params.id, params.ladder), language),
  })
  bind('readEncodingPolicy', { run: async () => done(await needs.readPolicy()) })
  bind('updateEncodingPolicy', {
    run: async ({ body }) => {
      await needs.writePolicy(body)
      return done(body)
    },
  })
}

type Told = (changed: Outcome<AssetId>, language: ProblemLanguage) => Promise<Outcome<Asset>>

/** Sounds and subtitles that are added to an asset. */
function bindTrackRoutes(bind: BindRoute, needs: AssetRouteNeeds, told: Told): void {
  const { addTrack, editTrack, removeTrack, setSoundLanguage, readCues, writeCues } = needs
  bind('addTrack', { run: async ({ params, body, language }) => await told(await addTrack(params.id, body), language) })
  bind('editTrack', {
    run: async ({ params, body, language }) => await told(await editTrack(params.id, params.trackId, body), language),
  })
  bind('removeTrack', {
    run: async ({ params, language }) => await told(await removeTrack(params.id, params.trackId), language),
  })
  bind('readCues', { run: ({ params }) => readCues(params.id, params.trackId) })
  bind('writeCues', { run: ({ params, body }) => writeCues(params.id, params.trackId, body) })
  bind('setSoundLanguage', {
    run: async ({ params, body, language }) => await told(await setSoundLanguage(params.id, params.name, body.language), language),
  })
}
