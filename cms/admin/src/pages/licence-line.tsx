import { licenceSpan, type StaffProgramme } from '@ulan/contract'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** So long before its end somebody has to ask for a new licence. */
const SOON_MS = 30 * 24 * 60 * 60 * 1000

type Props = { readonly programme: StaffProgramme; readonly nowMs: number }

/** Whether the licence lets the public see what is published, and when that ends, as far as anybody has to know now. */
export const LicenceLine = ({ programme: { licence }, nowMs }: Props): ReactNode => {
  const { t } = useTranslation()
  if (licence === undefined) return null
  const { state, firstDay, lastDay } = licence
  if (state === 'not-begun') return <p className="small review-line">{t('rights.not-begun', { day: firstDay })}</p>
  if (state === 'over') return <p className="small review-line is-troubled">{t('rights.over', { day: lastDay })}</p>
  if (licenceSpan(licence).untilMs - nowMs > SOON_MS) return null
  return <p className="small review-line is-troubled">{t('rights.ending', { day: lastDay })}</p>
}
