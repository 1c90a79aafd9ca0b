import { useQuery } from '@tanstack/react-query'
import type { StaffProgramme } from '@ulan/contract'
import { reviewsQuery, sessionQuery, versionsQuery } from '../data/staff-queries.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'

export type Standing = {
  /** Something that is typed, saved or signed is not public yet. */
  readonly isAhead: boolean
  /** 三审三校 is on and has not passed what stands here. */
  readonly isUnsigned: boolean
  /** The latest review is the one with which the last version went out. */
  readonly isReviewOut: boolean
}

/** Where what is worked on stands with the public and with the reviews; what is typed and not saved was signed by nobody. */
export function useStanding(programme: StaffProgramme, { isDirty }: ProgrammeEditing): Standing {
  const isOn = useQuery(sessionQuery).data?.reviewPolicy === 'three'
  const latest = useQuery({ ...reviewsQuery(programme.id), enabled: isOn }).data?.[0]
  const [last] = useQuery({ ...versionsQuery(programme), enabled: isOn, placeholderData: (before) => before }).data ?? []
  const isReviewOut = latest !== undefined && last?.reviewNumber === latest.number
  const isNewlySigned = latest?.state === 'approved' && last !== undefined && !isReviewOut
  return {
    isAhead: isDirty || programme.isChanged || isNewlySigned,
    isUnsigned: isOn && (latest?.state !== 'approved' || isDirty),
    isReviewOut,
  }
}
