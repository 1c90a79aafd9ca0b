import type { Campaign, FieldProblem, HomeLayout, HomeLayoutPatch, PlacedRail, RailEntry, RailId, ShowTime } from '@ulan/contract'

export type RailRule = PlacedRail['rule']
export type NewestRule = Extract<RailRule, { kind: 'newest' }>
export type Pin = NonNullable<PlacedRail['pins']>[number]
/** What home is made of. */
export type HomeParts = { readonly rails: readonly PlacedRail[]; readonly campaigns: readonly Campaign[] }
/** What somebody makes of what they saw at a revision. */
export type HomeEdit = HomeParts & { readonly baseRev: number; readonly base: HomeParts }

export const startHomeEdit = ({ rev, rails, campaigns }: Pick<HomeLayout, 'rev' | 'rails' | 'campaigns'>): HomeEdit => ({
  baseRev: rev,
  base: { rails, campaigns },
  rails,
  campaigns,
})

const ID_BYTES = 10

/** An id that nobody else makes: `randomUUID` is not there over plain http. */
export function randomId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES))
  return `${prefix}-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** An empty rail. */
export const newRail = (): PlacedRail => ({
  id: randomId('rail') as RailId, // fits the pattern of ids by construction
  title: {},
  rule: { kind: 'manual', entries: [] },
  isHero: false,
})

export const isHomeChanged = ({ base, rails, campaigns }: HomeEdit): boolean =>
  JSON.stringify([base.rails, base.campaigns]) !== JSON.stringify([rails, campaigns])

export const patchOfHome = ({ baseRev, rails, campaigns }: HomeEdit): HomeLayoutPatch => ({
  rev: baseRev,
  rails: [...rails],
  campaigns: [...campaigns],
})

/** One item at another place; the same list when there is no such place. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from]
  if (item === undefined || from === to || to < 0 || to >= items.length) return items
  const others = items.filter((_, at) => at !== from)
  return [...others.slice(0, to), item, ...others.slice(to)]
}

/** A changed one in its place, or a new one at the end. */
export const withChanged = <T extends { readonly id: string }>(items: readonly T[], item: T): readonly T[] =>
  items.some(({ id }) => id === item.id) ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item]

export const isSameEntry = (one: RailEntry, other: RailEntry): boolean => one.kind === other.kind && one.id === other.id

/** What is put in by hand. */
export function handPicked(rule: RailRule): readonly RailEntry[] {
  if (rule.kind === 'manual') return rule.entries
  return rule.kind === 'newest' ? (rule.followedBy ?? []) : []
}

/** The same rule with other things put in by hand. */
export function withHandPicked(rule: RailRule, entries: readonly RailEntry[]): RailRule {
  if (rule.kind === 'manual') return { ...rule, entries: [...entries] }
  if (rule.kind === 'local' || rule.kind === 'resume') return rule
  const { followedBy: _followedBy, ...rest } = rule
  return entries.length === 0 ? rest : { ...rest, followedBy: [...entries] }
}

const FIRST_LIMIT = 20

/** Another kind of rule, with as much of the old one as it has room for. */
export function ruleOfKind(rule: RailRule, kind: RailRule['kind']): RailRule {
  if (rule.kind === kind) return rule
  const entries = [...handPicked(rule)]
  const limit = 'limit' in rule ? rule.limit : FIRST_LIMIT
  if (kind === 'resume') return { kind }
  if (kind === 'manual') return { kind, entries }
  return kind === 'local' ? { kind, limit } : { kind, limit, ...(entries.length === 0 ? {} : { followedBy: entries }) }
}

/** A rail whose rule is another one: what a television fills itself has neither pins nor times nor viewers. */
export function withRule(rail: PlacedRail, rule: RailRule): PlacedRail {
  if (rule.kind !== 'resume') return { ...rail, rule }
  const { id, title } = rail
  return { id, title, rule, isHero: false }
}

/** What is wrong with a rail that can be seen without the server, by its members as the server names them. */
export function findRailProblems({ isHero, title, shown, pins }: PlacedRail): readonly FieldProblem[] {
  const ofTime = (time: ShowTime | undefined, path: string): FieldProblem[] => {
    if (time?.kind !== 'dates') return []
    const { from, until } = time
    if (from === undefined && until === undefined) return [{ path, code: 'required' }]
    return from !== undefined && until !== undefined && until <= from ? [{ path, code: 'over-before-start' }] : []
  }
  const isUntitled = !isHero && (title['zh-Hans'] ?? '').trim() === ''
  return [
    ...(isUntitled ? [{ path: 'title.zh-Hans', code: 'title-zh-missing' }] : []),
    ...ofTime(shown, 'shown'),
    ...(pins ?? []).flatMap((pin, at) => ofTime(pin.shown, `pins.${String(at)}.shown`)),
  ]
}

/** The same without members that say nothing. */
export const compact = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, member]) => member !== undefined)) as T // absent and undefined are one to whoever reads it

/** What the server refused of a rail as it was sent, `rails.2.title.zh-Hans`; of one that was changed since, nothing. */
export const problemsOfRail = (sent: HomeParts | undefined, problems: readonly FieldProblem[], rail: PlacedRail): readonly FieldProblem[] =>
  under(`rails.${String(sent?.rails.indexOf(rail))}.`, problems)

export const problemsOfCampaign = (
  sent: HomeParts | undefined,
  problems: readonly FieldProblem[],
  campaign: Campaign,
): readonly FieldProblem[] => under(`campaigns.${String(sent?.campaigns.indexOf(campaign))}.`, problems)

const under = (path: string, problems: readonly FieldProblem[]): readonly FieldProblem[] =>
  problems.filter((problem) => problem.path.startsWith(path))
