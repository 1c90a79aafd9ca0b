import { type Campaign, type CampaignId, campaignSpans, isWithin, type Rail, type ShowTime, type Span } from '@ulan/contract'

/** Rails as they are stored, and the campaigns some of them are for. */
export type StoredHome = { readonly rails: readonly Rail[]; readonly campaigns: readonly Campaign[] }
type Campaigns = ReadonlyMap<CampaignId, Campaign>

/** Of a campaign that is gone there is no time. */
function spansOfTime(shown: ShowTime | undefined, campaigns: Campaigns, nowMs: number): Span[] {
  if (shown === undefined) return [{ fromMs: Number.NEGATIVE_INFINITY, untilMs: Number.POSITIVE_INFINITY }]
  if (shown.kind === 'campaign') {
    const campaign = campaigns.get(shown.id)
    return campaign === undefined ? [] : campaignSpans(campaign, nowMs)
  }
  const { from, until } = shown
  return [
    {
      fromMs: from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from),
      untilMs: until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until),
    },
  ]
}

/** Since when something is as it is, and until when it stays so, in ms since 1970; infinite where nothing is planned. */
export type Validity = { readonly sinceMs: number; readonly changesAtMs: number }
/** What home is made of at an instant. */
type HomeAt = Validity & { readonly rails: readonly Rail[] }

/** The rails whose time it is, with the pins whose time it is. */
export function homeAt({ rails, campaigns }: StoredHome, nowMs: number): HomeAt {
  const byId: Campaigns = new Map(campaigns.map((campaign) => [campaign.id, campaign]))
  const isTime = (shown: ShowTime | undefined): boolean => isWithin(spansOfTime(shown, byId, nowMs), nowMs)
  const times = rails.flatMap(({ shown, pins }) => [shown, ...(pins ?? []).map((pin) => pin.shown)])
  const edges = times.flatMap((shown) => spansOfTime(shown, byId, nowMs)).flatMap(({ fromMs, untilMs }) => [fromMs, untilMs])
  return {
    rails: rails.filter(({ shown }) => isTime(shown)).map((rail) => withPinsOfNow(rail, isTime)),
    sinceMs: nowMs,
    changesAtMs: Math.min(...edges.filter((edgeMs) => edgeMs > nowMs), Number.POSITIVE_INFINITY),
  }
}

/** Without its times: what is shown at an instant says the same however it came to be, today and next year. */
function withPinsOfNow({ pins, shown: _shown, ...rail }: Rail, isTime: (shown: ShowTime | undefined) => boolean): Rail {
  const pinned = (pins ?? []).filter(({ shown }) => isTime(shown)).map(({ entry }) => ({ entry }))
  return pinned.length === 0 ? rail : { ...rail, pins: pinned }
}

/** Whether something else may be due; also where the clock was set back before what is shown. */
export const isOver = ({ sinceMs, changesAtMs }: Validity, nowMs: number): boolean => nowMs < sinceMs || nowMs >= changesAtMs
