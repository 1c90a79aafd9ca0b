import { useQuery } from '@tanstack/react-query'
import type { QuizId } from '@ulan/contract'
import { Card, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { chineseName, lawChoices } from '../data/choices.ts'
import { lawsQuery, questionsQuery, quizzesQuery } from '../data/staff-queries.ts'
import { FormField, fieldId } from './form-field.tsx'
import type { ProgrammeEditing } from './use-programme-edit.ts'

/** The quiz after the show and the articles it teaches. */
export const LessonsSection = ({ editing }: { readonly editing: ProgrammeEditing }): ReactNode => {
  const { t } = useTranslation()
  const quizzes = useQuery(quizzesQuery)
  const laws = useQuery(lawsQuery)
  const { form, change } = editing
  return (
    <Card title={t('section.lessons')}>
      <FormField name="quizId" editing={editing} extra={<QuizQuestions quizId={form.quizId} />}>
        <Select
          id={fieldId('quizId')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={form.quizId ?? null}
          loading={quizzes.isPending}
          placeholder={t('quiz.none')}
          options={(quizzes.data ?? []).map(({ id, title, questionIds }) => ({
            value: id,
            label: t('quiz.choice', { title: chineseName(title), questions: questionIds.length }),
          }))}
          onChange={(quizId) => change({ quizId: quizId ?? undefined })}
        />
      </FormField>
      <FormField name="laws" editing={editing}>
        <Select
          id={fieldId('laws')}
          mode="multiple"
          allowClear
          value={[...form.laws]}
          loading={laws.isPending}
          placeholder={t('laws.search')}
          showSearch={{ filterOption: (wanted, option) => `${option?.label ?? ''}${excerptOf(option)}`.includes(wanted.trim()) }}
          options={lawChoices(laws.data ?? []).map((group) => ({ ...group, options: [...group.options] }))}
          optionRender={(option) => (
            <div>
              <div>{option.label}</div>
              <div className="muted small ellipsis">{excerptOf(option.data)}</div>
            </div>
          )}
          onChange={(chosen) => change({ laws: chosen })}
        />
      </FormField>
    </Card>
  )
}

/** The questions viewers will get, so that nobody attaches a quiz blindly. */
const QuizQuestions = ({ quizId }: { readonly quizId: QuizId | undefined }): ReactNode => {
  const quizzes = useQuery(quizzesQuery)
  const questions = useQuery(questionsQuery)
  const quiz = quizzes.data?.find((entry) => entry.id === quizId)
  if (quiz === undefined) return null
  const texts = quiz.questionIds.map((id) => questions.data?.find((question) => question.id === id))
  return (
    <ol style={{ marginBlock: '8px 0', paddingInlineStart: 22 }}>
      {texts.map((question) => (question === undefined ? null : <li key={question.id}>{chineseName(question.text)}</li>))}
    </ol>
  )
}

const excerptOf = (option: object | undefined): string =>
  option !== undefined && 'excerpt' in option && typeof option.excerpt === 'string' ? option.excerpt : ''
