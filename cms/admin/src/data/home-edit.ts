import type { FieldProblem, HomeLayout, HomeLayoutPatch, PlacedRail, RailEntry, RailId } from '@ulan/contract'

export type RailRule = PlacedRail['rule']
/** What somebody makes of the rails they saw at a revision. */
export type HomeEdit = { readonly baseRev: number; readonly base: readonly PlacedRail[]; readonly rails: readonly PlacedRail[] }

export const startHomeEdit = ({ rev, rails }: Pick<HomeLayout, 'rev' | 'rails'>): HomeEdit => ({ baseRev: rev, base: rails, rails })

const ID_BYTES = 10

/** An empty rail, whose id is made here: `randomUUID` is not there over plain http. */
export function newRail(): PlacedRail {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES))
  const id = `rail-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
  return { id: id as RailId, title: {}, rule: { kind: 'manual', entries: [] }, isHero: false } // fits the pattern of ids by construction
}

export const isHomeChanged = ({ base, rails }: HomeEdit): boolean => JSON.stringify(base) !== JSON.stringify(rails)

export const patchOfHome = ({ baseRev, rails }: HomeEdit): HomeLayoutPatch => ({
  rev: baseRev,
  rails: [...rails],
})

/** One item at another place; the same list when there is no such place. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from]
  if (item === undefined || from === to || to < 0 || to >= items.length) return items
  const others = items.filter((_, at) => at !== from)
  return [...others.slice(0, to), item, ...others.slice(to)]
}

/** A changed rail in its place, or a new one at the end. */
export const withRail = (rails: readonly PlacedRail[], rail: PlacedRail): readonly PlacedRail[] =>
  rails.some(({ id }) => id === rail.id) ? rails.map((one) => (one.id === rail.id ? rail : one)) : [...rails, rail]

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

/** What the server refused of a rail as it was sent, `rails.2.title.zh-Hans`; of one that was changed since, nothing. */
export function problemsOf(sent: readonly PlacedRail[], problems: readonly FieldProblem[], rail: PlacedRail): readonly FieldProblem[] {
  const at = sent.indexOf(rail)
  return problems.filter(({ path }) => path.startsWith(`rails.${String(at)}.`))
}
