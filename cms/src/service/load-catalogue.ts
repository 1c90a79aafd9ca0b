import type { AssetId, MediaLibrary, ProgrammeId } from '@ulan/contract'
import type { StoredHome } from '../domain/home/home-at.ts'
import { type PublicProgramme, publicOf } from '../domain/programme/kept-programme.ts'
import { assetIdsOf, type Catalogue } from '../domain/snapshot/catalogue.ts'
import type { CatalogueReader, HomeLayoutStore, ProgrammeReader, SettingsReader } from './ports.ts'

/** What changed in the store, as finely as the change tells. */
export type CatalogueChange =
  | { readonly kind: 'programme'; readonly id: ProgrammeId }
  | { readonly kind: 'asset'; readonly id: AssetId }
  /** Of this programme; the public sees nothing of it. */
  | { readonly kind: 'review'; readonly id: ProgrammeId }
  /** Series, rails, quizzes, questions, laws, vocabularies and settings: small, read whole. */
  | { readonly kind: 'small-nouns' }
  | { readonly kind: 'all' }

export type LoadNeeds = {
  readonly programmes: Pick<ProgrammeReader, 'readMany' | 'listPublished'>
  readonly catalogue: CatalogueReader
  readonly layout: Pick<HomeLayoutStore, 'readRevision'>
  readonly settings: SettingsReader
  readonly library: Pick<MediaLibrary, 'readAssets'>
}

/** All that is published, with the whole layout of home: which of its rails are shown is a matter of the time. */
export type LoadedCatalogue = Omit<Catalogue, 'rails'> & { readonly home: StoredHome }
type SmallNouns = Omit<LoadedCatalogue, 'programmes' | 'assets'>

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<T['id'], T> => new Map(items.map((item) => [item.id, item]))

async function loadSmallNouns({ catalogue, layout, settings: reader }: LoadNeeds): Promise<SmallNouns> {
  const [series, rails, { campaigns }, laws, genres, troupes, regions, quizzes, questions, settings] = await Promise.all([
    catalogue.listSeries(),
    catalogue.listRails(),
    layout.readRevision(),
    catalogue.listLaws(),
    catalogue.listGenres(),
    catalogue.listTroupes(),
    catalogue.listRegions(),
    catalogue.listQuizzes(),
    catalogue.listQuestions(),
    reader.readSettings(),
  ])
  return {
    home: { rails, campaigns },
    settings,
    series: byId(series),
    laws: byId(laws),
    genres: byId(genres),
    troupes: byId(troupes),
    regions: new Map(regions.map((region) => [region.code, region])),
    quizzes: byId(quizzes),
    questions: byId(questions),
  }
}

/** Reads the whole catalogue. */
export async function loadCatalogue(needs: LoadNeeds): Promise<LoadedCatalogue> {
  const [small, published] = await Promise.all([loadSmallNouns(needs), needs.programmes.listPublished()])
  const programmes = byId(published.map(publicOf))
  const assets = await needs.library.readAssets([...assetIdsOf(programmes.values(), small.series.values())])
  return { ...small, programmes, assets }
}

/**
 * Brings a loaded catalogue up to date by reading again only what the changes name. The same object comes back when
 * nothing did change: an event that echoes our own write, or an asset nobody shows.
 */
export async function reloadCatalogue(
  needs: LoadNeeds,
  old: LoadedCatalogue,
  changes: readonly CatalogueChange[],
): Promise<LoadedCatalogue> {
  if (changes.some((change) => change.kind === 'all')) return loadCatalogue(needs)
  const hasSmall = changes.some((change) => change.kind === 'small-nouns')
  const small = hasSmall ? await loadSmallNouns(needs) : old
  const programmes = await reloadProgrammes(needs, old, changes)
  const hasSameNames = !hasSmall && programmes === old.programmes
  const changed = changes.flatMap((change) => (change.kind === 'asset' ? [change.id] : []))
  if (hasSameNames && changed.length === 0) return old
  const wanted = assetIdsOf(programmes.values(), small.series.values())
  const stale = new Set(changed.filter((id) => wanted.has(id)))
  if (hasSameNames && stale.size === 0) return old
  const missing = [...wanted].filter((id) => stale.has(id) || !old.assets.has(id))
  const fresh = missing.length === 0 ? new Map() : await needs.library.readAssets(missing)
  const assets = new Map([...wanted].flatMap((id) => pair(id, fresh.get(id) ?? old.assets.get(id))))
  return { ...small, programmes, assets }
}

const pair = <K, V>(key: K, value: V | undefined): [K, V][] => (value === undefined ? [] : [[key, value]])

async function reloadProgrammes(
  needs: LoadNeeds,
  old: LoadedCatalogue,
  changes: readonly CatalogueChange[],
): Promise<ReadonlyMap<ProgrammeId, PublicProgramme>> {
  const ids = [...new Set(changes.flatMap((change) => (change.kind === 'programme' ? [change.id] : [])))]
  if (ids.length === 0) return old.programmes
  const read = byId((await needs.programmes.readMany(ids)).filter((programme) => programme.status === 'published').map(publicOf))
  // A revision is one content for ever, so equal revisions need no new map.
  if (ids.every((id) => read.get(id)?.rev === old.programmes.get(id)?.rev)) return old.programmes
  const programmes = new Map(old.programmes)
  for (const id of ids) programmes.delete(id)
  for (const programme of read.values()) programmes.set(programme.id, programme)
  return programmes
}
