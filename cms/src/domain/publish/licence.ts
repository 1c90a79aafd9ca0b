import { licenceSpan, type ProgrammeId, type Rights, type StaffProgramme } from '@ulan/contract'
import { type KeptProgramme, type PublicProgramme, publicOf } from '../programme/kept-programme.ts'

type Licence = NonNullable<StaffProgramme['licence']>

/** How a licence stands at an instant (ms since 1970); only while it runs may the work be shown. */
export function licenceAt(rights: Rights | undefined, atMs: number): Licence['state'] {
  const { fromMs, untilMs } = licenceSpan(rights)
  if (atMs < fromMs) return 'not-begun'
  return atMs < untilMs ? 'running' : 'over'
}

/** The licence of what is published, as staff see it; undefined where nothing is, or it is bound to no days. */
export function presentLicence(programme: KeptProgramme, atMs: number): Licence | undefined {
  const { firstDay, lastDay } = (programme.status === 'published' ? publicOf(programme).rights : undefined) ?? {}
  if (firstDay === undefined && lastDay === undefined) return undefined
  return { state: licenceAt({ firstDay, lastDay }, atMs), ...(firstDay && { firstDay }), ...(lastDay && { lastDay }) }
}

type Programmes = ReadonlyMap<ProgrammeId, PublicProgramme>
/** `changesAtMs`: when the next licence begins or ends, infinite where none does. */
type LicensedProgrammes = { readonly programmes: Programmes; readonly changesAtMs: number }

/** Those whose licence lets them be shown at an instant, and until when that stays so. */
export function licensedAt(programmes: Programmes, atMs: number): LicensedProgrammes {
  const limited = [...programmes.values()].filter(({ rights }) => rights?.firstDay !== undefined || rights?.lastDay !== undefined)
  const edges = limited.map(({ rights }) => licenceSpan(rights)).flatMap(({ fromMs, untilMs }) => [fromMs, untilMs])
  const withheld = new Set(limited.filter(({ rights }) => licenceAt(rights, atMs) !== 'running').map(({ id }) => id))
  return {
    // Without any that is held back the map stays the same one, and with it what is known by it.
    programmes: withheld.size === 0 ? programmes : new Map([...programmes].filter(([id]) => !withheld.has(id))),
    changesAtMs: edges.reduce((next, edgeMs) => (edgeMs > atMs && edgeMs < next ? edgeMs : next), Number.POSITIVE_INFINITY),
  }
}
