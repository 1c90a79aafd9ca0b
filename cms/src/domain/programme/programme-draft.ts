import type { Programme, ProgrammeContent, ProgrammeCreate, ProgrammeId, ProgrammePatch, StaffId } from '@ulan/contract'
import { type KeptProgramme, lastVersionOf, lifeOf } from './kept-programme.ts'

type Birth = { readonly id: ProgrammeId; readonly now: string; readonly isSample: boolean; readonly writer?: StaffId }
type Edit = { readonly now: string; readonly writer?: StaffId }

/** A new draft at revision 1. */
export function draftProgramme(create: ProgrammeCreate, birth: Birth): Programme {
  return {
    ...create,
    audience: create.audience ?? 'everyone',
    laws: create.laws ?? [],
    id: birth.id,
    rev: 1,
    status: 'draft',
    isSample: birth.isSample,
    ...(birth.writer && { writers: [birth.writer] }),
    createdAt: birth.now,
    updatedAt: birth.now,
  }
}

/**
 * The programme after an edit, one revision on: absent members stay, `null` clears. Chapters are times in one film: they go
 * when another takes its place, lest viewers are led past what they came for.
 */
export function patchProgramme(programme: KeptProgramme, patch: ProgrammePatch, edit: Edit): KeptProgramme {
  const next: Record<string, unknown> = { ...programme, ...editedBy(programme, edit) }
  if (isAnotherFilm(programme, patch)) delete next['chapters']
  for (const [name, value] of Object.entries(patch)) {
    if (name === 'rev' || value === undefined) continue
    if (value === null) delete next[name]
    else next[name] = value
  }
  return next as KeptProgramme // every member of a patch has the type of the programme's member of that name, or clears an optional one
}

/** The programme one revision on, with the content of a version in the place of its own. */
export const restoreContent = (programme: KeptProgramme, content: ProgrammeContent, edit: Edit): KeptProgramme => ({
  ...content,
  ...lifeOf(programme),
  ...editedBy(programme, edit),
})

/** What every edit leaves behind; what the public sees stays what it was. */
function editedBy(programme: KeptProgramme, { now, writer }: Edit): Pick<KeptProgramme, 'rev' | 'updatedAt' | 'writers' | 'lastVersion'> {
  const writers = writer === undefined ? programme.writers : [...new Set([...(programme.writers ?? []), writer])]
  const lastVersion = lastVersionOf(programme)
  return { rev: programme.rev + 1, updatedAt: now, ...(writers && { writers }), ...(lastVersion && { lastVersion }) }
}

const isAnotherFilm = ({ assetId: before }: Programme, { assetId: after }: ProgrammePatch): boolean =>
  before !== undefined && after !== undefined && after !== before
