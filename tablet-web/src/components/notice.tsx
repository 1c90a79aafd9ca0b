import type { LocalText } from '@ulan/contract'
import type { ReactElement, ReactNode } from 'react'
import { SPOKEN } from '../platform/spoken-text.ts'
import { Text } from './text.tsx'

/** A whole screen that says why there is nothing to see, and the way out. */
export function Notice(props: { readonly title: LocalText; readonly hint?: LocalText; readonly children?: ReactNode }): ReactElement {
  return (
    <section className="notice" role="status" {...SPOKEN}>
      <svg className="notice-drawing" viewBox="0 0 240 120" aria-hidden="true">
        <circle cx="182" cy="38" r="16" className="drawing-sun" />
        <path d="M0 92c44-22 84-20 120-8s80 8 120-8v44H0z" className="drawing-far" />
        <path d="M0 106c60-14 120-4 150 0s66 0 90-6v20H0z" className="drawing-near" />
        <path d="M64 98V82c0-4 16-18 30-18s30 14 30 18v16z" className="drawing-yurt" />
        <path d="M87 98V84h14v14z" className="drawing-door" />
      </svg>
      <Text value={props.title} as="h1" className="notice-title" />
      {props.hint !== undefined && <Text value={props.hint} as="p" className="notice-hint" />}
      <div className="actions">{props.children}</div>
    </section>
  )
}

/** A turning ring while something is on its way. */
export function Waiting({ label }: { readonly label: LocalText }): ReactElement {
  return (
    <div className="waiting" role="status" lang={label.locale} aria-label={label.text}>
      <span className="ring" />
    </div>
  )
}
