import type { Programme, StarterCatalogue } from '@ulan/contract'
import { starterCatalogueSchema } from '@ulan/contract/schemas'
import { draftProgramme } from '../domain/programme/programme-draft.ts'
import type { LiveListing } from './live-listing.ts'
import type { LiveSnapshot } from './live-snapshot.ts'
import type { SeedWriter } from './ports.ts'

export type SeedNeeds = {
  readonly writer: SeedWriter
  readonly live: Pick<LiveSnapshot, 'refresh'>
  readonly listing: Pick<LiveListing, 'note'>
  clock(): Date
}

const SECOND_MS = 1000

/** Fills an empty store once. Begun and not finished (power cut) is finished; anything else is left alone. */
export async function seedStore({ writer, live, listing, clock }: SeedNeeds, given: StarterCatalogue): Promise<{ seeded: boolean }> {
  const state = await writer.readState()
  if (state === 'done' || state === 'in-use') return { seeded: false }
  const catalogue = starterCatalogueSchema.parse(given)
  const now = clock()
  await writer.mark('begun', now)
  await writer.addAll(catalogue, publishedSamples(catalogue, now))
  await writer.mark('done', clock())
  listing.note([{ kind: 'all' }])
  await live.refresh([{ kind: 'all' }])
  return { seeded: true }
}

/** The first of the list is the newest, each next one a second older. */
function publishedSamples(catalogue: StarterCatalogue, now: Date): Programme[] {
  return catalogue.programmes.map(({ id, ...create }, index) => {
    const publishedAt = new Date(now.getTime() - index * SECOND_MS).toISOString()
    return { ...draftProgramme(create, { id, now: publishedAt, isSample: true }), status: 'published', publishedAt }
  })
}
