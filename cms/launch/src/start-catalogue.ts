import { join } from 'node:path'
import type { Cms } from '@ulan/cms'
import type { MediaLibrary } from '@ulan/contract'
import type { Connection } from 'mongoose'
import type { Logger } from 'pino'
import type { LaunchConfig } from './config/config.ts'
import { fillStarterAssets } from './starter/fill-catalogue.ts'
import { underFillLease } from './starter/fill-lease.ts'
import { houseCatalogue } from './starter/house-catalogue.ts'
import { measureCatalogue } from './starter/measure-catalogue.ts'
import { readStarterCatalogue } from './starter/read-catalogue.ts'

type Needs = {
  readonly cms: Cms
  readonly library: MediaLibrary
  readonly connection: Connection
  readonly logger: Logger
  readonly signal: AbortSignal
  clock(): Date
  random(bytes: number): Buffer
}

/** `filled` ends when all posters and clips of the sample catalogue are made, or the signal aborts; it never rejects. */
export type Filling = { readonly filled: Promise<void> }

/** Puts the sample catalogue into an empty store, resolves as soon as it can be shown, and goes on drawing what it lacks. */
export async function startCatalogue(config: LaunchConfig, needs: Needs): Promise<Filling> {
  if (config.demo.kind === 'off') {
    await needs.cms.seed(houseCatalogue())
    return { filled: Promise.resolve() }
  }
  const catalogue = config.demo.kind === 'starter' ? readStarterCatalogue() : measureCatalogue(config.demo.count)
  await needs.cms.seed(catalogue)
  const logger = needs.logger.child({ part: 'starter' })
  const clips = config.demo.kind === 'starter'
  const filling = underFillLease({ ...needs, logger }, (signal) =>
    fillStarterAssets({
      library: needs.library,
      catalogue,
      logger,
      ffmpegPath: config.ffmpegPath,
      workDir: join(config.dataDir, 'work'),
      signal,
      clips,
      isShown: needs.cms.isAssetPublic,
    }),
  )
  const filled = filling.catch((error: unknown) => {
    needs.logger.error({ err: error, part: 'starter' }, 'the sample catalogue could not be completed')
  })
  return { filled }
}
