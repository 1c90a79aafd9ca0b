import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusedFile } from './use-file-intake.ts'
import { useProblemText } from './use-problem-text.ts'

/** Files that were not taken, each with the reason. */
export const RefusedFiles = ({ files, onClose }: { readonly files: readonly RefusedFile[]; readonly onClose: () => void }): ReactNode => {
  const { t } = useTranslation()
  const problemText = useProblemText()
  if (files.length === 0) return null
  const lines = files.map(({ fileName, problem }) => <div key={fileName}>{`${fileName}：${problemText.ofProblem(problem)}`}</div>)
  return (
    <Alert
      type="error"
      showIcon
      closable={{ onClose, 'aria-label': t('action.close', { ns: 'common' }) }}
      title={lines}
      style={{ marginBlockEnd: 16 }}
    />
  )
}
