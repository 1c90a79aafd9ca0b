import { licenceSpan, type StaffProgramme } from '@ulan/contract'

/** So long before its end somebody has to ask for a new licence. */
const SOON_MS = 30 * 24 * 60 * 60 * 1000

type Licence = NonNullable<StaffProgramme['licence']>

/** How a licence stands at an instant (ms since 1970), as far as anybody has to know of it: `ending` is its last month. */
export function licenceView(licence: Licence | undefined, nowMs: number): Exclude<Licence['state'], 'running'> | 'ending' | undefined {
  if (licence === undefined) return undefined
  if (licence.state !== 'running') return licence.state
  return licenceSpan(licence).untilMs - nowMs > SOON_MS ? undefined : 'ending'
}
