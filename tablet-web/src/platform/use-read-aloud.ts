import type { Locale } from '@ulan/contract'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useServices } from '../services.ts'
import { readAlong } from './read-along.ts'
import { readReading, writeReading } from './viewer-choice.ts'

export type ReadAloud = {
  /** Undefined where this tablet has no voice for any language offered. */
  readonly reading: 'on' | 'off' | undefined
  readonly toggleReading: () => void
}

/** Reading aloud as this tablet was left; another language begins the screen anew. */
export function useReadAloud(locale: Locale, offered: readonly Locale[]): ReadAloud {
  const { announcer, recordings, storage } = useServices()
  const [isOn, setOn] = useState(() => readReading(storage))
  const canSpeak = useSyncExternalStore(announcer.onChange, () => announcer.canSpeak(offered))
  const isReading = isOn && canSpeak
  useEffect(() => void recordings.load(locale), [recordings, locale])
  // biome-ignore lint/correctness/useExhaustiveDependencies: in another language the page says other things
  useEffect(() => {
    const page = document.getElementById('root')
    return isReading && page !== null ? readAlong(page, announcer) : undefined
  }, [isReading, announcer, locale])
  const toggleReading = useCallback(() => {
    writeReading(storage, !isOn)
    setOn(!isOn)
  }, [storage, isOn])
  return { reading: !canSpeak ? undefined : isOn ? 'on' : 'off', toggleReading }
}
