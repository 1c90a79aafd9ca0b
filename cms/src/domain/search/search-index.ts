import { LOCALES, type LocalizedText, type Programme, type RailEntry } from '@ulan/contract'
import type { PublicSeries, Snapshot } from '../snapshot/build-snapshot.ts'
import { type SearchableText, searchableText, searchableWords } from './searchable-text.ts'

/** A text of something, and how much it counts that a question is found there. */
export type Field = SearchableText & { readonly weight: number }
/** Something that can be found. */
export type Findable = { readonly entry: RailEntry; readonly fields: readonly Field[] }

/** A name in the title says more than one in the law that is cited. */
export const WEIGHTS = { title: 100, series: 60, people: 50, law: 40, synopsis: 25, article: 15 } as const

type Prepare = (text: string) => SearchableText

const fieldsOf = (text: LocalizedText | undefined, weight: number, prepare: Prepare): Field[] =>
  LOCALES.flatMap((locale) => {
    const one = text?.[locale]
    return one === undefined || one === '' ? [] : [{ ...prepare(one), weight }]
  })

/** Its own words; they cost the most, and a programme is the same object from one snapshot to the next. */
const ownFields = new WeakMap<Programme, readonly Field[]>()
function ownFieldsOf(programme: Programme): readonly Field[] {
  const known = ownFields.get(programme)
  if (known !== undefined) return known
  const { title, synopsis } = programme
  const fields = [...fieldsOf(title, WEIGHTS.title, searchableText), ...fieldsOf(synopsis, WEIGHTS.synopsis, searchableWords)]
  ownFields.set(programme, fields)
  return fields
}

/** Does the costly part of finding a programme beforehand; what it came to is kept with the programme. */
export const prepareToFind = (programme: Programme): void => void ownFieldsOf(programme)

/** Names that many programmes share, each prepared once. */
function sharedNames(): Prepare {
  const prepared = new Map<string, SearchableText>()
  return (text) => {
    const known = prepared.get(text) ?? searchableText(text)
    prepared.set(text, known)
    return known
  }
}

function lawFields({ catalogue }: Snapshot, { laws }: Programme, prepare: Prepare): Field[] {
  return laws.flatMap(({ lawId, article }) => {
    const law = catalogue.laws.get(lawId)
    const text = law?.articles.find(({ number }) => number === article)?.text
    return [
      ...(law === undefined ? [] : [{ ...prepare(law.title), weight: WEIGHTS.law }]),
      ...(text === undefined ? [] : [{ ...prepare(text), syllables: [], initials: '', keypad: '', weight: WEIGHTS.article }]),
    ]
  })
}

function findableProgramme(snapshot: Snapshot, programme: Programme, prepare: Prepare): Findable {
  const { genres, troupes, regions, series } = snapshot.catalogue
  const { genreId, troupeId, regionCode, episodeOf } = programme
  const names = [
    genreId === undefined ? undefined : genres.get(genreId)?.name,
    troupeId === undefined ? undefined : troupes.get(troupeId)?.name,
    regionCode === undefined ? undefined : regions.get(regionCode)?.name,
  ]
  return {
    entry: { kind: 'programme', id: programme.id },
    fields: [
      ...ownFieldsOf(programme),
      ...fieldsOf(episodeOf === undefined ? undefined : series.get(episodeOf.seriesId)?.title, WEIGHTS.series, prepare),
      ...names.flatMap((name) => fieldsOf(name, WEIGHTS.people, prepare)),
      ...lawFields(snapshot, programme, prepare),
    ],
  }
}

const findableSeries = ({ series }: PublicSeries, prepare: Prepare): Findable => ({
  entry: { kind: 'series', id: series.id },
  fields: [...fieldsOf(series.title, WEIGHTS.title, prepare), ...fieldsOf(series.synopsis, WEIGHTS.synopsis, searchableWords)],
})

const indexes = new WeakMap<Snapshot, readonly Findable[]>()

/** All that the public can find in a snapshot: series, then programmes, newest first. Made when somebody first searches. */
export function searchIndexOf(snapshot: Snapshot): readonly Findable[] {
  const known = indexes.get(snapshot)
  if (known !== undefined) return known
  const prepare = sharedNames()
  const index = [
    ...[...snapshot.series.values()].map((one) => findableSeries(one, prepare)),
    ...snapshot.programmes.map((programme) => findableProgramme(snapshot, programme, prepare)),
  ]
  indexes.set(snapshot, index)
  return index
}
