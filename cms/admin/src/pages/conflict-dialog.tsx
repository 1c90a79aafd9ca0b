import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeEditing } from './use-programme-edit.ts'

/** Somebody else saved first: nothing typed is lost, and the person decides. */
export const ConflictDialog = ({ editing }: { readonly editing: ProgrammeEditing }): ReactNode => {
  const { t } = useTranslation()
  return (
    <Modal
      open={editing.problem === 'stale-revision'}
      title={t('conflict.title')}
      onCancel={editing.closeProblem}
      footer={[
        <Button key="theirs" onClick={() => void editing.takeNewest(false)}>
          {t('conflict.theirs')}
        </Button>,
        <Button key="mine" type="primary" onClick={() => void editing.takeNewest(true)}>
          {t('conflict.mine')}
        </Button>,
      ]}
    >
      <p>{t('conflict.explain')}</p>
    </Modal>
  )
}
