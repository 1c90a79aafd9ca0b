import type { StaffProgramme } from '@ulan/contract'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { licenceView } from '../data/licence-view.ts'

type Props = { readonly programme: StaffProgramme; readonly nowMs: number }

/** Whether the licence lets the public see what is published, and when that ends, as far as anybody has to know now. */
export const LicenceLine = ({ programme: { licence }, nowMs }: Props): ReactNode => {
  const { t } = useTranslation()
  const view = licenceView(licence, nowMs)
  if (view === undefined) return null
  const day = view === 'not-begun' ? licence?.firstDay : licence?.lastDay
  return <p className="small review-line">{t(`rights.${view}`, { day })}</p>
}
