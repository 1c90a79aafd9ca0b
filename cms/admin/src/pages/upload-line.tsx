import { Alert, Button, Space } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgressLine } from '../components/progress-line.tsx'
import { formatBytes, formatPercent } from '../data/formatters.ts'
import { remainingOf } from '../data/remaining.ts'
import { useNewsroom } from '../newsroom.ts'
import { sentPercent, type Upload, uploadProgress } from '../upload/upload-state.ts'
import { useProblemText } from './use-problem-text.ts'

const PROBLEM_TONE = { interrupted: 'warning', failed: 'error' } as const

/** One file on its way: sent, checked, speed, time left, and what to do when it stopped. */
export const UploadLine = ({ upload }: { readonly upload: Upload }): ReactNode => {
  const { t } = useTranslation()
  const { uploads } = useNewsroom()
  const problemText = useProblemText()
  const isStopped = upload.phase === 'interrupted' || upload.phase === 'failed'
  const sent = sentPercent(upload)
  const hashed = formatPercent(uploadProgress(upload).hashedShare)
  return (
    <div className="upload-line">
      <div className="upload-line-head">
        <strong className="ellipsis" title={upload.fileName}>
          {upload.fileName}
        </strong>
        <span className="muted small">{formatBytes(upload.sizeBytes)}</span>
      </div>
      <ProgressLine label={t('upload.sent')} percent={sent} state={isStopped ? 'stopped' : sent === 100 ? 'done' : 'active'} />
      <ProgressLine label={t('upload.checked')} percent={hashed} state={hashed === 100 ? 'done' : 'active'} />
      {isStopped && upload.problem !== undefined ? (
        <Alert
          type={PROBLEM_TONE[upload.phase]}
          showIcon
          style={{ marginBlockStart: 8 }}
          title={problemText.ofProblem(upload.problem)}
          action={
            <Space>
              <Button size="small" type="primary" onClick={() => uploads.retry(upload.id)}>
                {t(upload.phase === 'failed' ? 'upload.again' : 'upload.goOn')}
              </Button>
              <Button size="small" onClick={() => uploads.cancel(upload.id)}>
                {t('upload.drop')}
              </Button>
            </Space>
          }
        />
      ) : (
        <div className="upload-line-head muted small">
          <SpeedText upload={upload} />
          <Button size="small" type="link" onClick={() => uploads.cancel(upload.id)}>
            {t('upload.stop')}
          </Button>
        </div>
      )}
    </div>
  )
}

const SpeedText = ({ upload }: { readonly upload: Upload }): ReactNode => {
  const { t } = useTranslation()
  const { bytesPerSecond, remainingSeconds } = uploadProgress(upload)
  if (upload.phase === 'finishing') return <span>{t('upload.finishing')}</span>
  if (bytesPerSecond === undefined || remainingSeconds === undefined) return <span>{t('upload.starting')}</span>
  const left = remainingOf(remainingSeconds)
  return (
    <span>
      {formatBytes(bytesPerSecond)}/s · {t(`upload.${left.unit}Left`, left)}
    </span>
  )
}
