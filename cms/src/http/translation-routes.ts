import { done } from '@ulan/contract'
import { proposeTranslation, reviewTranslation, type TranslationNeeds, withdrawTranslation } from '../service/edit-translation.ts'
import { listTranslations, readExport } from '../service/read-translations.ts'
import type { RouteBinder } from './bind-route.ts'

/** Texts of the interface: read by staff, translated and reviewed by those who know Mongolian. */
export function bindTranslationRoutes({ bind }: RouteBinder, needs: TranslationNeeds): void {
  bind('listTranslations', { run: async ({ query }) => done({ items: [...(await listTranslations(needs, query))] }) })
  bind('exportTranslations', {
    run: async ({ query, response }) => {
      const texts = await readExport(needs, query.locale)
      response.attachment(`translations-${texts.locale}-${texts.exportedAt.slice(0, 10)}.json`)
      return done(texts)
    },
  })
  bind('listTranslationChanges', {
    run: async () => done({ items: [...(await needs.translations.listChanges())] }),
  })
  bind('proposeTranslation', {
    run: ({ params, body, member }) => proposeTranslation(needs, params.id, body, member),
  })
  bind('reviewTranslation', {
    run: ({ params, body, member }) => reviewTranslation(needs, params.id, body, member),
  })
  bind('withdrawTranslation', {
    run: ({ params, query, member }) => withdrawTranslation(needs, params.id, query.rev, member),
  })
}
