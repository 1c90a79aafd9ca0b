import type { FieldProblem } from '@ulan/contract'
import problems from '@ulan/contract/locales/zh-Hans/problem.json'
import { useTranslation } from 'react-i18next'
import type { LocalProblemName, ProblemError } from '../data/problem-error.ts'

const LOCAL = ['offline', 'unreadable-answer', 'unreadable-file', 'already-uploading'] as const satisfies readonly LocalProblemName[]

/** What went wrong on this side of the line has its sentence with the newsroom's own texts. */
const isLocal = (problem: ProblemError['problem']): problem is LocalProblemName => LOCAL.some((name) => name === problem)

/** A server that is newer may say what this page has no words for. */
const isFieldCode = (code: string): code is keyof typeof problems.fields => code in problems.fields

type ProblemText = {
  readonly ofProblem: (problem: ProblemError['problem']) => string
  readonly ofField: (problem: FieldProblem) => string
}

/** Problems in the reader's language, by their stable names. */
export function useProblemText(): ProblemText {
  const { t } = useTranslation(['admin', 'problem'])
  return {
    ofProblem: (problem) => (isLocal(problem) ? t(`problem.${problem}`) : t(problem, { ns: 'problem' })),
    ofField: ({ code, params }) => t(`fields.${isFieldCode(code) ? code : 'invalid'}`, { ns: 'problem', ...params }),
  }
}
