import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { StaffProgramme } from '@ulan/contract'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { asProblemError } from '../data/problem-error.ts'
import { rememberProgramme } from '../data/staff-queries.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'

type StatusChanges = {
  readonly publish: { readonly isPending: boolean; readonly mutate: () => void }
  readonly takeDown: { readonly isPending: boolean; readonly mutate: (reason: string, then: { readonly onSettled: () => void }) => void }
}

/** Publishing what is in the fields, and taking off; both say what became of it. */
export function useStatusChanges(programme: StaffProgramme, editing: ProgrammeEditing): StatusChanges {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  const done = (words: string) => (changed: StaffProgramme | undefined) => {
    if (changed === undefined) return
    rememberProgramme(client, changed)
    void message.success(words)
  }
  const onError = (caught: unknown): void => editing.report(asProblemError(caught))
  const publish = useMutation({
    mutationFn: async () => {
      const outcome = await editing.save()
      return outcome.kind === 'saved' ? api.publish(outcome.programme) : undefined
    },
    onSuccess: done(t('publish.done')),
    onError,
  })
  const takeDown = useMutation({
    mutationFn: (reason: string) => api.takeDown(programme, reason),
    onSuccess: done(t('publish.takenDown')),
    onError,
  })
  return { publish, takeDown }
}
