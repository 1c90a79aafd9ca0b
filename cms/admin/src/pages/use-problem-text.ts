import type { FieldProblem } from '@ulan/contract'
import { useTranslation } from 'react-i18next'
import type { ProblemError } from '../data/problem-error.ts'

const LOCAL: ReadonlySet<string> = new Set<ProblemError['problem']>([
  'offline',
  'unreadable-answer',
  'unreadable-file',
  'already-uploading',
])

type ProblemText = {
  readonly ofProblem: (problem: ProblemError['problem']) => string
  readonly ofField: (problem: FieldProblem) => string
}

/** Problems in the reader's language, by their stable names. */
export function useProblemText(): ProblemText {
  const { t } = useTranslation(['admin', 'problem'])
  return {
    ofProblem: (problem) => (LOCAL.has(problem) ? t(`problem.${problem}`) : t(problem, { ns: 'problem' })),
    ofField: ({ code, params }) => t([`fields.${code}`, 'fields.invalid'], { ns: 'problem', ...params }),
  }
}
