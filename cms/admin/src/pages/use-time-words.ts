import { formatAgo } from '@ulan/contract'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../data/api-client.ts'

/** How long ago an instant was, by the server's clock, in the words of the newsroom. */
export function useAgo(): (iso: string) => string {
  const { t } = useTranslation(['admin', 'calendar'])
  return (iso) =>
    formatAgo(iso, serverClock.at(Date.now()).getTime(), (key, values) => ({ text: t(key, { ...values }), locale: 'zh-Hans' })).text
}
