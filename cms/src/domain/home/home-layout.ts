import {
  type Campaign,
  type CampaignId,
  type FieldProblem,
  type HomeLayout,
  type PlacedRail,
  type ProgrammeId,
  type Rail,
  type RailEntry,
  type SeriesId,
  type ShowTime,
  yearsLater,
} from '@ulan/contract'
import { canonical } from '../text/canonical.ts'
import { inStandardCode, privateTexts } from '../text/readable-texts.ts'

/** What the rails of a layout may name. */
export type Known = {
  readonly programmes: ReadonlySet<ProgrammeId>
  readonly series: ReadonlySet<SeriesId>
  /** Regions, genres, troupes and laws: theirs are different enough to lie in one set. */
  readonly vocabulary: ReadonlySet<string>
}
export type Layout = Pick<HomeLayout, 'rails' | 'campaigns'>

/** Rails as they are stored, in their order. */
export const placedRails = (rails: readonly Rail[]): PlacedRail[] =>
  [...rails]
    .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
    .map(({ position: _position, ...rail }) => rail)

export const railsInPlace = (rails: readonly PlacedRail[]): Rail[] => rails.map((rail, position) => ({ ...rail, position }))

/** With Mongolian in the standard code. */
export const readableRails = (rails: readonly PlacedRail[]): PlacedRail[] => rails.map(inStandardCode)

export const isSameLayout = (one: Layout, other: Layout): boolean =>
  canonical([one.rails, one.campaigns]) === canonical([other.rails, other.campaigns])

/** Programmes and series that are put into rails by hand, with the member in which each stands. */
function placesOf({ rule, pins }: Pick<Rail, 'rule' | 'pins'>): readonly { readonly path: string; readonly entry: RailEntry }[] {
  const at = (member: string, entries: readonly RailEntry[]) =>
    entries.map((entry, index) => ({ path: `${member}.${String(index)}.id`, entry }))
  return [
    ...(pins ?? []).map(({ entry }, index) => ({ path: `pins.${String(index)}.entry.id`, entry })),
    ...(rule.kind === 'manual' ? at('rule.entries', rule.entries) : []),
    ...(rule.kind === 'newest' ? at('rule.followedBy', rule.followedBy ?? []) : []),
  ]
}

export const entriesOf = (rail: Pick<Rail, 'rule' | 'pins'>): readonly RailEntry[] => placesOf(rail).map(({ entry }) => entry)

/** What is wrong with a layout, each at its place; viewers see the titles of all but the large ones and those of their region. */
export function findLayoutProblems({ rails, campaigns }: Layout, known: Known): FieldProblem[] {
  const first = new Map(rails.map(({ id }, at) => [id, at] as const).reverse())
  const named = new Set(campaigns.map(({ id }) => id))
  const ofRails = rails.flatMap((rail, at) => {
    const isUntitled = !rail.isHero && (rail.title['zh-Hans'] ?? '') === ''
    const problems = [
      ...(first.get(rail.id) === at ? [] : [{ path: 'id', code: 'rail-repeated' }]),
      ...(isUntitled ? [{ path: 'title.zh-Hans', code: 'title-zh-missing' }] : []),
      ...privateTexts(rail),
      ...findEntryProblems(rail, known),
      ...findRuleProblems(rail, known),
      ...findResumeProblems(rail, at, rails),
      ...findTimeProblems(rail, named),
    ]
    return problems.map((problem) => ({ ...problem, path: `rails.${String(at)}.${problem.path}` }))
  })
  return [...ofRails, ...campaigns.flatMap((campaign, at) => findCampaignProblems(campaign, at, campaigns))]
}

/** One thing may be pinned and stand in its place as well, for when the pin’s time is over. */
function findEntryProblems(rail: PlacedRail, { programmes, series }: Known): FieldProblem[] {
  const seen = new Set<string>()
  return placesOf(rail).flatMap(({ path, entry }) => {
    const isKnown = entry.kind === 'programme' ? programmes.has(entry.id) : series.has(entry.id)
    const key = `${path.startsWith('pins') ? 'pin' : ''} ${entry.kind} ${entry.id}`
    const isRepeated = seen.has(key)
    seen.add(key)
    return [...(isKnown ? [] : [{ path, code: 'unknown-reference' }]), ...(isRepeated ? [{ path, code: 'entry-repeated' }] : [])]
  })
}

/** Regions and the like that a rail names, by their members. */
const wordsOf = ({ rule, viewerRegionCode }: PlacedRail): readonly (readonly [string, string | undefined])[] => [
  ['viewerRegionCode', viewerRegionCode],
  ...(rule.kind === 'newest'
    ? ([
        ['rule.genreId', rule.genreId],
        ['rule.troupeId', rule.troupeId],
        ['rule.regionCode', rule.regionCode],
        ['rule.lawId', rule.lawId],
      ] as const)
    : []),
]

const findRuleProblems = (rail: PlacedRail, { vocabulary }: Known): FieldProblem[] =>
  wordsOf(rail).flatMap(([path, word]) => (word === undefined || vocabulary.has(word) ? [] : [{ path, code: 'unknown-reference' }]))

/** Members that make no sense where a television fills the rail: without one for it, it puts its own above all others. */
const NOT_OF_RESUME = ['pins', 'shown', 'devices', 'viewerRegionCode', 'viewerAudience'] as const satisfies readonly (keyof PlacedRail)[]

function findResumeProblems(rail: PlacedRail, at: number, all: readonly PlacedRail[]): FieldProblem[] {
  if (rail.rule.kind !== 'resume') return []
  const wrong = [...NOT_OF_RESUME.filter((member) => rail[member] !== undefined), ...(rail.isHero ? ['isHero'] : [])]
  const isSecond = all.findIndex(({ rule }) => rule.kind === 'resume') !== at
  return [...wrong.map((path) => ({ path, code: 'not-for-resume' })), ...(isSecond ? [{ path: 'rule.kind', code: 'resume-repeated' }] : [])]
}

/** Words that stand in rails already are known, whatever became of them since. */
export const vocabularyIn = (rails: readonly PlacedRail[]): readonly (string | undefined)[] =>
  rails.flatMap(wordsOf).map(([, word]) => word)

function findTimeProblems({ shown, pins }: PlacedRail, campaigns: ReadonlySet<CampaignId>): FieldProblem[] {
  const of = (time: ShowTime | undefined, path: string): FieldProblem[] => {
    if (time === undefined) return []
    if (time.kind === 'campaign') return campaigns.has(time.id) ? [] : [{ path: `${path}.id`, code: 'campaign-gone' }]
    const { from, until } = time
    if (from === undefined && until === undefined) return [{ path: `${path}.from`, code: 'required' }]
    const isTurned = from !== undefined && until !== undefined && Date.parse(until) <= Date.parse(from)
    return isTurned ? [{ path: `${path}.until`, code: 'over-before-start' }] : []
  }
  return [...of(shown, 'shown'), ...(pins ?? []).flatMap((pin, at) => of(pin.shown, `pins.${String(at)}.shown`))]
}

function findCampaignProblems({ id, from, until, isYearly }: Campaign, at: number, all: readonly Campaign[]): FieldProblem[] {
  const path = (member: string): string => `campaigns.${String(at)}.${member}`
  const [fromMs, untilMs] = [Date.parse(from), Date.parse(until)]
  const isRepeated = all.findIndex((one) => one.id === id) !== at
  return [
    ...(isRepeated ? [{ path: path('id'), code: 'campaign-repeated' }] : []),
    ...(untilMs <= fromMs ? [{ path: path('until'), code: 'over-before-start' }] : []),
    ...(isYearly && untilMs > yearsLater(fromMs, 1) ? [{ path: path('until'), code: 'longer-than-year' }] : []),
  ]
}
