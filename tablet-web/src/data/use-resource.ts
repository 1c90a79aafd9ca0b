import { useEffect, useState, useSyncExternalStore } from 'react'
import { useServices } from '../services.ts'
import type { Resource } from './catalogue.ts'

type Ready<T> = Extract<Resource<T>, { readonly kind: 'ready' }>

/**
 * Something of the catalogue for a screen: what is known now, asked for anew whenever the screen opens, and again after
 * `refreshSeconds(value)` as long as that is a number and the tablet is being looked at. When `path` changes (another language), what was there stays
 * until the new answer comes: a change of language in the middle of a quiz must not end the quiz.
 */
export function useResource<T>(path: string, refreshSeconds?: (value: T) => number | undefined): Resource<T> {
  const { catalogue } = useServices()
  const resource = useSyncExternalStore(catalogue.subscribe, () => catalogue.peek<T>(path))
  useEffect(() => {
    void catalogue.refresh(path)
  }, [catalogue, path])
  const [shown, setShown] = useState<Ready<T>>()
  if (resource.kind === 'ready' && resource !== shown) setShown(resource)
  const seconds = resource.kind === 'ready' ? refreshSeconds?.(resource.value) : undefined
  useEffect(() => {
    if (seconds === undefined) return undefined
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void catalogue.refresh(path)
    }, seconds * 1000)
    return () => clearInterval(timer)
  }, [catalogue, path, seconds])
  const isWaiting = resource.kind !== 'ready' && resource.kind !== 'gone'
  return isWaiting && shown !== undefined ? { ...shown, isStale: resource.kind !== 'loading' } : resource
}
