import type {
  Asset,
  FieldProblem,
  LanguagePolicy,
  MediaLibrary,
  Programme,
  ProgrammeCreate,
  ProgrammeId,
  ProgrammePatch,
  StaffId,
  StaffProgramme,
} from '@ulan/contract'
import { chapterProblems, done, type Outcome, refuse } from '@ulan/contract'
import { draftProgramme, patchProgramme } from '../domain/programme/programme-draft.ts'
import { type LifeAction, nextStatus } from '../domain/publish/programme-life.ts'
import { fieldsOfBlocker, findPublishBlockers, titlesToKeep } from '../domain/publish/publish-blockers.ts'
import { inStandardCode, privateTexts } from '../domain/text/readable-texts.ts'
import type { LiveSnapshot } from './live-snapshot.ts'
import type { CatalogueReader, ProgrammeReader, ProgrammeWriter, SettingsReader } from './ports.ts'

export type EditNeeds = {
  readonly reader: ProgrammeReader
  readonly writer: ProgrammeWriter
  readonly catalogue: CatalogueReader
  readonly settings: SettingsReader
  readonly library: Pick<MediaLibrary, 'readAssets'>
  readonly live: Pick<LiveSnapshot, 'refresh'>
  clock(): Date
  /** Whether all have signed what stands there now. */
  isApproved(id: ProgrammeId): Promise<boolean>
  newProgrammeId(): ProgrammeId
}

type Required = LanguagePolicy['required']

const readAsset = async ({ library }: EditNeeds, { assetId }: Pick<Programme, 'assetId'>): Promise<Asset | undefined> =>
  assetId === undefined ? undefined : (await library.readAssets([assetId])).get(assetId)

/** Languages whose title is asked for; from the store, since another process may have changed them a moment ago. */
const readRequired = async ({ settings }: Pick<EditNeeds, 'settings'>): Promise<Required> =>
  (await settings.readSettings()).languages.required

/** Whether nothing is published here without 三审三校; from the store, as above. */
const isReviewed = async ({ settings }: Pick<EditNeeds, 'settings'>): Promise<boolean> =>
  (await settings.readSettings()).review.policy === 'three'

const forStaff = (programme: Programme, asset: Asset | undefined, required: Required): StaffProgramme => ({
  ...programme,
  ...(asset === undefined ? {} : { asset }),
  ...(asset?.posters === undefined ? {} : { posters: asset.posters }),
  blockers: findPublishBlockers(programme, asset, required),
})

/** Programmes with their assets and what keeps each from being published. */
export async function presentForStaff(
  needs: Pick<EditNeeds, 'library' | 'settings'>,
  programmes: readonly Programme[],
): Promise<StaffProgramme[]> {
  const required = await readRequired(needs)
  const ids = new Set(programmes.flatMap((programme) => programme.assetId ?? []))
  const assets = ids.size === 0 ? new Map() : await needs.library.readAssets([...ids])
  return programmes.map((programme) =>
    forStaff(programme, programme.assetId === undefined ? undefined : assets.get(programme.assetId), required),
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
  const problems = [...privateTexts(create), ...wrongChapters(create, asset), ...(await findUnknownReferences(needs, create, asset))]
  if (problems.length > 0) return refuse('invalid-request', problems)
  const taken = await refuseTakenEpisode(needs, programme)
  if (taken !== undefined) return taken
  await needs.writer.insert(programme)
  return done(forStaff(programme, asset, await readRequired(needs)))
}

/** Changes a programme at the revision its editor saw; a public one changes for the public before this resolves. */
export async function updateProgramme(
  needs: EditNeeds,
  id: ProgrammeId,
  given: ProgrammePatch,
  writer?: StaffId,
): Promise<Outcome<StaffProgramme>> {
  const old = await needs.reader.readOne(id)
  if (old === undefined) return refuse('not-found')
  if (old.rev !== given.rev) return refuse('stale-revision')
  // What is public was signed as it is.
  if (old.status === 'published' && (await isReviewed(needs))) return refuse('review-required')
  const patch = inStandardCode(given)
  const programme = patchProgramme(old, patch, { now: needs.clock().toISOString(), ...(writer && { writer }) })
  const asset = await readAsset(needs, programme)
  const problems = [...privateTexts(patch), ...wrongChapters(patch, asset), ...(await findUnknownReferences(needs, patch, asset))]
  if (problems.length > 0) return refuse('invalid-request', problems)
  // Only who names the place is refused: two that hold the same one from before can still be edited otherwise.
  const taken = patch.episodeOf ? await refuseTakenEpisode(needs, programme) : undefined
  if (taken !== undefined) return taken
  const required = await readRequired(needs)
  if (programme.status === 'published') {
    const blocked = refuseBlocked(programme, asset, titlesToKeep(old, required))
    if (blocked !== undefined) return blocked
  }
  return save(needs, { programme, asset, required }, old.rev)
}

/** Publishes or takes down. The public sees the new state before this resolves; doing it twice is harmless. */
export async function moveProgramme(
  needs: EditNeeds,
  id: ProgrammeId,
  action: LifeAction,
  seenRev: number,
): Promise<Outcome<StaffProgramme>> {
  const old = await needs.reader.readOne(id)
  if (old === undefined) return refuse('not-found')
  const status = nextStatus(old.status, action)
  if (status === undefined) return refuse('conflict')
  const asset = await readAsset(needs, old)
  const required = await readRequired(needs)
  if (status === old.status) {
    // A repeated call after a lost answer: the public must see it all the same.
    await needs.live.refresh([{ kind: 'programme', id }])
    return done(forStaff(old, asset, required))
  }
  if (old.rev !== seenRev) return refuse('stale-revision')
  const blocked = action === 'publish' ? (refuseBlocked(old, asset, required) ?? (await refuseTakenEpisode(needs, old))) : undefined
  if (blocked !== undefined) return blocked
  if (action === 'publish' && (await isReviewed(needs)) && !(await needs.isApproved(id))) return refuse('review-required')
  const now = needs.clock().toISOString()
  const { takenDownAt: _takenDownAt, ...rest } = old
  const moved: Programme =
    action === 'publish'
      ? { ...rest, status, rev: old.rev + 1, updatedAt: now, publishedAt: old.publishedAt ?? now }
      : { ...old, status, rev: old.rev + 1, updatedAt: now, takenDownAt: now }
  return save(needs, { programme: moved, asset, required }, old.rev)
}

type Next = { readonly programme: Programme; readonly asset: Asset | undefined; readonly required: Required }

async function save(needs: EditNeeds, { programme, asset, required }: Next, seenRev: number): Promise<Outcome<StaffProgramme>> {
  const isStored = await needs.writer.replaceRevision(programme, seenRev)
  if (!isStored) return refuse('stale-revision')
  await needs.live.refresh([{ kind: 'programme', id: programme.id }])
  return done(forStaff(programme, asset, required))
}

function refuseBlocked(programme: Programme, asset: Asset | undefined, required: Required): Outcome<never> | undefined {
  const blockers = findPublishBlockers(programme, asset, required)
  if (blockers.length === 0) return undefined
  return refuse(
    'cannot-publish',
    blockers.flatMap((code) => fieldsOfBlocker(code, programme).map((path) => ({ path, code }))),
  )
}

/** Only of chapters that are given: those from before may reach beyond a film whose length was learned since. */
const wrongChapters = ({ chapters }: Pick<ProgrammePatch, 'chapters'>, asset: Asset | undefined): FieldProblem[] =>
  chapters === undefined ? [] : chapterProblems(chapters, asset?.durationSeconds ?? asset?.source?.durationSeconds)

/** An episode's number stands once in its season. */
async function refuseTakenEpisode({ reader }: EditNeeds, { id, episodeOf }: Programme): Promise<Outcome<never> | undefined> {
  if (episodeOf === undefined || (await reader.findAtEpisode(episodeOf, id)) === undefined) return undefined
  const { season, episode } = episodeOf
  return refuse('conflict', [{ path: 'episodeOf.episode', code: 'episode-taken', params: { season, episode } }])
}

/** Names every member that points at something that does not exist. */
async function findUnknownReferences(
  { catalogue }: EditNeeds,
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
  if (given.laws !== undefined && given.laws.length > 0) {
    const laws = new Set((await catalogue.listLaws()).flatMap((law) => law.articles.map((article) => `${law.id} ${article.number}`)))
    given.laws.forEach((reference, index) => {
      if (!laws.has(`${reference.lawId} ${reference.article}`)) problems.push({ path: `laws.${index}`, code: 'unknown-reference' })
    })
  }
  return problems
}
