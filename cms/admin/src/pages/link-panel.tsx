import type { AccessLink } from '@ulan/contract'
import { Alert, QRCode } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyLine } from '../components/copy-line.tsx'
import { formatDateTime } from '../data/formatters.ts'

type Props = { readonly link: AccessLink; readonly name: string }

/** A link to hand on, by chat or from screen to phone. */
export const LinkPanel = ({ link, name }: Props): ReactNode => {
  const { t } = useTranslation()
  return (
    <div className="link-panel">
      <Alert type="success" showIcon title={t('link.ready')} description={t('link.give', { name, at: formatDateTime(link.expiresAt) })} />
      <CopyLine value={link.url} words={{ label: t('link.label'), copy: t('link.copy'), copied: t('link.copied') }} />
      <QRCode value={link.url} size={168} bordered={false} aria-label={t('link.scan')} />
    </div>
  )
}
