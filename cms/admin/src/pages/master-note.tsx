import type { Asset } from '@ulan/contract'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../data/formatters.ts'

/** That the master of a video is gone or about to go, and what cannot be done any more. */
export const MasterNote = ({ asset }: { readonly asset: Asset | undefined }): ReactNode => {
  const { t } = useTranslation()
  if (asset?.isMasterGone === true) return <Alert type="info" showIcon title={t('master.gone')} />
  if (asset?.masterLeavesAt === undefined) return null
  return <Alert type="warning" showIcon title={t('master.leaves', { at: formatDateTime(asset.masterLeavesAt) })} />
}
