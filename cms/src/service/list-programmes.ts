import type { MediaLibrary, Series, StaffListQuery, StaffProgrammePage, StaffSeries } from '@ulan/contract'
import { type EditNeeds, presentForStaff } from './edit-programme.ts'
import type { LiveListing } from './live-listing.ts'

type ListNeeds = Pick<EditNeeds, 'reader' | 'library' | 'settings' | 'clock'> & { readonly listing: Pick<LiveListing, 'select'> }

/** A page of the programmes that fit, as staff see them. */
export async function listForStaff(needs: ListNeeds, query: StaffListQuery): Promise<StaffProgrammePage> {
  const { ids, total, counts } = await needs.listing.select(query)
  const found = new Map((await needs.reader.readMany(ids)).map((programme) => [programme.id, programme]))
  // One that was deleted a moment ago is missing, and counted for this once.
  const items = await presentForStaff(
    needs,
    ids.flatMap((id) => found.get(id) ?? []),
  )
  return { items, total, counts }
}

type SeriesNeeds = { readonly library: Pick<MediaLibrary, 'readAssets'>; readonly listing: Pick<LiveListing, 'series'> }

/** Series with what is known of their episodes. */
export async function presentSeries({ library, listing }: SeriesNeeds, all: readonly Series[]): Promise<StaffSeries[]> {
  const known = await listing.series()
  const assetOf = ({ id, posterAssetId }: Series) => posterAssetId ?? known.get(id)?.firstAssetId
  const assets = await library.readAssets(all.flatMap((series) => assetOf(series) ?? []))
  return all.map((series) => {
    const { firstAssetId: _firstAssetId, ...episodes } = known.get(series.id) ?? { episodes: 0, published: 0, lastEpisodes: [] }
    const assetId = assetOf(series)
    const posters = assetId && assets.get(assetId)?.posters
    return { ...series, ...episodes, ...(posters && { posters }) }
  })
}
