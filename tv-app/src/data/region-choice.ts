import { type Locale, type LocalText, pickText, type Region, type RegionCode } from '@ulan/contract'

/** Where the region that a viewer chose is kept on the box. */
export type RegionMemory = { read(): RegionCode | undefined; write(code: RegionCode | undefined): void }
export type RegionView = { readonly code: RegionCode; readonly name: LocalText }

const CODE = /^\d{6}$/

/** A code of GB/T 2260; whether there is such a region is the server's to say. */
export const parseRegion = (stored: string | undefined): RegionCode | undefined =>
  stored !== undefined && CODE.test(stored) ? (stored as RegionCode) : undefined // the shape the contract asks for

/** Leagues and cities, which programmes are put in order by; banners and counties would be a hundred presses. */
export const leagues = (regions: readonly Region[], locale: Locale): readonly RegionView[] =>
  regions.filter(({ parentCode }) => parentCode === undefined).map(({ code, name }) => ({ code, name: pickText(name, locale) }))
