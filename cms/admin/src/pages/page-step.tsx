import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The arrows beside the page numbers name themselves to those who do not see them. */
export const PageStep = ({ kind, children }: { readonly kind: string; readonly children: ReactNode }): ReactNode => {
  const { t } = useTranslation()
  if (kind !== 'prev' && kind !== 'next') return children
  return (
    <button type="button" className="ant-pagination-item-link" aria-label={t(kind === 'prev' ? 'list.previous' : 'list.next')}>
      {kind === 'prev' ? '‹' : '›'}
    </button>
  )
}
