import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AssetId, FieldProblem, CueSheet as KeptSheet } from '@ulan/contract'
import { useEffect, useMemo, useState } from 'react'
import { type CueFindings, checkCues } from '../cue/cue-check.ts'
import { sortCues } from '../cue/cue-edit.ts'
import { type CueHistory, stepBack, stepTo } from '../cue/cue-history.ts'
import { type CueSheet, cueAtLine, writeSheet } from '../cue/cue-sheet.ts'
import {
  afterSave,
  beginWork,
  type CueBase,
  type CueWork,
  followNewest,
  isOther,
  isUnsaved,
  moveOnto,
  resumeWork,
} from '../cue/cue-work.ts'
import { api } from '../data/api-client.ts'
import { asProblemError, type ProblemError } from '../data/problem-error.ts'
import { assetQuery, cuesQuery, KEYS } from '../data/staff-queries.ts'
import { useNewsroom } from '../newsroom.ts'

/** Which line of subtitles of which film, and how long the film is on the clock of their file. */
export type CuePlace = { readonly assetId: AssetId; readonly lineId: string; readonly filmMs: number | undefined }
export type CueSaving =
  | { readonly kind: 'saved'; readonly notes: readonly FieldProblem[] }
  | { readonly kind: 'not-saved'; readonly key?: number }

export type CueEditing = {
  readonly sheet: CueSheet
  readonly findings: ReadonlyMap<number, CueFindings>
  readonly isDirty: boolean
  readonly isSaving: boolean
  /** Unsaved words of an earlier visit are in the fields. */
  readonly isRestored: boolean
  /** The browser has no room for what is not saved. */
  readonly isUnkept: boolean
  /** A colleague saved another file in the place of the one that this was made from. */
  readonly isOvertaken: boolean
  readonly canUndo: boolean
  readonly problem: ProblemError | undefined
  /** The next step. Steps of one name that follow each other are one. */
  readonly change: (change: (sheet: CueSheet) => CueSheet, step?: string) => void
  readonly undo: () => void
  readonly save: () => Promise<CueSaving>
  /** Goes on from what the server has, with what is typed here or without; what it gives up is for whoever calls. */
  readonly goOn: (withMine: boolean) => void
  readonly closeProblem: () => void
}

/** One person's work on one file of subtitles: steps, their draft in this browser, saving, and what colleagues did meanwhile. */
export function useCueEdit(place: CuePlace, newest: KeptSheet): CueEditing {
  const { work, setWork, isDirty, isUnkept } = useKeptWork(place, newest)
  const [isRestored, setRestored] = useState(isDirty)
  const [problem, setProblem] = useState<ProblemError>()
  const saving = useSaving(place.assetId)
  const sheet = work.history.now
  const findings = useMemo(() => checkCues(sheet, place.filmMs), [sheet, place.filmMs])
  const step = (next: (history: CueHistory) => CueHistory): void => setWork((now) => ({ ...now, history: next(now.history) }))
  const save = async (): Promise<CueSaving> => {
    const sorted = sortCues(sheet)
    step((history) => stepTo(history, sorted))
    const wrong = sorted.cues.find(({ key }) => (findings.get(key)?.wrongs.length ?? 0) > 0)
    if (wrong !== undefined) return { kind: 'not-saved', key: wrong.key }
    setProblem(undefined)
    setWork((now) => ({ ...now, sent: sorted }))
    try {
      const kept = await saving.mutateAsync({ base: work.base, text: writeSheet(sorted) })
      setWork((now) => afterSave(now, sorted, kept))
      setRestored(false)
      return { kind: 'saved', notes: kept.notes }
    } catch (caught) {
      const refused = asProblemError(caught)
      setProblem(refused)
      const line = refused.fields.find(({ params }) => Number(params?.['line']) > 0)?.params?.['line']
      const key = line === undefined ? undefined : cueAtLine(sorted, Number(line))
      return key === undefined ? { kind: 'not-saved' } : { kind: 'not-saved', key }
    }
  }
  return {
    ...{ sheet, findings, isDirty, isUnkept, save },
    // What was refused and turned out to be kept is no trouble any more.
    problem: isDirty ? problem : undefined,
    isSaving: saving.isPending,
    isRestored: isRestored && isDirty,
    isOvertaken: isOther(work, newest),
    canUndo: work.history.past.length > 0,
    change: (change, name) => step((history) => stepTo(history, change(history.now), name)),
    undo: () => step(stepBack),
    goOn: (withMine) => {
      setProblem(undefined)
      setRestored(false)
      setWork((now) => (withMine ? moveOnto(now, newest, undefined) : beginWork(newest, now)))
    },
    closeProblem: () => setProblem(undefined),
  }
}

type Kept = {
  readonly work: CueWork
  readonly setWork: (next: (now: CueWork) => CueWork) => void
  readonly isDirty: boolean
  readonly isUnkept: boolean
}

/** What is typed, kept in this browser until it is saved, and following the server as long as nothing typed is lost by it. */
function useKeptWork({ assetId, lineId }: CuePlace, newest: KeptSheet): Kept {
  const { cueDrafts } = useNewsroom()
  const [work, setWork] = useState<CueWork>(() => {
    const draft = cueDrafts.read(assetId, lineId)
    return draft === undefined ? beginWork(newest) : resumeWork(draft)
  })
  const [isUnkept, setUnkept] = useState(false)
  const isDirty = isUnsaved(work)
  const followed = followNewest(work, newest)
  if (followed !== work) setWork(() => followed)
  const { base, history } = work
  useEffect(() => {
    if (!isDirty) cueDrafts.remove(assetId, lineId)
    const { trackId, sha256 } = base
    setUnkept(isDirty && !cueDrafts.write(assetId, lineId, { trackId, sha256, text: writeSheet(history.now) }))
  }, [cueDrafts, assetId, lineId, base, history.now, isDirty])
  return { work, setWork, isDirty, isUnkept }
}

type Sent = { readonly base: CueBase; readonly text: string }

/** Sends a file; afterwards the film is asked for anew, whatever came of it: a colleague may have been quicker. */
function useSaving(assetId: AssetId) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ base, text }: Sent) => api.writeCues(assetId, base.trackId, { text, sha256: base.sha256 }),
    onSuccess: (kept) => client.setQueryData(cuesQuery(assetId, kept.trackId).queryKey, kept),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: assetQuery(assetId).queryKey })
      void client.invalidateQueries({ queryKey: KEYS.programmes })
    },
  })
}
