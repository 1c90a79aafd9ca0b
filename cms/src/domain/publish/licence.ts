import { licenceSpan, type ProgrammeId, type Rights, type StaffProgramme } from '@ulan/contract'
import type { PublicProgramme } from '../programme/kept-programme.ts'

/** What a licence says of an instant (ms since 1970); undefined: that the work may be shown. */
export function licenceAt(rights: Rights | undefined, atMs: number): StaffProgramme['withheld'] {
  const { fromMs, untilMs } = licenceSpan(rights)
  if (atMs < fromMs) return 'licence-not-begun'
  return atMs < untilMs ? undefined : 'licence-over'
}

type Programmes = ReadonlyMap<ProgrammeId, PublicProgramme>
/** `changesAtMs`: when the next licence begins or ends, infinite where none does. */
type LicensedProgrammes = { readonly programmes: Programmes; readonly changesAtMs: number }

/** Those whose licence lets them be shown at an instant, and until when that stays so. */
export function licensedAt(programmes: Programmes, atMs: number): LicensedProgrammes {
  const limited = [...programmes.values()].filter(({ rights }) => rights?.firstDay !== undefined || rights?.lastDay !== undefined)
  const edges = limited.map(({ rights }) => licenceSpan(rights)).flatMap(({ fromMs, untilMs }) => [fromMs, untilMs])
  const withheld = new Set(limited.filter(({ rights }) => licenceAt(rights, atMs) !== undefined).map(({ id }) => id))
  return {
    // Without any that is held back the map stays the same one, and with it what is known by it.
    programmes: withheld.size === 0 ? programmes : new Map([...programmes].filter(([id]) => !withheld.has(id))),
    changesAtMs: edges.reduce((next, edgeMs) => (edgeMs > atMs && edgeMs < next ? edgeMs : next), Number.POSITIVE_INFINITY),
  }
}
