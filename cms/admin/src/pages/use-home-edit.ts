import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { HomeLayout } from '@ulan/contract'
import { App } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { type EditedRail, type HomeEdit, isHomeChanged, patchOfHome, startHomeEdit } from '../data/home-edit.ts'
import { asProblemError, type ProblemError } from '../data/problem-error.ts'
import { homeLayoutQuery } from '../data/staff-queries.ts'

export type HomeEditing = {
  readonly edit: HomeEdit
  readonly isSaving: boolean
  readonly problem: ProblemError | undefined
  readonly change: (rails: readonly EditedRail[]) => void
  readonly save: () => void
  readonly discard: () => void
  /** After `stale-revision`: what somebody else saved, with one's own rails on top of it or given up. */
  readonly takeNewest: (keepMine: boolean) => void
}

/** Of this window: whoever looks at another page meanwhile finds their work again. */
let kept: HomeEdit | undefined

/** One person's work on home; it follows the server as long as nothing is changed. */
export function useHomeEdit(layout: HomeLayout): HomeEditing {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [stored, setStored] = useState<HomeEdit>(() => kept ?? startHomeEdit(layout))
  const edit = isHomeChanged(stored) || stored.baseRev === layout.rev ? stored : startHomeEdit(layout)
  const isChanged = isHomeChanged(edit)
  useEffect(() => {
    kept = isChanged ? edit : undefined
  }, [edit, isChanged])
  useEffect(() => {
    if (!isChanged) return undefined
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isChanged])
  const save = useMutation({
    mutationFn: () => api.updateHomeLayout(patchOfHome(edit)),
    onSuccess: (saved) => {
      client.setQueryData(homeLayoutQuery.queryKey, saved)
      setStored(startHomeEdit(saved))
      void message.success(t('home.saved'))
    },
  })
  const renew = useMutation({
    mutationFn: api.readHomeLayout,
    onSuccess: (newest) => client.setQueryData(homeLayoutQuery.queryKey, newest),
  })
  const takeNewest = async (keepMine: boolean): Promise<void> => {
    const newest = await renew.mutateAsync()
    const start = startHomeEdit(newest)
    setStored(keepMine ? { ...start, rails: edit.rails } : start)
    save.reset()
  }
  const failed = renew.error ?? save.error
  return {
    edit,
    isSaving: save.isPending,
    problem: failed === null ? undefined : asProblemError(failed),
    change: (rails) => setStored({ ...edit, rails }),
    save: () => save.mutate(),
    discard: () => {
      setStored(startHomeEdit(layout))
      save.reset()
    },
    // What could not be read is said by its mutation.
    takeNewest: (keepMine) => void takeNewest(keepMine).catch(() => undefined),
  }
}
