export {
  type EmbeddedStore,
  type EmbeddedStoreOptions,
  hasEmbeddedStore,
  type OpenStoreResult,
  openEmbeddedStore,
} from './host/open-store.ts'
export type { OpenStoreProblem } from './host/worker-protocol.ts'
