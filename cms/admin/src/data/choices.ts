import type { Law, LocalizedText, ProgrammeKind, Region, StaffSeries } from '@ulan/contract'
import { foldText, pickText } from '@ulan/contract'
import { lawKey } from '../form/programme-form.ts'

export type Choice<Value> = { readonly value: Value; readonly label: string }
export type RegionChoice = Choice<string> & { readonly children?: readonly RegionChoice[] }
export type LawChoices = { readonly label: string; readonly title: string; readonly options: readonly LawChoice[] }
type LawChoice = Choice<string> & { readonly excerpt: string }

export const KINDS = ['performance', 'documentary', 'animation', 'lecture'] as const satisfies readonly ProgrammeKind[]

const EXCERPT_LENGTH = 60

/** Staff choose by the Chinese name: it is the one every record has. */
export const chineseName = (text: LocalizedText): string => pickText(text, 'zh-Hans').text

/** Whether a title has these letters, in whatever language and script. */
export const isTitled = (title: LocalizedText, q: string): boolean => {
  const words = foldText(q)
  return words === '' || Object.values(title).some((text) => text !== undefined && foldText(text).includes(words))
}

export const choicesOf = <Id>(items: readonly { readonly id: Id; readonly name: LocalizedText }[]): Choice<Id>[] =>
  items.map(({ id, name }) => ({ value: id, label: chineseName(name) }))

/** Leagues and cities with the banners and counties below them. */
export function regionTree(regions: readonly Region[]): RegionChoice[] {
  const below = (parentCode: string | undefined): RegionChoice[] =>
    regions
      .filter((region) => region.parentCode === parentCode)
      .map(({ code, name }) => {
        const children = below(code)
        return { value: code, label: chineseName(name), ...(children.length === 0 ? {} : { children }) }
      })
  const known = new Set<string>(regions.map((region) => region.code))
  const roots = regions.filter(({ parentCode }) => parentCode === undefined || !known.has(parentCode))
  return [...new Set(roots.map((region) => region.parentCode))].flatMap(below)
}

/** Codes from the league down to `code`, as a cascade wants them. */
export function regionPath(regions: readonly Region[], code: string | undefined): string[] {
  const region = regions.find((entry) => entry.code === code)
  if (region === undefined) return []
  const parent = region.parentCode
  return parent === undefined || parent === region.code ? [region.code] : [...regionPath(regions, parent), region.code]
}

/** Articles grouped by law; the label alone must say which, since it stands in the field once chosen. */
export const lawChoices = (laws: readonly Law[]): LawChoices[] =>
  laws.map((law) => ({
    label: law.title,
    title: law.title,
    options: law.articles.map((article) => ({
      value: lawKey({ lawId: law.id, article: article.number }),
      label: `${law.title} ${article.number}`,
      excerpt: article.text.slice(0, EXCERPT_LENGTH),
    })),
  }))

/** The episode number that comes next in a season of a series. */
export const nextEpisode = (series: Pick<StaffSeries, 'lastEpisodes'> | undefined, season: number): number =>
  (series?.lastEpisodes.find((last) => last.season === season)?.episode ?? 0) + 1
