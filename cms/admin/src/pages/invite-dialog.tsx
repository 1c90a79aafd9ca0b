import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { InvitedAccount, StaffAccountCreate } from '@ulan/contract'
import { Alert, Button, Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { withAccount } from '../data/people-rows.ts'
import { asProblemError } from '../data/problem-error.ts'
import { accountsQuery } from '../data/staff-queries.ts'
import { LinkPanel } from './link-panel.tsx'
import { PersonField, PersonFields, type PersonForm } from './person-fields.tsx'
import { useProblemText } from './use-problem-text.ts'

type Draft = PersonForm & { readonly email: string }

/** Who it is, and then the link to hand on. */
export const InviteDialog = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const { t } = useTranslation()
  const client = useQueryClient()
  const invite = useMutation({
    mutationFn: (draft: Draft) => api.inviteAccount(createOf(draft)),
    onSuccess: ({ account }: InvitedAccount) =>
      client.setQueryData(accountsQuery.queryKey, (list) => (list === undefined ? undefined : withAccount(list, account))),
  })
  const isDone = invite.isSuccess
  return (
    <Modal
      open
      title={t('people.inviteTitle')}
      onCancel={onClose}
      mask={{ closable: isDone }}
      footer={
        isDone ? (
          <Button type="primary" onClick={onClose}>
            {t('link.done')}
          </Button>
        ) : null
      }
    >
      {isDone ? (
        <LinkPanel link={invite.data.link} name={invite.data.account.name} />
      ) : (
        <InviteForm error={invite.error} isPending={invite.isPending} onInvite={(draft) => invite.mutate(draft)} />
      )}
    </Modal>
  )
}

type FormProps = { readonly error: Error | null; readonly isPending: boolean; readonly onInvite: (draft: Draft) => void }

const InviteForm = ({ error, isPending, onInvite }: FormProps): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const [draft, setDraft] = useState<Draft>({ email: '', name: '', role: 'editor' })
  const problem = error === null ? undefined : asProblemError(error)
  const errors = problem?.fields ?? []
  const change = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }))
  return (
    <Form layout="vertical" requiredMark={false} onFinish={() => onInvite(draft)}>
      {problem !== undefined && errors.length === 0 ? (
        <Alert type="error" showIcon style={{ marginBlockEnd: 12 }} title={ofProblem(problem.problem)} />
      ) : null}
      <PersonField name="email" label={t('people.email')} errors={errors} extra={t('people.emailHint')}>
        <Input
          id="person-email"
          autoFocus
          inputMode="email"
          autoComplete="off"
          maxLength={254}
          value={draft.email}
          onChange={(event) => change({ email: event.target.value })}
        />
      </PersonField>
      <PersonFields form={draft} errors={errors} isOwn={false} onChange={change} />
      <Button type="primary" htmlType="submit" loading={isPending}>
        {t('people.inviteDo')}
      </Button>
    </Form>
  )
}

const createOf = ({ email, name, role, regionCode }: Draft): StaffAccountCreate => ({
  email: email.trim(),
  name: name.trim(),
  role,
  ...(regionCode === undefined ? {} : { regionCode }),
})
