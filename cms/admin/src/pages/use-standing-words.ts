import type { Campaign, ShowTime } from '@ulan/contract'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../data/api-client.ts'
import { type Standing, standingOf, standingOfTime } from '../data/campaigns.ts'
import { formatDateTime } from '../data/formatters.ts'

export type StandingWords = { readonly state: Standing['state']; readonly stateWord: string; readonly span: string }

/** How the times of home stand, by the server’s clock, in words. */
export function useStandingWords() {
  const { t } = useTranslation()
  const nowMs = serverClock.at(Date.now()).getTime()
  const spanOf = ({ from, until }: Standing): string => {
    if (from === undefined && until === undefined) return ''
    if (until === undefined) return t('home.when.since', { from: formatDateTime(from ?? '') })
    return from === undefined
      ? t('home.when.till', { until: formatDateTime(until) })
      : t('home.when.span', { from: formatDateTime(from), until: formatDateTime(until) })
  }
  const words = (standing: Standing): StandingWords => ({
    state: standing.state,
    stateWord: t(`home.state.${standing.state}`),
    span: spanOf(standing),
  })
  return {
    ofCampaign: (campaign: Campaign): StandingWords => words(standingOf(campaign, nowMs)),
    /** Undefined where it is always shown. */
    ofTime: (shown: ShowTime | undefined, campaigns: readonly Campaign[]): (StandingWords & { readonly name: string }) | undefined => {
      const standing = standingOfTime(shown, campaigns, nowMs)
      return standing && { ...words(standing), name: standing.campaign?.name ?? '' }
    },
  }
}
