import { join } from 'node:path'
import type { Cms } from '@ulan/cms'
import type { MediaLibrary } from '@ulan/contract'
import type { Logger } from 'pino'
import type { LaunchConfig } from './config/config.ts'
import { fillStarterAssets } from './starter/fill-catalogue.ts'
import { measureCatalogue } from './starter/measure-catalogue.ts'
import { readStarterCatalogue } from './starter/read-catalogue.ts'

type Needs = { readonly cms: Cms; readonly library: MediaLibrary; readonly logger: Logger; readonly signal: AbortSignal }

/**
 * Puts the sample catalogue into an empty store and goes on drawing what it still lacks. Resolves as soon as the
 * catalogue can be shown; the inner promise ends when all its posters and clips are made or the signal aborts.
 */
export async function startCatalogue(config: LaunchConfig, needs: Needs): Promise<Promise<void>[]> {
  if (config.demo.kind === 'off') return []
  const catalogue = config.demo.kind === 'starter' ? readStarterCatalogue() : measureCatalogue(config.demo.count)
  await needs.cms.seed(catalogue)
  const filling = fillStarterAssets({
    library: needs.library,
    catalogue,
    logger: needs.logger.child({ part: 'starter' }),
    ffmpegPath: config.ffmpegPath,
    workDir: join(config.dataDir, 'work'),
    signal: needs.signal,
    clips: config.demo.kind === 'starter',
  })
  return [
    filling.catch((error: unknown) => needs.logger.error({ err: error, part: 'starter' }, 'the sample catalogue could not be completed')),
  ]
}
