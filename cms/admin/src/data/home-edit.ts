import type { HomeLayout, HomeLayoutPatch, RailEntry } from '@ulan/contract'

/** A rail while it is worked on; `key` tells rails apart that have no id yet. */
export type EditedRail = HomeLayoutPatch['rails'][number] & { readonly key: string }
export type RailRule = EditedRail['rule']
/** What somebody makes of the rails they saw at a revision. */
export type HomeEdit = { readonly baseRev: number; readonly base: readonly EditedRail[]; readonly rails: readonly EditedRail[] }

export function startHomeEdit({ rev, rails }: Pick<HomeLayout, 'rev' | 'rails'>): HomeEdit {
  const edited = rails.map((rail) => ({ ...rail, key: rail.id }))
  return { baseRev: rev, base: edited, rails: edited }
}

export const isHomeChanged = ({ base, rails }: HomeEdit): boolean => JSON.stringify(base) !== JSON.stringify(rails)

export const patchOfHome = ({ baseRev, rails }: HomeEdit): HomeLayoutPatch => ({
  rev: baseRev,
  rails: rails.map(({ key: _key, ...rail }) => rail),
})

/** One item at another place; the same list when there is no such place. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from]
  if (item === undefined || from === to || to < 0 || to >= items.length) return items
  const others = items.filter((_, at) => at !== from)
  return [...others.slice(0, to), item, ...others.slice(to)]
}

/** A changed rail in its place, or a new one at the end. */
export const withRail = (rails: readonly EditedRail[], rail: EditedRail): readonly EditedRail[] =>
  rails.some(({ key }) => key === rail.key) ? rails.map((one) => (one.key === rail.key ? rail : one)) : [...rails, rail]

export const isSameEntry = (one: RailEntry, other: RailEntry): boolean => one.kind === other.kind && one.id === other.id

/** What is put in by hand. */
export function handPicked(rule: RailRule): readonly RailEntry[] {
  if (rule.kind === 'manual') return rule.entries
  return rule.kind === 'newest' ? (rule.followedBy ?? []) : []
}

/** The same rule with other things put in by hand. */
export function withHandPicked(rule: RailRule, entries: readonly RailEntry[]): RailRule {
  if (rule.kind === 'manual') return { ...rule, entries: [...entries] }
  if (rule.kind === 'local') return rule
  const { followedBy: _followedBy, ...rest } = rule
  return entries.length === 0 ? rest : { ...rest, followedBy: [...entries] }
}

const FIRST_LIMIT = 20

/** Another kind of rule, with as much of the old one as it has room for. */
export function ruleOfKind(rule: RailRule, kind: RailRule['kind']): RailRule {
  if (rule.kind === kind) return rule
  const entries = [...handPicked(rule)]
  const limit = rule.kind === 'manual' ? FIRST_LIMIT : rule.limit
  if (kind === 'manual') return { kind, entries }
  return kind === 'local' ? { kind, limit } : { kind, limit, ...(entries.length === 0 ? {} : { followedBy: entries }) }
}

/** Places of what the server refused, `rails.2.title.zh-Hans`, by the key of the rail. */
export function problemsByRail<T extends { readonly path: string }>(
  rails: readonly EditedRail[],
  problems: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const problem of problems) {
    const key = rails[Number(/^rails\.(\d+)\./.exec(problem.path)?.[1] ?? -1)]?.key
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), problem])
  }
  return found
}
