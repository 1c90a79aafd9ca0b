import type { ProgrammeStatus } from '@ulan/contract'

export type LifeAction = 'publish' | 'take-down'

/** The whole life of a programme; an action without an entry is a conflict. Repeating an action is harmless. */
const NEXT_STATUS: { readonly [S in ProgrammeStatus]: { readonly [A in LifeAction]?: ProgrammeStatus } } = {
  draft: { publish: 'published' },
  published: { publish: 'published', 'take-down': 'taken-down' },
  'taken-down': { publish: 'published', 'take-down': 'taken-down' },
}

/** Status after an action, or undefined when the table has no such step. */
export const nextStatus = (status: ProgrammeStatus, action: LifeAction): ProgrammeStatus | undefined => NEXT_STATUS[status][action]
