import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { chineseName } from '../data/choices.ts'
import { genresQuery, lawsQuery, quizzesQuery, regionsQuery, seriesQuery, troupesQuery } from '../data/staff-queries.ts'
import type { TextField } from '../data/version-diff.ts'
import { chaptersOf, clockOf } from '../form/chapter-rows.ts'
import { type FieldName, lawOfKey, type ProgrammeForm } from '../form/programme-form.ts'

type Words = { readonly [Name in Exclude<FieldName, TextField | 'pictureId'>]: (form: ProgrammeForm) => readonly string[] }

/** What stands in the fields of a form, as people read it: a line each; what the catalogue has no name for any more by its id. */
export function useFieldWords(): Words {
  const { t } = useTranslation(['admin', 'credits'])
  const [genres, troupes, series] = [useQuery(genresQuery).data, useQuery(troupesQuery).data, useQuery(seriesQuery).data]
  const [regions, quizzes, laws] = [useQuery(regionsQuery).data, useQuery(quizzesQuery).data, useQuery(lawsQuery).data]
  const nameOf = (id: string | undefined, named: Parameters<typeof chineseName>[0] | undefined): string[] =>
    id === undefined ? [] : [named === undefined ? id : chineseName(named)]
  const text = (value: string): string[] => (value === '' ? [] : [value])
  const number = (value: number | undefined): string[] => (value === undefined ? [] : [String(value)])
  return {
    kind: ({ kind }) => [t(`kind.${kind}`)],
    audience: ({ audience }) => [t(`audience.${audience}`)],
    genreId: ({ genreId }) => nameOf(genreId, genres?.find(({ id }) => id === genreId)?.name),
    troupeId: ({ troupeId }) => nameOf(troupeId, troupes?.find(({ id }) => id === troupeId)?.name),
    regionCode: ({ regionCode }) => nameOf(regionCode, regions?.find(({ code }) => code === regionCode)?.name),
    seriesId: ({ seriesId }) => nameOf(seriesId, series?.find(({ id }) => id === seriesId)?.title),
    season: ({ season }) => number(season),
    episode: ({ episode }) => number(episode),
    quizId: ({ quizId }) => nameOf(quizId, quizzes?.find(({ id }) => id === quizId)?.title),
    laws: (form) =>
      form.laws.map(lawOfKey).map(({ lawId, article }) => `${laws?.find(({ id }) => id === lawId)?.title ?? lawId} ${article}`),
    chapters: (form) =>
      chaptersOf(form.chapters).map(({ kind, startSeconds, endSeconds }) =>
        t('chapters.part', { kind: t(`chapters.kind.${kind}`), start: clockOf(startSeconds), end: clockOf(endSeconds) }),
      ),
    performedOn: ({ performedOn }) => text(performedOn),
    credits: ({ credits }) => credits.map(({ role, chinese }) => t('credits.line', { role: t(`credits:role.${role}`), names: chinese })),
    rightsHolder: ({ rightsHolder }) => text(rightsHolder),
    rightsTerms: ({ rightsTerms }) => text(rightsTerms),
    rightsFirstDay: ({ rightsFirstDay }) => text(rightsFirstDay),
    rightsLastDay: ({ rightsLastDay }) => text(rightsLastDay),
  }
}
