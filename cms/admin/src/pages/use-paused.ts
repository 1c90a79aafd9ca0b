import { useEffect, useState } from 'react'

/** Whoever types has typed the next letter by then. */
const TYPING_MS = 250

/** What is typed or chosen, once nobody has changed it for a moment. */
export function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), TYPING_MS)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}
