import { type Campaign, type CampaignId, campaignSpans, isWithin, type PlacedRail, type ShowTime } from '@ulan/contract'
import { wallClockOf } from './beijing-time.ts'
import { randomId } from './home-edit.ts'

/** Days and months that have their programmes each year, by month and day, the last one included. */
const OCCASIONS = {
  constitution: { first: '12-01', last: '12-07' }, // 宪法宣传周, around 国家宪法日 on 4 December
  security: { first: '04-15', last: '04-21' }, // 国家安全法 art. 14: 15 April
  civilCode: { first: '05-01', last: '05-31' },
  unity: { first: '09-01', last: '09-30' },
} as const
export type Occasion = keyof typeof OCCASIONS
export const OCCASION_NAMES = Object.keys(OCCASIONS) as readonly Occasion[] // the keys written just above

const DAY_MS = 86_400_000
const atMidnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`)

/** A campaign at the next time of an occasion, this year’s as long as it is not over; each year. */
export function campaignOf(occasion: Occasion, name: string, now: Date): Campaign {
  const { first, last } = OCCASIONS[occasion]
  const year = Number(wallClockOf(now.toISOString()).slice(0, 4))
  const untilIn = (one: number): Date => new Date(atMidnight(`${String(one)}-${last}`).getTime() + DAY_MS)
  const next = untilIn(year) > now ? year : year + 1
  return {
    id: newCampaignId(),
    name,
    from: atMidnight(`${String(next)}-${first}`).toISOString(),
    until: untilIn(next).toISOString(),
    isYearly: true,
  }
}

const WEEK_DAYS = 7

/** One of the coming week, to be given other days. */
export function newCampaign(now: Date): Campaign {
  const tomorrow = atMidnight(wallClockOf(new Date(now.getTime() + DAY_MS).toISOString()).slice(0, 10))
  const until = new Date(tomorrow.getTime() + WEEK_DAYS * DAY_MS)
  return { id: newCampaignId(), name: '', from: tomorrow.toISOString(), until: until.toISOString(), isYearly: false }
}

const newCampaignId = (): CampaignId => randomId('campaign') as CampaignId // fits the pattern of ids by construction

/** How a time stands now: it runs, it is to come, or it is over; from when until when (ISO 8601), where it has such ends. */
export type Standing = { readonly state: 'running' | 'coming' | 'over'; readonly from?: string; readonly until?: string }

/** Of one that comes each year: of the time that runs or comes next. */
export function standingOf(campaign: Campaign, nowMs: number): Standing {
  const spans = campaignSpans(campaign, nowMs)
  const span = spans.find((one) => isWithin([one], nowMs)) ?? spans.find(({ fromMs }) => fromMs > nowMs) ?? spans.at(-1)
  if (span === undefined) return { state: 'over' }
  return standingOfEnds(nowMs, new Date(span.fromMs).toISOString(), new Date(span.untilMs).toISOString())
}

function standingOfEnds(nowMs: number, from: string | undefined, until: string | undefined): Standing {
  const isOver = until !== undefined && Date.parse(until) <= nowMs
  const isComing = from !== undefined && Date.parse(from) > nowMs
  return { state: isOver ? 'over' : isComing ? 'coming' : 'running', ...(from && { from }), ...(until && { until }) }
}

/** Of a rail or a pin: with the campaign that it is for; undefined where it is always shown. */
export function standingOfTime(
  shown: ShowTime | undefined,
  campaigns: readonly Campaign[],
  nowMs: number,
): (Standing & { readonly campaign?: Campaign }) | undefined {
  if (shown === undefined) return undefined
  if (shown.kind === 'dates') return standingOfEnds(nowMs, shown.from, shown.until)
  const campaign = campaigns.find(({ id }) => id === shown.id)
  return campaign === undefined ? { state: 'over' } : { ...standingOf(campaign, nowMs), campaign }
}

const isOf = (shown: ShowTime | undefined, id: CampaignId): boolean => shown?.kind === 'campaign' && shown.id === id

/** How many rails and pins a campaign has. */
export const usesOf = (id: CampaignId, rails: readonly PlacedRail[]): number =>
  rails.flatMap(({ shown, pins }) => [shown, ...(pins ?? []).map((pin) => pin.shown)]).filter((shown) => isOf(shown, id)).length
