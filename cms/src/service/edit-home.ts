import { done, type HomeLayout, type HomeLayoutPatch, type Outcome, type ProgrammeId, refuse } from '@ulan/contract'
import {
  entriesOf,
  findLayoutProblems,
  isSameLayout,
  type Known,
  placedRails,
  railsInPlace,
  readableRails,
} from '../domain/home/home-layout.ts'
import type { LiveSnapshot } from './live-snapshot.ts'
import type { CatalogueReader, HomeLayoutStore, ProgrammeReader } from './ports.ts'
import type { StaffMember } from './staff-ports.ts'

export type HomeNeeds = {
  readonly layout: HomeLayoutStore
  readonly catalogue: Pick<CatalogueReader, 'listRails' | 'listSeries'>
  readonly reader: Pick<ProgrammeReader, 'readMany'>
  readonly live: Pick<LiveSnapshot, 'refresh'>
  clock(): Date
}

/** The rails of the home screen with the revision they are of. */
export async function readHomeLayout({ layout, catalogue }: Pick<HomeNeeds, 'layout' | 'catalogue'>): Promise<HomeLayout> {
  // Rails of a later revision than the one that is given are refused when they are sent back: nothing of them is lost.
  const revision = await layout.readRevision()
  return { ...revision, rails: placedRails(await catalogue.listRails()) }
}

/** Puts rails in the place of those its editor saw; viewers have them before this resolves. */
export async function updateHomeLayout(
  needs: HomeNeeds,
  patch: HomeLayoutPatch,
  member: StaffMember | undefined,
): Promise<Outcome<HomeLayout>> {
  // Home is everybody's, not one region's.
  if (member === undefined || member.regionCode !== undefined) return refuse('not-allowed')
  const { layout, live, clock } = needs
  const rails = readableRails(patch.rails)
  const old = await readHomeLayout(needs)
  // Also for whoever sends the same once more, the answer having been lost.
  if (isSameLayout(old, rails)) return done(old)
  if (old.rev !== patch.rev) return refuse('stale-revision')
  const problems = findLayoutProblems(rails, await readKnown(needs, rails, old.rails))
  if (problems.length > 0) return refuse('invalid-request', problems)
  const revision = { rev: old.rev + 1, changedAt: clock().toISOString(), changedBy: member.email }
  if (!(await layout.replaceLayout(railsInPlace(rails), revision))) return refuse('stale-revision')
  await live.refresh([{ kind: 'small-nouns' }])
  return done({ ...revision, rails })
}

/** What there is, and what stands in the rails already: one that was deleted since is not in the way of other changes. */
async function readKnown({ catalogue, reader }: HomeNeeds, rails: HomeLayout['rails'], old: HomeLayout['rails']): Promise<Known> {
  const idsIn = (all: HomeLayout['rails']): ProgrammeId[] =>
    all.flatMap(entriesOf).flatMap((entry) => (entry.kind === 'programme' ? [entry.id] : []))
  const seriesIn = old.flatMap(entriesOf).flatMap((entry) => (entry.kind === 'series' ? [entry.id] : []))
  const [programmes, series] = await Promise.all([reader.readMany([...new Set(idsIn(rails))]), catalogue.listSeries()])
  return {
    programmes: new Set([...programmes.map(({ id }) => id), ...idsIn(old)]),
    series: new Set([...series.map(({ id }) => id), ...seriesIn]),
  }
}
