import { CueDrafts } from './cue-drafts.ts'
import { DraftStore } from './draft-store.ts'
import { TranslationDrafts } from './translation-drafts.ts'

type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
type Drafts = { readonly drafts: DraftStore; readonly cueDrafts: CueDrafts; readonly translationDrafts: TranslationDrafts }

/** All that a browser keeps of work that is not saved. */
export const openDrafts = (store: TextStore): Drafts => ({
  drafts: new DraftStore(store),
  cueDrafts: new CueDrafts(store),
  translationDrafts: new TranslationDrafts(store),
})
