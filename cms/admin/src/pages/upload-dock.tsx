import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useUploads } from '../newsroom.ts'
import { type Route, routeHash } from '../routes.ts'
import { UploadLine } from './upload-line.tsx'

/** Uploads of programmes that are not open just now. */
export const UploadDock = ({ route }: { readonly route: Route }): ReactNode => {
  const { t } = useTranslation()
  const elsewhere = useUploads().filter((upload) => route.page !== 'programme' || route.id !== upload.programmeId)
  if (elsewhere.length === 0) return null
  return (
    <aside className="upload-dock" aria-label={t('upload.dock')}>
      {elsewhere.map((upload) => (
        <div key={upload.id} className="upload-line">
          <UploadLine upload={upload} />
          <a className="small" href={routeHash({ page: 'programme', id: upload.programmeId })}>
            {t('upload.open')}
          </a>
        </div>
      ))}
    </aside>
  )
}
