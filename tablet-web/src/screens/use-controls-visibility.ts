import type { PlayerPhase } from '@ulan/player'
import { useCallback, useEffect, useState } from 'react'

/** Twice the usual time: many who use a shared tablet read and reach slowly. */
const HIDE_AFTER_MILLISECONDS = 8000

/** Controls show on a touch and go away while the picture runs undisturbed. */
export function useControlsVisibility(phase: PlayerPhase): {
  readonly isShown: boolean
  readonly touch: () => void
  readonly toggle: () => void
} {
  const [isAwake, setIsAwake] = useState(true)
  const [touches, setTouches] = useState(0)
  const isRunning = phase === 'playing' || phase === 'buffering'
  // biome-ignore lint/correctness/useExhaustiveDependencies: every touch starts the wait anew
  useEffect(() => {
    if (!isRunning || !isAwake) return undefined
    const timer = setTimeout(() => setIsAwake(false), HIDE_AFTER_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [isRunning, isAwake, touches])
  const touch = useCallback(() => {
    setIsAwake(true)
    setTouches((count) => count + 1)
  }, [])
  const toggle = useCallback(() => {
    setIsAwake((awake) => !awake)
    setTouches((count) => count + 1)
  }, [])
  return { isShown: isAwake || !isRunning, touch, toggle }
}
