import { type Asset, type AssetId, done, type Locale, type MediaLibrary, type Outcome, problemName, refuse } from '@ulan/contract'
import { type BindRoute, describeProblem } from '@ulan/contract/schemas'

export type AssetRouteNeeds = {
  readonly library: MediaLibrary
  claim(uploadId: string, sha256: string | undefined): Promise<Outcome<AssetId>>
}

const LIST_LIMIT = 200

/** What ended an asset was stored when nobody was reading; it is told in the reader's language. */
function inLocale(asset: Asset, locale: Locale): Asset {
  const name = asset.problem && problemName(asset.problem.type)
  return name === undefined ? asset : { ...asset, problem: describeProblem(name, locale) }
}

/** `/api/v1/assets`: progress, claiming an upload, another try. */
export function bindAssetRoutes(bind: BindRoute, { library, claim }: AssetRouteNeeds): void {
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
  bind('listAssets', {
    permission: 'read',
    run: async ({ locale }) => done({ items: (await library.listAssets(LIST_LIMIT)).map((asset) => inLocale(asset, locale)) }),
  })
  bind('readAsset', { permission: 'read', run: ({ params, locale }) => readAsset(params.id, locale) })
  bind('createAsset', {
    permission: 'edit',
    run: async ({ body, locale }) => {
      const claimed = await claim(body.uploadId, body.sha256)
      return claimed.kind === 'refused' ? claimed : await readAsset(claimed.value, locale)
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
}
