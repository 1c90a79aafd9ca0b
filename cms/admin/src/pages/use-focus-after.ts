import { useEffect, useRef } from 'react'

/** Puts the focus, once the list is drawn anew, on the first thing of a selector: whoever works by keyboard stays in the list. */
export function useFocusAfter(): {
  readonly list: { readonly current: HTMLElement | null }
  readonly focusAfter: (selector: string) => void
} {
  const list = useRef<HTMLElement>(null)
  const wanted = useRef<string>(undefined)
  useEffect(() => {
    if (wanted.current === undefined) return
    list.current?.querySelector<HTMLElement>(wanted.current)?.focus()
    wanted.current = undefined
  })
  return {
    list,
    focusAfter: (selector) => {
      wanted.current = selector
    },
  }
}
