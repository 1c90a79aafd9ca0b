import type { Programme, ProgrammeCreate, ProgrammeId, ProgrammePatch } from '@ulan/contract'

type Birth = { readonly id: ProgrammeId; readonly now: string; readonly isSample: boolean }

/** A new draft at revision 1. */
export function draftProgramme(create: ProgrammeCreate, birth: Birth): Programme {
  return {
    ...create,
    laws: create.laws ?? [],
    id: birth.id,
    rev: 1,
    status: 'draft',
    isSample: birth.isSample,
    createdAt: birth.now,
    updatedAt: birth.now,
  }
}

/** The programme after an edit, one revision on: absent members stay, `null` clears. */
export function patchProgramme(programme: Programme, patch: ProgrammePatch, now: string): Programme {
  const next: Record<string, unknown> = { ...programme, rev: programme.rev + 1, updatedAt: now }
  for (const [name, value] of Object.entries(patch)) {
    if (name === 'rev' || value === undefined) continue
    if (value === null) delete next[name]
    else next[name] = value
  }
  return next as Programme // every member of a patch has the type of the programme's member of that name, or clears an optional one
}
