import {
  type Audience,
  type EpisodeOf,
  type GenreId,
  isLocale,
  type LawId,
  type LawReference,
  type Locale,
  type LocalizedText,
  type PictureId,
  type Programme,
  type ProgrammeContent,
  type ProgrammeKind,
  type ProgrammePatch,
  type QuizId,
  type RegionCode,
  type Rights,
  type SeriesId,
  type TroupeId,
} from '@ulan/contract'
import { type ChapterRow, chaptersOf, rowsOf } from './chapter-rows.ts'
import { type CreditRow, creditRowsOf, creditsOf } from './credit-rows.ts'

/** A programme as the form holds it: flat, texts never undefined. */
export type ProgrammeForm = {
  readonly kind: ProgrammeKind
  readonly audience: Audience
  readonly titleChinese: string
  readonly titleMongolian: string
  readonly titleCyrillic: string
  readonly synopsisChinese: string
  readonly synopsisMongolian: string
  readonly synopsisCyrillic: string
  readonly genreId?: GenreId | undefined
  readonly troupeId?: TroupeId | undefined
  readonly regionCode?: RegionCode | undefined
  readonly seriesId?: SeriesId | undefined
  readonly season?: number | undefined
  readonly episode?: number | undefined
  readonly quizId?: QuizId | undefined
  /** `lawId#article`, in the order chosen. */
  readonly laws: readonly string[]
  readonly chapters: readonly ChapterRow[]
  /** Days as `2026-12-31`, empty for none. */
  readonly performedOn: string
  readonly venueChinese: string
  readonly venueMongolian: string
  readonly venueCyrillic: string
  readonly credits: readonly CreditRow[]
  readonly rightsHolder: string
  readonly rightsTerms: string
  readonly rightsFirstDay: string
  readonly rightsLastDay: string
  /** Its poster, where it is another one than that of its film. */
  readonly pictureId?: PictureId | undefined
}

export type FieldName = keyof ProgrammeForm
const FIELD_NAMES = [
  'kind',
  'audience',
  'titleChinese',
  'titleMongolian',
  'titleCyrillic',
  'synopsisChinese',
  'synopsisMongolian',
  'synopsisCyrillic',
  'genreId',
  'troupeId',
  'regionCode',
  'seriesId',
  'season',
  'episode',
  'quizId',
  'laws',
  'chapters',
  'performedOn',
  'venueChinese',
  'venueMongolian',
  'venueCyrillic',
  'credits',
  'rightsHolder',
  'rightsTerms',
  'rightsFirstDay',
  'rightsLastDay',
  'pictureId',
] as const satisfies readonly FieldName[]

export function formOf(programme: ProgrammeContent): ProgrammeForm {
  return {
    kind: programme.kind,
    audience: programme.audience,
    titleChinese: programme.title['zh-Hans'] ?? '',
    titleMongolian: programme.title['mn-Mong'] ?? '',
    titleCyrillic: programme.title['mn-Cyrl'] ?? '',
    synopsisChinese: programme.synopsis?.['zh-Hans'] ?? '',
    synopsisMongolian: programme.synopsis?.['mn-Mong'] ?? '',
    synopsisCyrillic: programme.synopsis?.['mn-Cyrl'] ?? '',
    genreId: programme.genreId,
    troupeId: programme.troupeId,
    regionCode: programme.regionCode,
    seriesId: programme.episodeOf?.seriesId,
    season: programme.episodeOf?.season,
    episode: programme.episodeOf?.episode,
    quizId: programme.quizId,
    laws: programme.laws.map(lawKey),
    chapters: rowsOf(programme.chapters),
    performedOn: programme.performedOn ?? '',
    venueChinese: programme.venue?.['zh-Hans'] ?? '',
    venueMongolian: programme.venue?.['mn-Mong'] ?? '',
    venueCyrillic: programme.venue?.['mn-Cyrl'] ?? '',
    credits: creditRowsOf(programme.credits),
    rightsHolder: programme.rights?.holder ?? '',
    rightsTerms: programme.rights?.terms ?? '',
    rightsFirstDay: programme.rights?.firstDay ?? '',
    rightsLastDay: programme.rights?.lastDay ?? '',
    pictureId: programme.pictureId,
  }
}

export const titleOf = (form: ProgrammeForm): LocalizedText => ({
  'zh-Hans': form.titleChinese,
  'mn-Mong': form.titleMongolian,
  'mn-Cyrl': form.titleCyrillic,
})

const synopsisOf = (form: ProgrammeForm): LocalizedText => ({
  'zh-Hans': form.synopsisChinese,
  'mn-Mong': form.synopsisMongolian,
  'mn-Cyrl': form.synopsisCyrillic,
})

const venueOf = (form: ProgrammeForm): LocalizedText => ({
  'zh-Hans': form.venueChinese,
  'mn-Mong': form.venueMongolian,
  'mn-Cyrl': form.venueCyrillic,
})

/** What of the licence is filled in. */
export const rightsOf = (form: ProgrammeForm): Rights => ({
  ...(form.rightsHolder.trim() === '' ? {} : { holder: form.rightsHolder }),
  ...(form.rightsTerms.trim() === '' ? {} : { terms: form.rightsTerms }),
  ...(form.rightsFirstDay === '' ? {} : { firstDay: form.rightsFirstDay }),
  ...(form.rightsLastDay === '' ? {} : { lastDay: form.rightsLastDay }),
})

/** All texts in several languages, as they stand in the fields. */
export const textsOfForm = (form: ProgrammeForm): readonly LocalizedText[] => [
  titleOf(form),
  synopsisOf(form),
  venueOf(form),
  ...creditsOf(form.credits).map(({ names }) => names),
]

export const lawKey = ({ lawId, article }: LawReference): string => `${lawId}#${article}`

export function lawOfKey(key: string): LawReference {
  const at = key.indexOf('#')
  return { lawId: key.slice(0, at) as LawId, article: key.slice(at + 1) } // keys are made by `lawKey` alone
}

/** Fields in which two forms differ, in the order of the form. */
export const changedFields = (before: ProgrammeForm, after: ProgrammeForm): readonly FieldName[] =>
  FIELD_NAMES.filter((name) => !isSame(before[name], after[name]))

/** What to send for the changed fields. */
export function patchOf(programme: Programme, base: ProgrammeForm, form: ProgrammeForm): Omit<ProgrammePatch, 'rev'> {
  const changed = new Set<FieldName>(changedFields(base, form))
  const has = (...names: FieldName[]): boolean => names.some((name) => changed.has(name))
  return {
    ...(has('kind') ? { kind: form.kind } : {}),
    ...(has('audience') ? { audience: form.audience } : {}),
    ...(has('titleChinese', 'titleMongolian', 'titleCyrillic') ? { title: textOf(programme.title, titleOf(form)) } : {}),
    ...(has('synopsisChinese', 'synopsisMongolian', 'synopsisCyrillic')
      ? { synopsis: orNull(textOf(programme.synopsis ?? {}, synopsisOf(form))) }
      : {}),
    ...(has('genreId') ? { genreId: form.genreId ?? null } : {}),
    ...(has('troupeId') ? { troupeId: form.troupeId ?? null } : {}),
    ...(has('regionCode') ? { regionCode: form.regionCode ?? null } : {}),
    ...(has('seriesId', 'season', 'episode') ? { episodeOf: episodeOf(form) } : {}),
    ...(has('quizId') ? { quizId: form.quizId ?? null } : {}),
    ...(has('laws') ? { laws: form.laws.map(lawOfKey) } : {}),
    ...(has('pictureId') ? { pictureId: form.pictureId ?? null } : {}),
    ...(has('chapters') ? { chapters: chaptersOf(form.chapters) } : {}),
    ...(has('performedOn') ? { performedOn: form.performedOn === '' ? null : form.performedOn } : {}),
    ...(has('venueChinese', 'venueMongolian', 'venueCyrillic') ? { venue: orNull(textOf(programme.venue ?? {}, venueOf(form))) } : {}),
    ...(has('credits') ? { credits: form.credits.length === 0 ? null : creditsOf(form.credits) } : {}),
    ...(has('rightsHolder', 'rightsTerms', 'rightsFirstDay', 'rightsLastDay') ? { rights: orNull(rightsOf(form)) } : {}),
  }
}

const TEXT_FIELDS = {
  title: { 'zh-Hans': 'titleChinese', 'mn-Mong': 'titleMongolian', 'mn-Cyrl': 'titleCyrillic' },
  synopsis: { 'zh-Hans': 'synopsisChinese', 'mn-Mong': 'synopsisMongolian', 'mn-Cyrl': 'synopsisCyrillic' },
  venue: { 'zh-Hans': 'venueChinese', 'mn-Mong': 'venueMongolian', 'mn-Cyrl': 'venueCyrillic' },
} as const satisfies Record<string, Record<Locale, FieldName>>

const RIGHTS_FIELDS: Readonly<Record<string, FieldName>> = {
  holder: 'rightsHolder',
  terms: 'rightsTerms',
  firstDay: 'rightsFirstDay',
  lastDay: 'rightsLastDay',
}

/** The form field a problem's JSON path belongs to; undefined = the whole form. */
export function fieldOfPath(path: string): FieldName | undefined {
  const [head = '', second = ''] = path.split('.')
  if (head === 'title' || head === 'synopsis' || head === 'venue') return TEXT_FIELDS[head][isLocale(second) ? second : 'zh-Hans']
  if (head === 'episodeOf') return second === 'season' || second === 'episode' ? second : 'seriesId'
  if (head === 'rights') return RIGHTS_FIELDS[second] ?? 'rightsHolder'
  return FIELD_NAMES.find((name) => name === head)
}

/** Texts as they were with those of the form in their place; what the form leaves empty is not sent. */
const textOf = (before: LocalizedText, written: LocalizedText): LocalizedText =>
  Object.fromEntries(Object.entries({ ...before, ...written }).filter(([, text]) => text !== ''))

const orNull = <T extends object>(members: T): T | null => (Object.keys(members).length === 0 ? null : members)

const episodeOf = ({ seriesId, season, episode }: ProgrammeForm): EpisodeOf | null =>
  seriesId === undefined ? null : { seriesId, season: season ?? 1, episode: episode ?? 1 }

function isSame(left: ProgrammeForm[FieldName], right: ProgrammeForm[FieldName]): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return left === right
  return left.length === right.length && left.every((entry, at) => isSameEntry(entry, right[at]))
}

/** Laws are texts, chapters and credits are rows of texts that are always made alike. */
const isSameEntry = (left: unknown, right: unknown): boolean => left === right || JSON.stringify(left) === JSON.stringify(right)
