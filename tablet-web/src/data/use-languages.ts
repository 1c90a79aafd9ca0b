import { type Home, type Locale, languagesToOffer } from '@ulan/contract'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { readLanguages, writeLanguages } from '../platform/viewer-choice.ts'
import { useServices } from '../services.ts'
import { homePath } from './paths.ts'

/** Languages to choose from: as the home answer says, else as it said last on this tablet. */
export function useLanguages(locale: Locale): readonly Locale[] {
  const { catalogue, storage } = useServices()
  const home = useSyncExternalStore(catalogue.subscribe, () => catalogue.peek<Home>(homePath(locale)))
  const told = home.kind === 'ready' ? home.value.languages : undefined
  useEffect(() => {
    if (told !== undefined) writeLanguages(storage, told)
  }, [storage, told])
  return useMemo(() => languagesToOffer(told ?? readLanguages(storage)), [storage, told])
}
