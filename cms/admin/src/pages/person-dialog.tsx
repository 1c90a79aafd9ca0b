import { useQuery } from '@tanstack/react-query'
import type { StaffAccount, StaffAccountPatch } from '@ulan/contract'
import { Alert, App, Button, Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblemError } from '../data/problem-error.ts'
import { sessionQuery } from '../data/staff-queries.ts'
import { PersonAccess } from './person-access.tsx'
import { PersonFields, type PersonForm, personOf } from './person-fields.tsx'
import { useAccountChange } from './use-account-change.ts'
import { useProblemText } from './use-problem-text.ts'

type Props = { readonly account: StaffAccount; readonly onClose: () => void }

/** One account in an administrator's hands. */
export const PersonDialog = ({ account, onClose }: Props): ReactNode => {
  const { t } = useTranslation()
  const isOwn = useQuery(sessionQuery).data?.id === account.id
  return (
    <Modal open title={`${t('people.editTitle')} · ${account.email}`} onCancel={onClose} footer={null} width={640}>
      <PersonDetails account={account} isOwn={isOwn} />
      {isOwn ? null : <PersonAccess account={account} />}
    </Modal>
  )
}

type DetailsProps = { readonly account: StaffAccount; readonly isOwn: boolean }

const PersonDetails = ({ account, isOwn }: DetailsProps): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { message } = App.useApp()
  const [form, setForm] = useState<PersonForm>(() => personOf(account))
  const save = useAccountChange(account, () => void message.success(t('people.saved')))
  const problem = save.error === null ? undefined : asProblemError(save.error)
  const errors = problem?.fields ?? []
  return (
    <Form layout="vertical" requiredMark={false} onFinish={() => save.mutate(patchOf(form, isOwn))}>
      {isOwn ? <p className="muted">{t('people.ownHint')}</p> : null}
      {problem !== undefined && errors.length === 0 ? (
        <Alert type="error" showIcon style={{ marginBlockEnd: 12 }} title={ofProblem(problem.problem)} />
      ) : null}
      <PersonFields form={form} errors={errors} isOwn={isOwn} onChange={(change) => setForm((now) => ({ ...now, ...change }))} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('people.save')}
      </Button>
    </Form>
  )
}

const patchOf = ({ name, role, regionCode }: PersonForm, isOwn: boolean): StaffAccountPatch =>
  isOwn ? { name: name.trim() } : { name: name.trim(), role, regionCode: regionCode ?? null }
