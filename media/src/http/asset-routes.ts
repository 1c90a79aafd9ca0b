import {
  type Asset,
  type AssetId,
  done,
  type EncodingPolicy,
  type Locale,
  type MediaLibrary,
  type NewTrack,
  type Outcome,
  problemName,
  refuse,
  type TrackEdit,
} from '@ulan/contract'
import { type BindRoute, describeProblem } from '@ulan/contract/schemas'

export type AssetRouteNeeds = {
  readonly library: MediaLibrary
  claim(uploadId: string, sha256: string | undefined): Promise<Outcome<AssetId>>
  addTrack(id: AssetId, track: NewTrack): Promise<Outcome<AssetId>>
  editTrack(id: AssetId, trackId: string, edit: TrackEdit): Promise<Outcome<AssetId>>
  removeTrack(id: AssetId, trackId: string): Promise<Outcome<AssetId>>
  setSoundLanguage(id: AssetId, name: string, language: string): Promise<Outcome<AssetId>>
  readPolicy(): Promise<EncodingPolicy>
  writePolicy(policy: EncodingPolicy): Promise<void>
}

const LIST_LIMIT = 200

/** What ended an asset was stored when nobody was reading; it is told in the reader's language. */
function inLocale(asset: Asset, locale: Locale): Asset {
  const name = asset.problem && problemName(asset.problem.type)
  return name === undefined ? asset : { ...asset, problem: describeProblem(name, locale) }
}

/** `/api/v1/assets`: progress, claiming an upload, another try. */
export function bindAssetRoutes(bind: BindRoute, needs: AssetRouteNeeds): void {
  const { library } = needs
  const readAsset = async (id: AssetId, locale: Locale): Promise<Outcome<Asset>> => {
    const asset = (await library.readAssets([id])).get(id)
    return asset === undefined ? refuse('not-found') : done(inLocale(asset, locale))
  }
  /** Does something to an asset that is there, and tells how it is afterwards. */
  const change = async (id: AssetId, locale: Locale, act: () => Promise<boolean>): Promise<Outcome<Asset>> => {
    const before = await readAsset(id, locale)
    if (before.kind === 'refused') return before
    return (await act()) ? await readAsset(id, locale) : refuse('conflict')
  }
  const told = async (changed: Outcome<AssetId>, locale: Locale): Promise<Outcome<Asset>> =>
    changed.kind === 'refused' ? changed : await readAsset(changed.value, locale)
  bind('listAssets', {
    permission: 'read',
    run: async ({ locale }) => done({ items: (await library.listAssets(LIST_LIMIT)).map((asset) => inLocale(asset, locale)) }),
  })
  bind('readAsset', { permission: 'read', run: ({ params, locale }) => readAsset(params.id, locale) })
  bind('createAsset', {
    permission: 'edit',
    run: async ({ body, locale }) => {
      return await told(await needs.claim(body.uploadId, body.sha256), locale)
    },
  })
  bind('retryAsset', {
    permission: 'edit',
    run: async ({ params, locale }) => {
      const before = await readAsset(params.id, locale)
      if (before.kind === 'refused') return before
      if (await library.retryAsset(params.id)) return await readAsset(params.id, locale)
      // A file that was refused is refused again, with what to do about it.
      const { status, problem } = before.value
      const name = status === 'failed' && problem !== undefined ? problemName(problem.type) : undefined
      return refuse(name ?? 'conflict')
    },
  })
  bind('retryRung', {
    permission: 'edit',
    run: ({ params: { id, rung }, locale }) => change(id, locale, () => library.retryRung(id, rung)),
  })
  bind('cancelAsset', { permission: 'edit', run: ({ params: { id }, locale }) => change(id, locale, () => library.cancelAsset(id)) })
  bindTrackRoutes(bind, needs, told)
  bind('readEncodingPolicy', { permission: 'read', run: async () => done(await needs.readPolicy()) })
  bind('updateEncodingPolicy', {
    permission: 'administer',
    run: async ({ body }) => {
      await needs.writePolicy(body)
      return done(body)
    },
  })
}

type Told = (changed: Outcome<AssetId>, locale: Locale) => Promise<Outcome<Asset>>

/** Sounds and subtitles that are added to an asset. */
function bindTrackRoutes(bind: BindRoute, { addTrack, editTrack, removeTrack, setSoundLanguage }: AssetRouteNeeds, told: Told): void {
  bind('addTrack', { permission: 'edit', run: async ({ params, body, locale }) => await told(await addTrack(params.id, body), locale) })
  bind('editTrack', {
    permission: 'edit',
    run: async ({ params, body, locale }) => await told(await editTrack(params.id, params.trackId, body), locale),
  })
  bind('removeTrack', {
    permission: 'edit',
    run: async ({ params, locale }) => await told(await removeTrack(params.id, params.trackId), locale),
  })
  bind('setSoundLanguage', {
    permission: 'edit',
    run: async ({ params, body, locale }) => await told(await setSoundLanguage(params.id, params.name, body.language), locale),
  })
}
