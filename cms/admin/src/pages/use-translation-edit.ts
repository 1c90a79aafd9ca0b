import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Translation } from '@ulan/contract'
import { App } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { asProblemError, type ProblemError } from '../data/problem-error.ts'
import { translationsQuery } from '../data/staff-queries.ts'
import { withTranslation } from '../data/translation-rows.ts'
import { followServer, isDirty, keepMine, startEdit, type TranslationEdit } from '../form/translation-edit.ts'
import { useNewsroom } from '../newsroom.ts'

type Deed = 'save' | 'review' | 'withdraw'
type Sent = { readonly deed: Deed; readonly text: string }

export type TranslationEditing = {
  readonly edit: TranslationEdit
  readonly problem: ProblemError | undefined
  /** The browser has no room for what is not saved. */
  readonly isUnkept: boolean
  /** What is being sent, if anything. */
  readonly sending: Deed | undefined
  readonly change: (text: string) => void
  readonly send: (deed: Deed) => void
  readonly keepMine: () => void
  readonly discard: () => void
}

/** One person's work on one text: what is typed, its draft in this browser, and what the server said. */
export function useTranslationEdit(translation: Translation): TranslationEditing {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { translationDrafts: drafts } = useNewsroom()
  const client = useQueryClient()
  const { id, locale } = translation
  const [stored, setStored] = useState(() => drafts.read(id) ?? startEdit(translation))
  const edit = followServer(stored, translation)
  const dirty = isDirty(edit)
  const [isUnkept, setUnkept] = useState(false)
  useEffect(() => {
    if (!dirty) drafts.remove(id)
    setUnkept(dirty && !drafts.write(id, edit))
  }, [drafts, id, edit, dirty])
  const work = useMutation({
    mutationFn: ({ deed, text }: Sent) => perform(deed, translation, text),
    onSuccess: (saved, { deed, text }) => {
      // Also when the row was closed before the answer came.
      if (drafts.read(id)?.mine === text) drafts.remove(id)
      client.setQueryData(translationsQuery(locale).queryKey, (all) => all && withTranslation(all, saved))
      // What was typed while it was under way stays.
      setStored((now) => (now.mine === text ? startEdit(saved) : { ...startEdit(saved), mine: now.mine }))
      void message.success(t(`translations.done.${deed}`))
    },
    // Somebody was faster, or there is another release: their words are shown beside what is typed here.
    onError: () => client.invalidateQueries({ queryKey: translationsQuery(locale).queryKey }),
  })
  return {
    edit,
    isUnkept,
    problem: work.error === null ? undefined : asProblemError(work.error),
    sending: work.isPending ? work.variables.deed : undefined,
    change: (text) => setStored({ ...edit, mine: text }),
    send: (deed) => work.mutate({ deed, text: edit.mine }),
    keepMine: () => {
      work.reset()
      setStored(keepMine(edit, translation))
    },
    discard: () => {
      work.reset()
      setStored(startEdit(translation))
    },
  }
}

function perform(deed: Deed, { id, rev, chinese }: Translation, text: string): Promise<Translation> {
  if (deed === 'save') return api.proposeTranslation(id, { rev, chinese, text })
  if (deed === 'review') return api.reviewTranslation(id, { rev, chinese, text })
  return api.withdrawTranslation(id, rev)
}
