import type { FieldProblem, HomeLayout, PlacedRail, ProgrammeId, Rail, RailEntry, SeriesId } from '@ulan/contract'
import { canonical } from '../text/canonical.ts'
import { inStandardCode, privateTexts } from '../text/readable-texts.ts'

/** What the rails of a layout may name. */
export type Known = {
  readonly programmes: ReadonlySet<ProgrammeId>
  readonly series: ReadonlySet<SeriesId>
}

/** Rails as they are stored, in their order. */
export const placedRails = (rails: readonly Rail[]): PlacedRail[] =>
  [...rails]
    .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
    .map(({ position: _position, ...rail }) => rail)

export const railsInPlace = (rails: readonly PlacedRail[]): Rail[] => rails.map((rail, position) => ({ ...rail, position }))

/** With Mongolian in the standard code. */
export const readableRails = (rails: readonly PlacedRail[]): PlacedRail[] => rails.map(inStandardCode)

export const isSameLayout = ({ rails }: Pick<HomeLayout, 'rails'>, next: readonly PlacedRail[]): boolean =>
  canonical(rails) === canonical(next)

/** Programmes and series that are put into rails by hand. */
export function entriesOf({ rule }: Pick<Rail, 'rule'>): readonly RailEntry[] {
  if (rule.kind === 'manual') return rule.entries
  return rule.kind === 'newest' ? (rule.followedBy ?? []) : []
}

/** What is wrong with rails, each at its place; viewers see the titles of all but the large ones and those of their region. */
export function findLayoutProblems(rails: readonly PlacedRail[], known: Known): FieldProblem[] {
  const first = new Map(rails.map(({ id }, at) => [id, at] as const).reverse())
  return rails.flatMap((rail, at) => {
    const path = (member: string): string => `rails.${String(at)}.${member}`
    const isUntitled = !rail.isHero && (rail.title['zh-Hans'] ?? '') === ''
    return [
      ...(first.get(rail.id) === at ? [] : [{ path: path('id'), code: 'rail-repeated' }]),
      ...(isUntitled ? [{ path: path('title.zh-Hans'), code: 'title-zh-missing' }] : []),
      ...privateTexts(rail).map((problem) => ({ ...problem, path: path(problem.path) })),
      ...findEntryProblems(rail, known).map((problem) => ({ ...problem, path: path(problem.path) })),
    ]
  })
}

function findEntryProblems(rail: PlacedRail, { programmes, series }: Known): FieldProblem[] {
  const member = rail.rule.kind === 'manual' ? 'rule.entries' : 'rule.followedBy'
  const seen = new Set<string>()
  return entriesOf(rail).flatMap((entry, at) => {
    const isKnown = entry.kind === 'programme' ? programmes.has(entry.id) : series.has(entry.id)
    const key = `${entry.kind} ${entry.id}`
    const isRepeated = seen.has(key)
    seen.add(key)
    const path = `${member}.${String(at)}.id`
    return [...(isKnown ? [] : [{ path, code: 'unknown-reference' }]), ...(isRepeated ? [{ path, code: 'entry-repeated' }] : [])]
  })
}
