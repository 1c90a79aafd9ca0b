import { Button, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { readonly isPending: boolean; readonly onTakeDown: (reason: string) => void; readonly onClose: () => void }

/** Nearly all that ever is the reason; whoever is in a hurry presses one. */
const REASONS = ['mistake', 'rights', 'order'] as const

/** Asks why something is taken off, which colleagues will want to know. */
export const TakeDownDialog = ({ isPending, onTakeDown, onClose }: Props): ReactNode => {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <Modal
      open
      title={t('publish.takeDownAsk')}
      okText={t('publish.takeDownConfirm')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: isPending }}
      cancelText={t('schedule.close')}
      onCancel={onClose}
      onOk={() => onTakeDown(reason.trim())}
    >
      <p>{t('publish.takeDownHint')}</p>
      <Input.TextArea
        aria-label={t('schedule.reason')}
        placeholder={t('schedule.reason')}
        autoSize={{ minRows: 2 }}
        maxLength={1000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="quick-times">
        {REASONS.map((name) => (
          <Button key={name} size="small" onClick={() => setReason(t(`publish.reasons.${name}`))}>
            {t(`publish.reasons.${name}`)}
          </Button>
        ))}
      </div>
    </Modal>
  )
}
