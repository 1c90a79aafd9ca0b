import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AssetId, MediaLibrary, StarterCatalogue } from '@ulan/contract'
import type { Logger } from 'pino'
import { ARTWORK, type Artwork } from './artwork/artwork-table.ts'
import { readClosingCitations, type StarterProgramme } from './read-catalogue.ts'
import { renderPoster } from './render-poster.ts'
import { type ClipSources, renderClip } from './starter-clip.ts'
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

/**
 * Gives every asset of the catalogue its poster and then, one by one, its clip. Asks the library first what is still
 * missing, so that it may be called at every start and goes on where a killed process stopped. Ends early, without an
 * error, when the signal aborts.
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
    const faces = await loadTypefaces()
    await makePosters(needs, artworks, faces, work)
    if (needs.clips !== false) await makeClips(needs, faces, work)
  } catch (error) {
    // Stopping is no failure: the next start goes on from here.
    if (!needs.signal.aborted) throw error
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Artwork of the assets that the catalogue names, those of the hero rail first. */
function wantedArtwork(catalogue: StarterCatalogue): readonly Artwork[] {
  const named = new Set<AssetId>(catalogue.programmes.map((programme) => programme.assetId))
  for (const series of catalogue.series) if (series.posterAssetId !== undefined) named.add(series.posterAssetId)
  const heroes = heroAssets(catalogue)
  return ARTWORK.filter((artwork) => named.has(artwork.assetId)).sort(
    (a, b) => Number(heroes.has(b.assetId)) - Number(heroes.has(a.assetId)),
  )
}

function heroAssets(catalogue: StarterCatalogue): ReadonlySet<AssetId> {
  const ids = new Set<string>(
    catalogue.rails.flatMap((rail) => (rail.isHero && rail.rule.kind === 'manual' ? rail.rule.entries.map((entry) => entry.id) : [])),
  )
  const assets = new Set<AssetId>()
  for (const programme of catalogue.programmes) if (ids.has(programme.id)) assets.add(programme.assetId)
  for (const series of catalogue.series) if (ids.has(series.id) && series.posterAssetId !== undefined) assets.add(series.posterAssetId)
  return assets
}

async function makePosters(needs: FillNeeds, artworks: readonly Artwork[], faces: Typefaces, work: string): Promise<void> {
  const known = await needs.library.readAssets(artworks.map((artwork) => artwork.assetId))
  const missing = artworks.filter((artwork) => known.get(artwork.assetId)?.posters === undefined)
  const queue = missing.values()
  const worker = async (): Promise<void> => {
    for (const artwork of queue) {
      needs.signal.throwIfAborted()
      const file = join(work, `${artwork.assetId}.png`)
      await renderPoster(artwork, faces, file)
      await needs.library.importPoster(artwork.assetId, file)
      await rm(file)
    }
  }
  // All are waited for, also when one ends early: none must go on drawing when the store is closed.
  const ends = await Promise.allSettled(Array.from({ length: POSTER_WORKERS }, worker))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  if (missing.length > 0) needs.logger.info({ posters: missing.length }, 'posters of the sample catalogue are drawn')
}

async function makeClips(needs: FillNeeds, faces: Typefaces, work: string): Promise<void> {
  const sources: ClipSources = { laws: needs.catalogue.laws, citations: readClosingCitations(), faces }
  for (const programme of needs.catalogue.programmes) {
    needs.signal.throwIfAborted()
    await makeClip(needs, programme, sources, work)
  }
}

/** One clip; one that cannot be made is told of and does not keep the others back. */
async function makeClip(needs: FillNeeds, programme: StarterProgramme, sources: ClipSources, work: string): Promise<void> {
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
