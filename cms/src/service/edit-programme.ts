import type {
  Asset,
  FieldProblem,
  LanguagePolicy,
  MediaLibrary,
  Programme,
  ProgrammeCreate,
  ProgrammeId,
  ProgrammePatch,
  Refusal,
  StaffId,
  StaffProgramme,
} from '@ulan/contract'
import { chapterProblems, creditProblems, done, type Outcome, postersOfPicture, refuse, rightsProblems } from '@ulan/contract'
import { isChanged, type KeptProgramme, lastVersionOf } from '../domain/programme/kept-programme.ts'
import { draftProgramme, patchProgramme } from '../domain/programme/programme-draft.ts'
import { presentLicence } from '../domain/publish/licence.ts'
import { findPublishBlockers, titlesToKeep } from '../domain/publish/publish-blockers.ts'
import { presentSchedule } from '../domain/publish/schedule.ts'
import { inStandardCode, privateTexts } from '../domain/text/readable-texts.ts'
import type { LiveSnapshot } from './live-snapshot.ts'
import type { CatalogueReader, ProgrammeReader, ProgrammeWriter, SettingsReader } from './ports.ts'

export type EditNeeds = {
  readonly reader: ProgrammeReader
  readonly writer: ProgrammeWriter
  readonly catalogue: CatalogueReader
  readonly settings: SettingsReader
  readonly library: Pick<MediaLibrary, 'readAssets' | 'hasPicture'>
  readonly live: Pick<LiveSnapshot, 'refresh'>
  clock(): Date
  /** Number of the review in which all signed what stands there now. */
  approvedReview(id: ProgrammeId): Promise<number | undefined>
  newProgrammeId(): ProgrammeId
}

type Required = LanguagePolicy['required']

export const readAsset = async ({ library }: EditNeeds, { assetId }: Pick<Programme, 'assetId'>): Promise<Asset | undefined> =>
  assetId === undefined ? undefined : (await library.readAssets([assetId])).get(assetId)

/** What publishing asks now: languages whose title is required, and the time, in ms since 1970, for which a licence must do. */
type Terms = { readonly required: Required; readonly nowMs: number }

/** From the store, since another process may have changed them a moment ago. */
export const readTerms = async ({ settings, clock }: Pick<EditNeeds, 'settings' | 'clock'>): Promise<Terms> => ({
  required: (await settings.readSettings()).languages.required,
  nowMs: clock().getTime(),
})

/** Titles that this one needs to be published: what a stricter policy asks for since it went out is asked when it is taken down. */
export function titlesToAsk(programme: KeptProgramme, required: Required): Required {
  const last = lastVersionOf(programme)
  return programme.status === 'published' && last !== undefined ? titlesToKeep(last.content, required) : required
}

export function forStaff(kept: KeptProgramme, asset: Asset | undefined, { required, nowMs }: Terms): StaffProgramme {
  const last = lastVersionOf(kept)
  const { lastVersion: _lastVersion, schedule: _schedule, ...programme } = kept
  const schedule = presentSchedule(kept)
  const licence = presentLicence(kept, nowMs)
  const posters = programme.pictureId === undefined ? asset?.posters : postersOfPicture(programme.pictureId)
  return {
    ...programme,
    ...(asset === undefined ? {} : { asset }),
    ...(posters && { posters }),
    blockers: findPublishBlockers(programme, asset, titlesToAsk(kept, required), nowMs),
    ...(last && { versionNumber: last.number }),
    isChanged: isChanged(kept, asset),
    ...(licence && { licence }),
    ...(schedule && { schedule }),
  }
}

/** Programmes with their assets and what keeps each from being published. */
export async function presentForStaff(
  needs: Pick<EditNeeds, 'settings' | 'clock'> & { readonly library: Pick<MediaLibrary, 'readAssets'> },
  programmes: readonly KeptProgramme[],
): Promise<StaffProgramme[]> {
  const terms = await readTerms(needs)
  const ids = new Set(programmes.flatMap((programme) => programme.assetId ?? []))
  const assets = ids.size === 0 ? new Map() : await needs.library.readAssets([...ids])
  return programmes.map((programme) =>
    forStaff(programme, programme.assetId === undefined ? undefined : assets.get(programme.assetId), terms),
  )
}

/** Starts a draft. */
export async function createProgramme(needs: EditNeeds, given: ProgrammeCreate, writer?: StaffId): Promise<Outcome<StaffProgramme>> {
  const create = inStandardCode(given)
  const programme = draftProgramme(create, {
    ...(writer && { writer }),
    id: needs.newProgrammeId(),
    now: needs.clock().toISOString(),
    isSample: false,
  })
  const asset = await readAsset(needs, programme)
  const problems = [...privateTexts(create), ...wrongMembers(create, asset), ...(await findUnknownReferences(needs, create, asset))]
  if (problems.length > 0) return refuse('invalid-request', problems)
  const taken = await refuseTakenEpisode(needs, programme)
  if (taken !== undefined) return taken
  await needs.writer.insert(programme)
  return done(forStaff(programme, asset, await readTerms(needs)))
}

/** Changes a programme at the revision its editor saw; the public goes on seeing what was published. */
export async function updateProgramme(
  needs: EditNeeds,
  id: ProgrammeId,
  given: ProgrammePatch,
  writer?: StaffId,
): Promise<Outcome<StaffProgramme>> {
  const old = await needs.reader.readOne(id)
  if (old === undefined) return refuse('not-found')
  if (old.rev !== given.rev) return refuse('stale-revision')
  const patch = inStandardCode(given)
  const programme = patchProgramme(old, patch, { now: needs.clock().toISOString(), ...(writer && { writer }) })
  const asset = await readAsset(needs, programme)
  const problems = [...privateTexts(patch), ...wrongMembers(patch, asset), ...(await findUnknownReferences(needs, patch, asset))]
  if (problems.length > 0) return refuse('invalid-request', problems)
  // Only who names the place is refused: two that hold the same one from before can still be edited otherwise.
  const taken = patch.episodeOf ? await refuseTakenEpisode(needs, programme) : undefined
  if (taken !== undefined) return taken
  if (!(await needs.writer.replaceRevision(programme, old.rev))) return refuse('stale-revision')
  return done(forStaff(programme, asset, await readTerms(needs)))
}

/** Only of what is given: chapters from before may reach beyond a film whose length was learned since. */
const wrongMembers = (
  { chapters, credits, rights }: Pick<ProgrammePatch, 'chapters' | 'credits' | 'rights'>,
  asset: Asset | undefined,
): FieldProblem[] => [
  ...(chapters === undefined ? [] : chapterProblems(chapters, asset?.durationSeconds ?? asset?.source?.durationSeconds)),
  ...creditProblems(credits ?? []),
  ...rightsProblems(rights ?? {}),
]

/** An episode's number stands once in its season. */
export async function refuseTakenEpisode(
  { reader }: EditNeeds,
  { id, episodeOf }: Pick<Programme, 'id' | 'episodeOf'>,
): Promise<Refusal | undefined> {
  if (episodeOf === undefined || (await reader.findAtEpisode(episodeOf, id)) === undefined) return undefined
  const { season, episode } = episodeOf
  return refuse('conflict', [{ path: 'episodeOf.episode', code: 'episode-taken', params: { season, episode } }])
}

/** Names every member that points at something that does not exist. */
export async function findUnknownReferences(
  { catalogue, library }: EditNeeds,
  given: ProgrammeCreate | ProgrammePatch,
  asset: Asset | undefined,
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = []
  const check = async (path: string, id: string | null | undefined, list: () => Promise<readonly { id: string }[]>): Promise<void> => {
    if (id === undefined || id === null) return
    if (!(await list()).some((one) => one.id === id)) problems.push({ path, code: 'unknown-reference' })
  }
  await check('genreId', given.genreId, catalogue.listGenres)
  await check('troupeId', given.troupeId, catalogue.listTroupes)
  await check('quizId', given.quizId, catalogue.listQuizzes)
  await check('episodeOf.seriesId', given.episodeOf?.seriesId, catalogue.listSeries)
  const regions = async (): Promise<{ id: string }[]> => (await catalogue.listRegions()).map(({ code }) => ({ id: code }))
  await check('regionCode', given.regionCode, regions)
  if (given.assetId !== undefined && given.assetId !== null && asset === undefined) {
    problems.push({ path: 'assetId', code: 'unknown-reference' })
  }
  if (given.pictureId && !(await library.hasPicture(given.pictureId))) problems.push({ path: 'pictureId', code: 'unknown-reference' })
  if (given.laws !== undefined && given.laws.length > 0) {
    const laws = new Set((await catalogue.listLaws()).flatMap((law) => law.articles.map((article) => `${law.id} ${article.number}`)))
    given.laws.forEach((reference, index) => {
      if (!laws.has(`${reference.lawId} ${reference.article}`)) problems.push({ path: `laws.${index}`, code: 'unknown-reference' })
    })
  }
  return problems
}
