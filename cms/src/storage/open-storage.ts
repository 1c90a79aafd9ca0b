import type { CatalogueChange } from '../service/load-catalogue.ts'
import type {
  AuditStore,
  CatalogueReader,
  HomeLayoutStore,
  ProgrammeReader,
  ProgrammeWriter,
  QualityStore,
  RetentionStore,
  ScheduleLease,
  SeedWriter,
  SeriesWriter,
  SettingsReader,
  SettingsWriter,
  TranslationStore,
} from '../service/ports.ts'
import type { ReviewStore } from '../service/review-needs.ts'
import { type AttemptStore, createAttemptStore } from './attempt-store.ts'
import { createAuditStore } from './audit-store.ts'
import { createCatalogueModels } from './catalogue-models.ts'
import { createCatalogueReader } from './catalogue-reader.ts'
import { watchCatalogue } from './catalogue-watch.ts'
import { createHomeLayoutStore } from './home-layout-store.ts'
import { type AccountSettings, type AuthNeeds, openStaff, type StaffStore } from './open-staff.ts'
import { createProgrammeReader } from './programme-reader.ts'
import { createProgrammeWriter } from './programme-writer.ts'
import { createQualityStore } from './quality-store.ts'
import { createRetentionStore } from './retention-store.ts'
import { createReviewStore } from './review-store.ts'
import { createScheduleLease } from './schedule-lease.ts'
import { createSeedWriter } from './seed-writer.ts'
import { createSeriesWriter } from './series-writer.ts'
import { createSettingsStore } from './settings-store.ts'
import { createTranslationStore } from './translation-store.ts'

export type Storage = {
  readonly programmeReader: ProgrammeReader
  readonly programmeWriter: ProgrammeWriter
  readonly catalogueReader: CatalogueReader
  readonly seriesWriter: SeriesWriter
  readonly seedWriter: SeedWriter
  readonly settings: SettingsReader & SettingsWriter
  readonly homeLayout: HomeLayoutStore
  readonly quality: QualityStore
  readonly retention: RetentionStore
  readonly translations: TranslationStore
  readonly attempts: Pick<AttemptStore, 'reader' | 'writer'>
  readonly staff: StaffStore
  readonly audit: AuditStore
  readonly reviews: ReviewStore
  /** For whoever does what is due, under a name that no other process has. */
  scheduleLease(holder: string): ScheduleLease
  watch(onChange: (changes: readonly CatalogueChange[]) => void): { close(): Promise<void> }
  isReachable(): Promise<boolean>
}

const PING_MS = 2_000

/** Everything of the CMS that is kept in the store, with its indexes in place. */
export async function openStorage(settings: AccountSettings, needs: AuthNeeds): Promise<Storage> {
  const { connection, logger } = needs
  const models = createCatalogueModels(connection)
  const attempts = createAttemptStore(connection)
  await models.programmes.createIndexes()
  await models.versions.createIndexes()
  await models.deletedProgrammes.createIndexes()
  const translations = createTranslationStore(connection)
  await attempts.model.createIndexes()
  await translations.changes.createIndexes()
  return {
    programmeReader: createProgrammeReader(models),
    programmeWriter: createProgrammeWriter(models),
    catalogueReader: createCatalogueReader(models),
    seriesWriter: createSeriesWriter(models),
    seedWriter: createSeedWriter(connection, models),
    settings: createSettingsStore(connection),
    homeLayout: createHomeLayoutStore(connection, models),
    quality: createQualityStore(connection),
    retention: createRetentionStore(connection),
    translations,
    attempts,
    staff: await openStaff(settings, needs),
    audit: await createAuditStore(connection),
    reviews: await createReviewStore(connection),
    scheduleLease: (holder) => createScheduleLease(connection, holder),
    watch: (onChange) => watchCatalogue({ connection, logger, onChange }),
    async isReachable() {
      try {
        await connection.getClient().db(connection.name).command({ ping: 1 }, { timeoutMS: PING_MS })
        return true
      } catch (error) {
        logger.warn({ err: error }, 'store does not answer')
        return false
      }
    },
  }
}
