import { type ReactNode, useEffect, useRef } from 'react'

type Props = {
  readonly id: string
  readonly label: string
  /** The element that says what is wrong, where it is not said beside the field. */
  readonly describedBy?: string
  readonly value: string
  readonly isInvalid: boolean
  readonly isOneColumn: boolean
  readonly maxLength?: number
  readonly onChange: (value: string) => void
}

/** A field for traditional Mongolian: columns from left to right, the wheel moves along them (W3C mlreq). */
export const ColumnField = ({ id, label, describedBy, value, isInvalid, isOneColumn, maxLength = 4000, onChange }: Props): ReactNode => {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const element = field.current
    if (element === null) return undefined
    const roll = (event: WheelEvent): void => {
      if (event.deltaX !== 0 || element.scrollWidth <= element.clientWidth) return
      event.preventDefault()
      element.scrollLeft += event.deltaY
    }
    element.addEventListener('wheel', roll, { passive: false })
    return () => element.removeEventListener('wheel', roll)
  }, [])
  return (
    <textarea
      ref={field}
      id={id}
      lang="mn-Mong"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      className="column-field"
      value={value}
      maxLength={maxLength}
      spellCheck={false}
      onChange={(event) => onChange(isOneColumn ? event.target.value.replace(/\r?\n/g, ' ') : event.target.value)}
    />
  )
}
