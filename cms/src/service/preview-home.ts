import type { HomePreview, HomePreviewWish, MediaLibrary } from '@ulan/contract'
import { programmesAt } from '../domain/home/catalogue-at.ts'
import { homeAt, type StoredHome } from '../domain/home/home-at.ts'
import { railsInPlace, readableRails } from '../domain/home/home-layout.ts'
import { licensedAt } from '../domain/publish/licence.ts'
import { buildSnapshot } from '../domain/snapshot/build-snapshot.ts'
import { assetIdsOf, type Catalogue } from '../domain/snapshot/catalogue.ts'
import { childrensSnapshot } from '../domain/snapshot/childrens-snapshot.ts'
import { presentHome } from '../domain/snapshot/present-home.ts'
import type { LiveSnapshot } from './live-snapshot.ts'
import type { ProgrammeReader } from './ports.ts'

export type PreviewNeeds = {
  readonly reader: Pick<ProgrammeReader, 'listScheduled'>
  readonly library: Pick<MediaLibrary, 'readAssets'>
  readonly live: Pick<LiveSnapshot, 'current' | 'stored'>
  clock(): Date
}

/** The home screen as viewers will have it at a time, now at the earliest, if all that is planned until then is done; nothing is kept of it. */
export async function previewHome(needs: PreviewNeeds, wish: HomePreviewWish): Promise<HomePreview> {
  const { reader, library, live, clock } = needs
  const at = instantOf(wish.at, clock())
  const { catalogue } = live.current()
  const stored = live.stored()
  const { programmes: planned, changed, plannedCount } = programmesAt(stored.programmes, await reader.listScheduled(), at)
  const { programmes } = licensedAt(planned, Date.parse(at))
  const missing = [...assetIdsOf(changed, [])].filter((id) => !catalogue.assets.has(id))
  const assets = missing.length === 0 ? catalogue.assets : new Map([...catalogue.assets, ...(await library.readAssets(missing))])
  const { rails } = homeAt(layoutOf(wish, stored.home), Date.parse(at))
  const next: Catalogue = { ...catalogue, programmes, assets, rails }
  const snapshot = buildSnapshot(next, 'preview')
  const { locale, device, region, audience } = wish
  const home = presentHome(audience === 'children' ? childrensSnapshot(snapshot) : snapshot, { locale, device, region, audience })
  return { home, plannedCount }
}

/** What somebody works on, or what is stored. */
const layoutOf = ({ rails, campaigns }: HomePreviewWish, stored: StoredHome): StoredHome => ({
  rails: rails === undefined ? stored.rails : railsInPlace(readableRails(rails)),
  campaigns: campaigns ?? stored.campaigns,
})

/** The last one that all texts of instants can be compared with as texts. */
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z')

/** UTC, ISO 8601. What was public once is not known any more: what is past is looked at as of now. */
const instantOf = (at: string, now: Date): string => new Date(Math.min(LAST_MS, Math.max(Date.parse(at), now.getTime()))).toISOString()
