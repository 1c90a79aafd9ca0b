import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { AssetId, MediaLibrary, Rail, RailEntry, StarterCatalogue } from '@ulan/contract'
import type { Logger } from 'pino'
import { ARTWORK, type Artwork } from './artwork/artwork-table.ts'
import { clipCost } from './clip/clip-plan.ts'
import { readClosingCitations, type StarterProgramme } from './read-catalogue.ts'
import { renderPoster } from './render-poster.ts'
import { type ClipSources, planStarterClip, renderClip } from './starter-clip.ts'
import { loadTypefaces, type Typefaces } from './text/typefaces.ts'

/** What filling needs; `clips: false` leaves every asset with its poster alone (for measuring). */
type FillNeeds = {
  readonly library: MediaLibrary
  readonly catalogue: StarterCatalogue
  readonly logger: Logger
  readonly ffmpegPath: string
  /** A folder of its own is made in it and removed again. */
  readonly workDir: string
  readonly signal: AbortSignal
  readonly clips?: boolean
  /** Whether the public sees an asset. One that it does not see and that was never reserved belongs to a catalogue that is not in use. */
  isShown(id: AssetId): boolean
}

/** Posters drawn at the same time: as many as the smallest machine has cores. */
const POSTER_WORKERS = 2
/** As many cards of a rail as fit on a screen at once, with the next one peeping in. */
const CARDS_ON_SCREEN = 6
/** So long the other clips wait for the first; workers elsewhere may be none. */
const FIRST_CLIP_PATIENCE_MS = 60_000
const LOOK_AGAIN_MS = 250

/**
 * Gives every asset of the catalogue its poster and its clip: first the posters that the opening screen shows, then the
 * cheapest clip beside the other posters, so that something can be played soon, then the other clips one by one. Asks the
 * library first what is still missing, so that it may be called at every start and goes on where a killed process
 * stopped. Ends early, without an error, when the signal aborts.
 */
export async function fillStarterAssets(needs: FillNeeds): Promise<void> {
  const named = wantedArtwork(needs.catalogue)
  const known = await needs.library.readAssets(named.map((artwork) => artwork.assetId))
  const artworks = named.filter(({ assetId }) => known.has(assetId) || needs.isShown(assetId))
  for (const artwork of artworks) await needs.library.reserveAsset(artwork.assetId, `${artwork.assetId}.mp4`)
  const work = join(needs.workDir, 'starter')
  try {
    // What a killed process left half-done is of no use.
    await rm(work, { recursive: true, force: true })
    await mkdir(work, { recursive: true })
    await makeAll(needs, artworks, await loadTypefaces(), work)
  } catch (error) {
    // Stopping is no failure: the next start goes on from here.
    if (!needs.signal.aborted) throw error
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function makeAll(needs: FillNeeds, artworks: readonly Artwork[], faces: Typefaces, work: string): Promise<void> {
  const known = await needs.library.readAssets(artworks.map((artwork) => artwork.assetId))
  const missing = artworks.filter((artwork) => known.get(artwork.assetId)?.posters === undefined)
  const opening = openingAssets(needs.catalogue)
  const isOpening = (artwork: Artwork): boolean => opening.has(artwork.assetId)
  await makePosters(needs, missing.filter(isOpening), { faces, work, workers: POSTER_WORKERS })
  const others = missing.filter((artwork) => !isOpening(artwork))
  const waiting =
    needs.clips === false ? [] : needs.catalogue.programmes.filter(({ assetId }) => known.get(assetId)?.status === 'awaiting-master')
  const sources: ClipSources = { laws: needs.catalogue.laws, citations: readClosingCitations(), faces }
  const first = cheapestClip(waiting)
  await allOf([
    makePosters(needs, others, { faces, work, workers: first === undefined ? POSTER_WORKERS : 1 }),
    first === undefined ? undefined : makeClip(needs, first, sources, work),
  ])
  if (missing.length > 0) needs.logger.info({ posters: missing.length }, 'posters of the sample catalogue are drawn')
  const rest = waiting.filter((programme) => programme !== first)
  if (first !== undefined && rest.length > 0) await untilSettled(needs, first.assetId)
  for (const programme of rest) await makeClip(needs, programme, sources, work)
}

/** Artwork of the assets that the catalogue names, in the order in which somebody comes upon them. */
function wantedArtwork(catalogue: StarterCatalogue): readonly Artwork[] {
  const named = new Set<AssetId>(catalogue.programmes.map((programme) => programme.assetId))
  for (const series of catalogue.series) if (series.posterAssetId !== undefined) named.add(series.posterAssetId)
  const places = new Map([...openingAssets(catalogue)].map((assetId, place) => [assetId, place]))
  const placeOf = ({ assetId }: Artwork): number => places.get(assetId) ?? places.size
  return ARTWORK.filter((artwork) => named.has(artwork.assetId)).sort((a, b) => placeOf(a) - placeOf(b))
}

/** What the opening screen shows, in this order: the hero that stands first, the beginning of the first rail, the other heroes. */
function openingAssets(catalogue: StarterCatalogue): ReadonlySet<AssetId> {
  const heroes = catalogue.rails.filter((rail) => rail.isHero).flatMap((rail) => railAssets(catalogue, rail))
  const [first] = catalogue.rails.filter((rail) => !rail.isHero).sort((a, b) => a.position - b.position)
  const beginning = first === undefined ? [] : railAssets(catalogue, first).slice(0, CARDS_ON_SCREEN)
  return new Set([...heroes.slice(0, 1), ...beginning, ...heroes])
}

/** What a rail of the samples shows; the first programme of the catalogue is the newest, an episode stands as its series. */
function railAssets({ programmes, series }: StarterCatalogue, { rule }: Rail): readonly AssetId[] {
  const byProgramme = new Map<string, AssetId>(programmes.map(({ id, assetId }) => [id, assetId]))
  const bySeries = new Map<string, AssetId | undefined>(series.map(({ id, posterAssetId }) => [id, posterAssetId]))
  const assetsOf = (entries: readonly RailEntry[]): readonly AssetId[] =>
    entries.flatMap((entry) => (entry.kind === 'series' ? bySeries : byProgramme).get(entry.id) ?? [])
  if (rule.kind === 'manual') return assetsOf(rule.entries)
  // Nobody has said yet where they live, or left anything half way.
  if (rule.kind !== 'newest') return []
  const newest = programmes
    .filter(({ kind }) => rule.programmeKind === undefined || kind === rule.programmeKind)
    .map(({ assetId, episodeOf }) => (episodeOf === undefined ? assetId : (bySeries.get(episodeOf.seriesId) ?? assetId)))
  return [...[...new Set(newest)].slice(0, rule.limit), ...assetsOf(rule.followedBy ?? [])]
}

/** The programme whose clip asks least of the machine. */
function cheapestClip(programmes: readonly StarterProgramme[]): StarterProgramme | undefined {
  const priced = programmes.map((programme) => ({ programme, cost: clipCost(planStarterClip(programme)) }))
  return priced.reduce<(typeof priced)[number] | undefined>(
    (best, one) => (best === undefined || one.cost < best.cost ? one : best),
    undefined,
  )?.programme
}

/** Resolves when the asset can be played or never will; two things at once would only make the first one late. */
async function untilSettled(needs: FillNeeds, id: AssetId): Promise<void> {
  const giveUp = AbortSignal.timeout(FIRST_CLIP_PATIENCE_MS)
  while (!giveUp.aborted) {
    needs.signal.throwIfAborted()
    const asset = (await needs.library.readAssets([id])).get(id)
    if (asset === undefined || asset.status === 'ready' || asset.status === 'failed' || asset.status === 'awaiting-master') return
    await delay(LOOK_AGAIN_MS, undefined, { signal: needs.signal })
  }
}

type Drawing = { readonly faces: Typefaces; readonly work: string; readonly workers: number }

async function makePosters(needs: FillNeeds, artworks: readonly Artwork[], { faces, work, workers }: Drawing): Promise<void> {
  const queue = artworks.values()
  const worker = async (): Promise<void> => {
    for (const artwork of queue) {
      needs.signal.throwIfAborted()
      const file = join(work, `${artwork.assetId}.png`)
      await renderPoster(artwork, faces, file)
      await needs.library.importPoster(artwork.assetId, file)
      await rm(file)
    }
  }
  await allOf(Array.from({ length: workers }, worker))
}

/** Waits for all, also when one ends early: none must go on drawing when the store is closed. */
async function allOf(works: readonly (Promise<void> | undefined)[]): Promise<void> {
  for (const end of await Promise.allSettled(works)) if (end.status === 'rejected') throw end.reason
}

/** One clip; one that cannot be made is told of and does not keep the others back. */
async function makeClip(needs: FillNeeds, programme: StarterProgramme, sources: ClipSources, work: string): Promise<void> {
  needs.signal.throwIfAborted()
  const asset = (await needs.library.readAssets([programme.assetId])).get(programme.assetId)
  if (asset?.status !== 'awaiting-master') return
  const file = join(work, `${programme.assetId}.mp4`)
  try {
    await renderClip(programme, sources, file, { ffmpegPath: needs.ffmpegPath, workDir: work, signal: needs.signal })
    await needs.library.importMaster(programme.assetId, file)
    needs.logger.info({ programmeId: programme.id }, 'a sample clip is rendered')
  } catch (error) {
    if (needs.signal.aborted) throw error
    needs.logger.error({ err: error, programmeId: programme.id }, 'a sample clip could not be rendered')
  } finally {
    await rm(file, { force: true })
  }
}
