import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FieldProblem, StaffProgramme } from '@ulan/contract'
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'
import { tellHalfTyped } from '../components/half-typed.ts'
import { api } from '../data/api-client.ts'
import { asProblemError, type ProblemError } from '../data/problem-error.ts'
import { KEYS, rememberProgramme } from '../data/staff-queries.ts'
import {
  afterSave,
  changeEdit,
  checkEdit,
  completeEdit,
  type FieldErrors,
  filmSecondsOf,
  followServer,
  isDirty,
  mergeEdit,
  type ProgrammeEdit,
  sortErrors,
  startEdit,
  tidyEdit,
} from '../form/programme-edit.ts'
import { type FieldName, fieldOfPath, type ProgrammeForm, patchOf } from '../form/programme-form.ts'
import { useNewsroom } from '../newsroom.ts'

type SaveOutcome = { readonly kind: 'saved'; readonly programme: StaffProgramme } | { readonly kind: 'not-saved' }

export type ProgrammeEditing = {
  readonly form: ProgrammeForm
  readonly isDirty: boolean
  readonly isSaving: boolean
  /** Unsaved words of an earlier visit are in the fields. */
  readonly isRestored: boolean
  /** The browser has no room for what is not saved. */
  readonly isUnkept: boolean
  readonly errors: FieldErrors
  /** All that is wrong, also of fields that are lists: their paths count the rows. */
  readonly wrongs: readonly FieldProblem[]
  readonly problem: ProblemError['problem'] | undefined
  readonly otherErrors: readonly FieldProblem[]
  /** Fields that somebody else changed too, after `takeNewest`. */
  readonly conflicts: readonly FieldName[]
  readonly change: (change: Partial<ProgrammeForm>) => void
  readonly save: () => Promise<SaveOutcome>
  readonly report: (problem: ProblemError) => void
  readonly discard: () => void
  /** After `stale-revision`: the newest words, with those typed here kept on top or given up. */
  readonly takeNewest: (keepMine: boolean) => Promise<void>
  readonly closeProblem: () => void
}

/** One person's work on one programme: typed words, their draft in this browser, saving, and what the server said. */
export function useProgrammeEdit(programme: StaffProgramme): ProgrammeEditing {
  const client = useQueryClient()
  const { edit, dirty, isUnkept, setStored } = useKeptEdit(programme)
  const [isRestored, setRestored] = useState(dirty)
  const [problem, setProblem] = useState<ProblemError>()
  const [localErrors, setLocalErrors] = useState<readonly FieldProblem[]>([])
  const [conflicts, setConflicts] = useState<readonly FieldName[]>([])
  const saving = useMutation({
    mutationFn: (sent: ProgrammeEdit) =>
      api.updateProgramme(programme.id, { rev: sent.baseRev, ...patchOf(programme, sent.base, sent.mine) }),
  })
  const settle = (): void => {
    setProblem(undefined)
    setLocalErrors([])
    setConflicts([])
    setRestored(false)
  }
  const save = async (): Promise<SaveOutcome> => {
    if (tellHalfTyped()) return { kind: 'not-saved' }
    const sent = tidyEdit(edit)
    const wrong = checkEdit(sent, filmSecondsOf(programme))
    setStored(sent)
    setLocalErrors(wrong)
    if (wrong.length > 0) return { kind: 'not-saved' }
    if (!isDirty(sent)) return { kind: 'saved', programme }
    try {
      const saved = await saving.mutateAsync(sent)
      setStored((now) => afterSave(now, saved))
      rememberProgramme(client, saved)
      settle()
      return { kind: 'saved', programme: saved }
    } catch (caught) {
      setProblem(asProblemError(caught))
      return { kind: 'not-saved' }
    }
  }
  const takeNewest = async (keepMine: boolean): Promise<void> => {
    const newest = await api.readProgramme(programme.id)
    const merged = keepMine ? mergeEdit(edit, newest) : { edit: startEdit(newest), conflicts: [] }
    settle()
    setStored(merged.edit)
    setConflicts(merged.conflicts)
    client.setQueryData(KEYS.programme(programme.id), newest)
  }
  const wrongs = [...localErrors, ...(problem?.fields ?? [])]
  const sorted = sortErrors(wrongs)
  return {
    form: edit.mine,
    isDirty: dirty,
    isSaving: saving.isPending,
    isRestored: isRestored && dirty,
    isUnkept,
    errors: sorted.fields,
    wrongs,
    problem: problem?.problem,
    otherErrors: sorted.rest,
    conflicts,
    change: (change) => {
      // What was said of a field was said of what stood there before.
      setLocalErrors(localErrors.filter(({ path }) => !((fieldOfPath(path) ?? '') in change)))
      // From what is kept, not from what was drawn: of two changes before the next drawing neither is lost.
      setStored((now) => changeEdit(followServer(now, programme), change))
    },
    save,
    report: setProblem,
    discard: () => {
      settle()
      setStored(startEdit(programme))
    },
    takeNewest: (keepMine) => takeNewest(keepMine).catch((caught: unknown) => setProblem(asProblemError(caught))),
    closeProblem: () => setProblem(undefined),
  }
}

type KeptEdit = {
  readonly edit: ProgrammeEdit
  readonly dirty: boolean
  readonly isUnkept: boolean
  readonly setStored: Dispatch<SetStateAction<ProgrammeEdit>>
}

/** What is typed, kept in this browser until it is saved, and following the server as long as nothing typed is lost by it. */
function useKeptEdit(programme: StaffProgramme): KeptEdit {
  const { drafts } = useNewsroom()
  const [stored, setStored] = useState<ProgrammeEdit>(() => {
    const kept = drafts.read(programme.id)
    return kept === undefined ? startEdit(programme) : completeEdit(kept, programme)
  })
  const edit = followServer(stored, programme)
  const dirty = isDirty(edit)
  const [isUnkept, setUnkept] = useState(false)
  useEffect(() => {
    if (!dirty) drafts.remove(programme.id)
    setUnkept(dirty && !drafts.write(programme.id, edit))
  }, [drafts, programme.id, edit, dirty])
  return { edit, dirty, isUnkept, setStored }
}
