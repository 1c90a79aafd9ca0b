import type { ProgrammeId } from '@ulan/contract'

/** Where households and villagers see a programme: addresses of the two clients on this server. */
export const clientLinks = (origin: string, id: ProgrammeId): { readonly tv: string; readonly tablet: string } => ({
  tv: `${origin}/tv/#/programme/${id}`,
  tablet: `${origin}/tablet/#/programme/${id}`,
})
