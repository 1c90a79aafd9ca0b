import * as z from 'zod'
import {
  translatedLocaleSchema,
  translationChangeSchema,
  translationIdSchema,
  translationPatchSchema,
  translationQuerySchema,
  translationReviewSchema,
  translationSchema,
} from '../translation/translation.ts'
import { translationExportSchema } from '../translation/translation-export.ts'
import { listOf, type Route } from './route.ts'

const params = z.strictObject({ id: translationIdSchema })

/** Texts of the interface, and their way into Mongolian. */
export const TRANSLATION_ROUTES = {
  listTranslations: {
    method: 'get',
    path: '/translations',
    access: 'read',
    summary: 'Texts of the interface in each language, as the release has them and as staff want them',
    query: translationQuerySchema,
    answer: listOf(translationSchema),
    status: 200,
    problems: [],
  },
  exportTranslations: {
    method: 'get',
    path: '/translations/export',
    access: 'read',
    summary: 'Reviewed texts that the release does not have yet, as a file for `npm run translations`',
    query: z.object({ locale: translatedLocaleSchema }),
    answer: translationExportSchema,
    status: 200,
    problems: [],
  },
  listTranslationChanges: {
    method: 'get',
    path: '/translations/changes',
    access: 'oversee',
    summary: 'Who changed which translation, when, from what and to what: the last hundred changes, newest first',
    answer: listOf(translationChangeSchema),
    status: 200,
    problems: [],
  },
  proposeTranslation: {
    method: 'patch',
    path: '/translations/{id}',
    access: 'translate',
    summary: 'Write a translation, for somebody else to review; it takes the place of an earlier one',
    params,
    body: translationPatchSchema,
    answer: translationSchema,
    status: 200,
    problems: ['stale-revision', 'chinese-changed'],
  },
  reviewTranslation: {
    method: 'post',
    path: '/translations/{id}/review',
    access: 'proofread',
    summary: 'Pass a translation; its own writer may not, unless an administrator',
    params,
    body: translationReviewSchema,
    answer: translationSchema,
    status: 200,
    problems: ['stale-revision', 'chinese-changed', 'own-translation'],
  },
  withdrawTranslation: {
    method: 'delete',
    path: '/translations/{id}',
    access: 'translate',
    summary: 'Take a proposal back; what the release has stays',
    params,
    query: z.object({ rev: z.coerce.number().int() }),
    answer: translationSchema,
    status: 200,
    problems: ['stale-revision'],
  },
} as const satisfies Record<string, Route>
