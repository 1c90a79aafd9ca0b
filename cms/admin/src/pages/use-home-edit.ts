import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Campaign, FieldProblem, HomeLayout, PlacedRail } from '@ulan/contract'
import { App } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import {
  type HomeEdit,
  type HomeParts,
  isHomeChanged,
  patchOfHome,
  problemsOfCampaign,
  problemsOfRail,
  startHomeEdit,
} from '../data/home-edit.ts'
import { asProblemError, type ProblemError } from '../data/problem-error.ts'
import { homeLayoutQuery } from '../data/staff-queries.ts'

export type HomeEditing = {
  readonly edit: HomeEdit
  /** Nothing may be changed meanwhile: it would be lost when the answer comes. */
  readonly isBusy: boolean
  /** Somebody else saved since this was read. */
  readonly isLate: boolean
  /** Anything else that went wrong. */
  readonly problem: ProblemError | undefined
  readonly problemsOf: (rail: PlacedRail) => readonly FieldProblem[]
  readonly problemsOfCampaign: (campaign: Campaign) => readonly FieldProblem[]
  /** Other parts in the place of those of `from`: of what is shown, when left out. */
  readonly change: (parts: Partial<HomeParts>, from?: HomeEdit) => void
  readonly save: () => void
  readonly discard: () => void
  /** When late: what somebody else saved, with one's own rails in its place or given up. */
  readonly takeNewest: (keepMine: boolean) => void
}

/** Of this window: whoever looks at another page meanwhile finds their work again. */
let kept: HomeEdit | undefined

/** One person's work on home; it follows the server as long as nothing is changed. */
export function useHomeEdit(layout: HomeLayout): HomeEditing {
  const client = useQueryClient()
  const [stored, setStored] = useState<HomeEdit>(() => kept ?? startHomeEdit(layout))
  const edit = isHomeChanged(stored) || stored.baseRev === layout.rev ? stored : startHomeEdit(layout)
  useKept(edit)
  const begin = (edited: HomeEdit): void => setStored(edited)
  const save = useSaving(begin)
  const renew = useMutation({
    mutationFn: (_keepMine: boolean) => api.readHomeLayout(),
    onSuccess: (newest, keepMine) => {
      client.setQueryData(homeLayoutQuery.queryKey, newest)
      const start = startHomeEdit(newest)
      setStored(keepMine ? { ...start, rails: edit.rails, campaigns: edit.campaigns } : start)
      save.reset()
    },
  })
  const failed = save.error === null ? undefined : asProblemError(save.error)
  const isLate = failed?.problem === 'stale-revision'
  const reset = (): void => {
    save.reset()
    renew.reset()
  }
  return {
    edit,
    isBusy: save.isPending || renew.isPending,
    isLate,
    problem: renew.error === null ? (isLate ? undefined : failed) : asProblemError(renew.error),
    problemsOf: (rail) => problemsOfRail(save.variables, failed?.fields ?? [], rail),
    problemsOfCampaign: (campaign) => problemsOfCampaign(save.variables, failed?.fields ?? [], campaign),
    change: (parts, from = edit) => setStored({ ...from, ...parts }),
    save: () => {
      reset()
      save.mutate(edit)
    },
    discard: () => {
      reset()
      setStored(startHomeEdit(layout))
    },
    takeNewest: (keepMine) => renew.mutate(keepMine),
  }
}

/** Keeps what is not saved yet, and asks before the window is closed over it. */
function useKept(edit: HomeEdit): void {
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
}

function useSaving(begin: (edit: HomeEdit) => void) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (sent: HomeEdit) => api.updateHomeLayout(patchOfHome(sent)),
    onSuccess: (saved, sent) => {
      client.setQueryData(homeLayoutQuery.queryKey, saved)
      // Whoever went to another page meanwhile would find it there as not saved.
      if (kept === sent) kept = undefined
      begin(startHomeEdit(saved))
      void message.success(t('home.saved'))
    },
  })
}
