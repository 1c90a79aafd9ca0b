import type { FieldProblem } from '../problem/problem-schema.ts'
import type { Rights } from './rights.ts'
import type { Span } from './show-time.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** The first instant of a day in Beijing, in ms since 1970. */
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

/** From when until when the public may see a work, by its licence; without one, or without an end to it, always. */
export const licenceSpan = (rights: Pick<Rights, 'firstDay' | 'lastDay'> | undefined): Span => ({
  fromMs: rights?.firstDay === undefined ? Number.NEGATIVE_INFINITY : startOf(rights.firstDay),
  untilMs: rights?.lastDay === undefined ? Number.POSITIVE_INFINITY : startOf(rights.lastDay) + DAY_MS,
})

/** What is wrong with a licence beyond the shape of its members: that it ends before it begins. */
export const rightsProblems = ({ firstDay, lastDay }: Rights): FieldProblem[] =>
  firstDay !== undefined && lastDay !== undefined && lastDay < firstDay
    ? [{ path: 'rights.lastDay', code: 'licence-ends-before-start' }]
    : []
