import { type AssetId, done, type FieldProblem, type MediaLibrary, type Outcome, pickText, refuse } from '@ulan/contract'
import type { CatalogueReader, ProgrammeReader } from './ports.ts'

export type AssetUseNeeds = { readonly reader: ProgrammeReader; readonly catalogue: Pick<CatalogueReader, 'listSeries'> }

/** Where an asset is used, in the contract's words: by programmes of whatever status, and by series for their posters. */
export async function findAssetUses({ reader, catalogue }: AssetUseNeeds, id: AssetId): Promise<readonly FieldProblem[]> {
  const [programmes, series] = await Promise.all([reader.listUsing(id), catalogue.listSeries()])
  const nameOf = (one: { readonly title: Parameters<typeof pickText>[0]; readonly id: string }): { title: string } => ({
    title: pickText(one.title, 'zh-Hans').text || one.id,
  })
  return [
    ...programmes.map((one) => ({ path: `programmes.${one.id}`, code: 'used-by-programme', params: nameOf(one) })),
    ...series
      .filter(({ posterAssetId }) => posterAssetId === id)
      .map((one) => ({ path: `series.${one.id}`, code: 'used-by-series', params: nameOf(one) })),
  ]
}

/** Deletes an asset that nothing uses; who was just about to use it keeps it, see `MediaUses.usesAsset`. */
export async function deleteAsset(
  { library, ...needs }: AssetUseNeeds & { readonly library: Pick<MediaLibrary, 'deleteAsset'> },
  id: AssetId,
): Promise<Outcome<undefined>> {
  const uses = await findAssetUses(needs, id)
  if (uses.length > 0) return refuse('asset-in-use', uses)
  return (await library.deleteAsset(id)) ? done(undefined) : refuse('not-found')
}
