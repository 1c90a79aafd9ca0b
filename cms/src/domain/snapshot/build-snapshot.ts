import type { AssetId, PictureId, ProgrammeId, RailEntry, Series, SeriesId } from '@ulan/contract'
import type { PublicProgramme } from '../programme/kept-programme.ts'
import type { SignedFilm } from '../review/signed-film.ts'
import { assetIdsOf, type Catalogue } from './catalogue.ts'

export type PublicSeries = { readonly series: Series; readonly episodes: readonly PublicProgramme[] }
/** One immutable version of all that the public may see. */
export type Snapshot = {
  readonly id: string
  readonly catalogue: Catalogue
  /** Newest first. */
  readonly programmes: readonly PublicProgramme[]
  readonly programmeById: ReadonlyMap<ProgrammeId, PublicProgramme>
  readonly series: ReadonlyMap<SeriesId, PublicSeries>
  /** Newest first; episodes stand as their series, once. */
  readonly newest: readonly RailEntry[]
  readonly assetIds: ReadonlySet<AssetId>
  /** Posters that staff chose. */
  readonly pictureIds: ReadonlySet<PictureId>
  /** By asset: as it was signed for the public, by one programme or several. */
  readonly signedFilms: ReadonlyMap<AssetId, readonly SignedFilm[]>
}

/** The one rule of who may see a programme. */
const isPublic = (programme: PublicProgramme): boolean => programme.status === 'published'

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const newestFirst = (a: PublicProgramme, b: PublicProgramme): number =>
  compareText(b.publishedAt ?? '', a.publishedAt ?? '') || compareText(a.id, b.id)
const inEpisodeOrder = (a: PublicProgramme, b: PublicProgramme): number =>
  (a.episodeOf?.season ?? 0) - (b.episodeOf?.season ?? 0) ||
  (a.episodeOf?.episode ?? 0) - (b.episodeOf?.episode ?? 0) ||
  compareText(a.id, b.id)

/** Keeps what the public may see and puts it in order; no answer is made here. */
export function buildSnapshot(catalogue: Catalogue, id: string): Snapshot {
  const programmes = [...catalogue.programmes.values()].filter(isPublic).sort(newestFirst)
  const series = publicSeries(catalogue, programmes)
  return {
    id,
    catalogue,
    programmes,
    programmeById: new Map(programmes.map((programme) => [programme.id, programme])),
    series,
    newest: newestEntries(programmes, series),
    assetIds: assetIdsOf(
      programmes,
      [...series.values()].map((one) => one.series),
    ),
    pictureIds: new Set(programmes.flatMap(({ pictureId }) => pictureId ?? [])),
    signedFilms: signedFilmsOf(programmes),
  }
}

function signedFilmsOf(programmes: readonly PublicProgramme[]): Map<AssetId, SignedFilm[]> {
  const films = new Map<AssetId, SignedFilm[]>()
  for (const { assetId, film } of programmes)
    if (assetId !== undefined && film !== undefined) films.set(assetId, [...(films.get(assetId) ?? []), film])
  return films
}

function publicSeries(catalogue: Catalogue, programmes: readonly PublicProgramme[]): Map<SeriesId, PublicSeries> {
  const episodes = new Map<SeriesId, PublicProgramme[]>()
  for (const programme of programmes) {
    const seriesId = programme.episodeOf?.seriesId
    if (seriesId === undefined) continue
    const siblings = episodes.get(seriesId)
    if (siblings === undefined) episodes.set(seriesId, [programme])
    else siblings.push(programme)
  }
  const found = new Map<SeriesId, PublicSeries>()
  for (const [seriesId, siblings] of episodes) {
    const series = catalogue.series.get(seriesId)
    if (series !== undefined) found.set(seriesId, { series, episodes: siblings.sort(inEpisodeOrder) })
  }
  return found
}

function newestEntries(programmes: readonly PublicProgramme[], series: ReadonlyMap<SeriesId, PublicSeries>): RailEntry[] {
  const entries: RailEntry[] = []
  const seen = new Set<SeriesId>()
  for (const programme of programmes) {
    const seriesId = programme.episodeOf?.seriesId
    if (seriesId === undefined || !series.has(seriesId)) entries.push({ kind: 'programme', id: programme.id })
    else if (!seen.has(seriesId)) {
      seen.add(seriesId)
      entries.push({ kind: 'series', id: seriesId })
    }
  }
  return entries
}

/** One line per thing that an answer can depend on; equal lines mean equal answers. Sorted, so that every process agrees. */
export function fingerprintLines(catalogue: Catalogue): string[] {
  const lines = [`g ${JSON.stringify(catalogue.settings)}`]
  for (const one of catalogue.programmes.values()) if (isPublic(one)) lines.push(`p ${one.id} ${one.rev}`)
  for (const asset of catalogue.assets.values()) {
    lines.push(`a ${asset.id} ${asset.status} ${asset.version ?? 0} ${asset.posters?.small ?? ''} ${asset.playlistUrl ?? ''}`)
  }
  for (const one of catalogue.series.values()) lines.push(`s ${JSON.stringify(one)}`)
  for (const one of catalogue.rails) lines.push(`r ${JSON.stringify(one)}`)
  for (const one of catalogue.quizzes.values()) lines.push(`q ${JSON.stringify(one)}`)
  for (const one of catalogue.questions.values()) lines.push(`o ${JSON.stringify(one)}`)
  for (const one of catalogue.laws.values()) lines.push(`l ${JSON.stringify(one)}`)
  for (const map of [catalogue.genres, catalogue.troupes, catalogue.regions]) {
    for (const one of map.values()) lines.push(`v ${JSON.stringify(one)}`)
  }
  return lines.sort()
}
