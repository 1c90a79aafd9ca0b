import {
  type FieldProblem,
  type Locale,
  type LocalizedText,
  licenceSpan,
  missingTitles,
  type Programme,
  type PublishBlocker,
  rightsProblems,
  type StaffProgramme,
} from '@ulan/contract'
import { checkRows, tidyRows } from './chapter-rows.ts'
import { tidyCredits } from './credit-rows.ts'
import { changedFields, type FieldName, fieldOfPath, formOf, type ProgrammeForm, rightsOf, textsOfForm, titleOf } from './programme-form.ts'

/** Someone's unsaved work: what the server had when it began, and what is in the fields now. */
export type ProgrammeEdit = {
  readonly baseRev: number
  readonly base: ProgrammeForm
  readonly mine: ProgrammeForm
}

export const startEdit = (programme: Programme): ProgrammeEdit => {
  const form = formOf(programme)
  return { baseRev: programme.rev, base: form, mine: form }
}

/** Words kept by an older newsroom know nothing of newer fields: the server's stand there. */
export const completeEdit = (edit: ProgrammeEdit, programme: Programme): ProgrammeEdit => {
  const form = formOf(programme)
  return { ...edit, base: { ...form, ...edit.base }, mine: { ...form, ...edit.mine } }
}

export const isDirty = (edit: ProgrammeEdit): boolean => changedFields(edit.base, edit.mine).length > 0

/**
 * Follows the server as long as nothing typed can be lost: a revision with the same words (an asset attached, a
 * publish) moves the base, an untouched form takes the new words over. Else the edit stays as it is and saving it
 * answers `stale-revision`.
 */
export function followServer(edit: ProgrammeEdit, latest: Programme): ProgrammeEdit {
  if (latest.rev === edit.baseRev) return edit
  if (!isDirty(edit)) return startEdit(latest)
  return changedFields(edit.base, formOf(latest)).length === 0 ? { ...edit, baseRev: latest.rev } : edit
}

export const changeEdit = (edit: ProgrammeEdit, change: Partial<ProgrammeForm>): ProgrammeEdit => ({
  ...edit,
  mine: { ...edit.mine, ...change },
})

/** After a save: the saved words are the new base; what was typed while it was under way stays. */
export const afterSave = (edit: ProgrammeEdit, saved: Programme): ProgrammeEdit => ({
  baseRev: saved.rev,
  base: formOf(saved),
  mine: edit.mine,
})

export type Merged = { readonly edit: ProgrammeEdit; readonly conflicts: readonly FieldName[] }

/** Takes the newest words and lays the fields changed here on top; `conflicts` were changed on both sides. */
export function mergeEdit(edit: ProgrammeEdit, latest: Programme): Merged {
  const theirs = formOf(latest)
  const ours = new Set<FieldName>(changedFields(edit.base, edit.mine))
  const taken = Object.fromEntries([...ours].map((name) => [name, edit.mine[name]]))
  const conflicts = changedFields(edit.base, theirs).filter((name) => ours.has(name) && changedFields(theirs, edit.mine).includes(name))
  return { edit: { baseRev: latest.rev, base: theirs, mine: { ...theirs, ...taken } }, conflicts }
}

export type FieldErrors = { readonly [Name in FieldName]?: FieldProblem | undefined }

/** What is certainly wrong before asking the server. */
export function checkForm(form: ProgrammeForm): FieldErrors {
  const isEpisode = form.seriesId !== undefined
  const [lastDay] = rightsProblems(rightsOf(form))
  return {
    ...(isEpisode && form.season === undefined ? { season: { path: 'episodeOf.season', code: 'required' } } : {}),
    ...(isEpisode && form.episode === undefined ? { episode: { path: 'episodeOf.episode', code: 'required' } } : {}),
    ...(lastDay === undefined ? {} : { rightsLastDay: lastDay }),
  }
}

/** How long the film of a programme is, s; undefined while nobody knows. */
export const filmSecondsOf = ({ asset }: StaffProgramme): number | undefined => asset?.durationSeconds ?? asset?.source?.durationSeconds

/** As it is sent, so that what the server says of the third is said of the third row: chapters in the order of the film, credits without empty lines. */
export const tidyEdit = (edit: ProgrammeEdit): ProgrammeEdit => ({
  ...edit,
  mine: { ...edit.mine, chapters: tidyRows(edit.mine.chapters), credits: tidyCredits(edit.mine.credits) },
})

/** What is certainly wrong; with chapters only where they were changed here, since what others left keeps nobody from saving. */
export function checkEdit({ base, mine }: ProgrammeEdit, filmSeconds: number | undefined): readonly FieldProblem[] {
  const wrongFields = Object.values(checkForm(mine)).filter((problem) => problem !== undefined)
  return [...wrongFields, ...(changedFields(base, mine).includes('chapters') ? checkRows(mine.chapters, filmSeconds) : [])]
}

/** Sorts a problem's errors to the fields; what belongs to none is in `rest`. */
export function sortErrors(errors: readonly FieldProblem[]): { readonly fields: FieldErrors; readonly rest: readonly FieldProblem[] } {
  const fields: { [Name in FieldName]?: FieldProblem } = {}
  const rest: FieldProblem[] = []
  for (const error of errors) {
    const name = fieldOfPath(error.path)
    if (name === undefined) rest.push(error)
    else fields[name] ??= error
  }
  return { fields, rest }
}

const OF_FORM: ReadonlySet<PublishBlocker> = new Set([
  'title-zh-missing',
  'title-mong-missing',
  'title-cyrl-missing',
  'mongolian-without-chinese',
  'licence-over',
])

const isOneSided = (text: LocalizedText): boolean =>
  `${text['mn-Mong'] ?? ''}${text['mn-Cyrl'] ?? ''}` !== '' && (text['zh-Hans'] ?? '').trim() === ''

/** What still hinders publishing at an instant (ms since 1970), seen with what is in the fields now and the titles that are required. */
export function currentBlockers(
  programme: StaffProgramme,
  form: ProgrammeForm,
  required: readonly Locale[],
  nowMs: number,
): readonly PublishBlocker[] {
  return [
    ...missingTitles(titleOf(form), required),
    ...(textsOfForm(form).some(isOneSided) ? (['mongolian-without-chinese'] as const) : []),
    ...(licenceSpan(rightsOf(form)).untilMs <= nowMs ? (['licence-over'] as const) : []),
    ...programme.blockers.filter((blocker) => !OF_FORM.has(blocker)),
  ]
}
