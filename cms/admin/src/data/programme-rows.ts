import type { ProgrammeStatus, StaffProgramme } from '@ulan/contract'

export type StatusFilter = ProgrammeStatus | 'all'

/** How many programmes each filter would show. */
export function countByStatus(programmes: readonly StaffProgramme[]): Readonly<Record<StatusFilter, number>> {
  const of = (status: ProgrammeStatus): number => programmes.filter((programme) => programme.status === status).length
  return { all: programmes.length, draft: of('draft'), published: of('published'), 'taken-down': of('taken-down') }
}

/** Rows for a filter and a search in both titles and the file name, newest change first. */
export function filterProgrammes(programmes: readonly StaffProgramme[], status: StatusFilter, search: string): readonly StaffProgramme[] {
  const wanted = search.trim().toLowerCase()
  return programmes
    .filter((programme) => status === 'all' || programme.status === status)
    .filter((programme) => wanted === '' || searchable(programme).includes(wanted))
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
}

/** A Chinese title to begin with, when the file was named in Chinese; cameras' names are no titles. */
export function titleFromFileName(fileName: string): string {
  const stem = fileName.replace(/\.[^.]*$/, '').trim()
  return /\p{Script=Han}/u.test(stem) ? stem : ''
}

const searchable = (programme: StaffProgramme): string =>
  [...Object.values(programme.title), programme.asset?.fileName ?? ''].join('\n').toLowerCase()
