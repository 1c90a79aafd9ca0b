import { Alert, Button, Space } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgressLine } from '../components/progress-line.tsx'
import { formatBytes, formatPercent } from '../data/formatters.ts'
import type { ProblemError } from '../data/problem-error.ts'
import { useNewsroom } from '../newsroom.ts'
import type { TrackUpload } from '../upload/track-uploads.ts'
import { useProblemText } from './use-problem-text.ts'

type Props = {
  readonly upload: TrackUpload
  /** Asks for another file in the place of one that was refused. */
  readonly onAnother: () => void
}

/** A sound or subtitles on their way; a refused file says why, line by line. */
export const TrackUploadLine = ({ upload, onAnother }: Props): ReactNode => {
  const { t } = useTranslation()
  const { trackUploads } = useNewsroom()
  const { id, fileName, sizeBytes, sentBytes, phase, problem } = upload
  const drop = (): void => trackUploads.cancel(id)
  const replace = (): void => {
    drop()
    onAnother()
  }
  // 100 is said once the server has the last byte.
  const percent = phase === 'finishing' ? 100 : Math.min(99, formatPercent(sizeBytes === 0 ? 0 : sentBytes / sizeBytes))
  return (
    <div>
      <div className="upload-line-head">
        <strong className="ellipsis" title={fileName}>
          {fileName}
        </strong>
        <span className="muted small">{formatBytes(sizeBytes)}</span>
      </div>
      {problem === undefined ? (
        <>
          <ProgressLine label={t('tracks.sending')} percent={percent} state={phase === 'finishing' ? 'done' : 'active'} />
          <div className="upload-line-head muted small">
            <span role="status">{t(`upload.phase.${phase}`)}</span>
            <Button size="small" type="link" onClick={drop}>
              {t('upload.stop')}
            </Button>
          </div>
        </>
      ) : (
        <Alert
          type={phase === 'interrupted' ? 'warning' : 'error'}
          showIcon
          title={
            <>
              <ProblemWords problem={problem} />
              <Space>
                {phase === 'interrupted' ? (
                  <Button size="small" type="primary" onClick={() => trackUploads.retry(id)}>
                    {t('upload.goOn')}
                  </Button>
                ) : (
                  <Button size="small" type="primary" onClick={replace}>
                    {t('tracks.another')}
                  </Button>
                )}
                <Button size="small" onClick={drop}>
                  {t('upload.drop')}
                </Button>
              </Space>
            </>
          }
        />
      )}
    </div>
  )
}

const ProblemWords = ({ problem }: { readonly problem: ProblemError }): ReactNode => {
  const { ofProblem, ofField } = useProblemText()
  return (
    <>
      <div>{ofProblem(problem.problem)}</div>
      {problem.fields.length === 0 ? null : (
        <ul className="track-problems">
          {problem.fields.map((field) => (
            <li key={`${field.path} ${field.code}`}>{ofField(field)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
