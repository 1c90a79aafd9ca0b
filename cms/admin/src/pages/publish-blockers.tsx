import type { PublishBlocker, StaffProgramme } from '@ulan/contract'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useUploads } from '../newsroom.ts'
import { isSendingTo } from '../upload/upload-state.ts'

type BlockersProps = { readonly blockers: readonly PublishBlocker[]; readonly programme: StaffProgramme }

/** What is still to be done before it can go out. */
export const PublishBlockers = ({ blockers, programme }: BlockersProps): ReactNode => {
  const { t } = useTranslation()
  const isSending = isSendingTo(useUploads(), programme.id)
  return (
    <>
      <p style={{ marginBlock: '0 4px' }}>{t('publish.blocked')}</p>
      <ul className="blockers">
        {blockers.map((blocker) => (
          <li key={blocker}>
            {blocker === 'asset-missing' && isSending ? t('publish.stillSending') : t(`fields.${blocker}`, { ns: 'problem' })}
          </li>
        ))}
      </ul>
    </>
  )
}
