import { type Campaign, done, type HomeLayout, type HomeLayoutPatch, type Outcome, type ProgrammeId, refuse } from '@ulan/contract'
import {
  entriesOf,
  findLayoutProblems,
  isSameLayout,
  type Known,
  type Layout,
  placedRails,
  railsInPlace,
  readableRails,
  vocabularyIn,
} from '../domain/home/home-layout.ts'
import type { LiveSnapshot } from './live-snapshot.ts'
import type { CatalogueReader, HomeLayoutStore, ProgrammeReader } from './ports.ts'
import type { StaffMember } from './staff-ports.ts'

export type HomeNeeds = {
  readonly layout: HomeLayoutStore
  readonly catalogue: Pick<CatalogueReader, 'listRails' | 'listSeries'>
  readonly reader: Pick<ProgrammeReader, 'readMany'>
  readonly live: Pick<LiveSnapshot, 'refresh' | 'current'>
  clock(): Date
}

/** The rails of the home screen, and campaigns, with the revision they are of. */
export async function readHomeLayout({ layout, catalogue }: Pick<HomeNeeds, 'layout' | 'catalogue'>): Promise<HomeLayout> {
  // Rails of a later revision than the one that is given are refused when they are sent back: nothing of them is lost.
  const { campaigns, ...revision } = await layout.readRevision()
  return { ...revision, campaigns: [...campaigns], rails: placedRails(await catalogue.listRails()) }
}

/** Puts rails and campaigns in the place of those their editor saw; viewers have them before this resolves. */
export async function updateHomeLayout(
  needs: HomeNeeds,
  patch: HomeLayoutPatch,
  member: StaffMember | undefined,
): Promise<Outcome<HomeLayout>> {
  // Home is everybody's, not one region's.
  if (member === undefined || member.regionCode !== undefined) return refuse('not-allowed')
  const { layout, live, clock } = needs
  const old = await readHomeLayout(needs)
  const rails = readableRails(patch.rails)
  const campaigns: Campaign[] = patch.campaigns ?? old.campaigns
  // Also for whoever sends the same once more, the answer having been lost.
  if (isSameLayout(old, { rails, campaigns })) return done(old)
  if (old.rev !== patch.rev) return refuse('stale-revision')
  const problems = findLayoutProblems({ rails, campaigns }, await readKnown(needs, rails, old))
  if (problems.length > 0) return refuse('invalid-request', problems)
  const change = { rev: old.rev + 1, changedAt: clock().toISOString(), changedBy: member.email, campaigns }
  if (!(await layout.replaceLayout(railsInPlace(rails), change))) return refuse('stale-revision')
  await live.refresh([{ kind: 'small-nouns' }])
  return done({ ...change, rails })
}

/** What there is, and what stands in the rails already: one that was deleted since is not in the way of other changes. */
async function readKnown({ catalogue, reader, live }: HomeNeeds, rails: HomeLayout['rails'], old: Layout): Promise<Known> {
  const idsIn = (all: HomeLayout['rails']): ProgrammeId[] =>
    all.flatMap(entriesOf).flatMap((entry) => (entry.kind === 'programme' ? [entry.id] : []))
  const seriesIn = old.rails.flatMap(entriesOf).flatMap((entry) => (entry.kind === 'series' ? [entry.id] : []))
  const [programmes, series] = await Promise.all([reader.readMany([...new Set(idsIn(rails))]), catalogue.listSeries()])
  const { regions, genres, troupes, laws } = live.current().catalogue
  const words = [...regions.keys(), ...genres.keys(), ...troupes.keys(), ...laws.keys(), ...vocabularyIn(old.rails)]
  return {
    programmes: new Set([...programmes.map(({ id }) => id), ...idsIn(old.rails)]),
    series: new Set([...series.map(({ id }) => id), ...seriesIn]),
    vocabulary: new Set(words.flatMap((word) => word ?? [])),
  }
}
