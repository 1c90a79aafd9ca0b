import { InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'

/** An hour, as the server takes it. */
const MOST_SECONDS = 3600

type Props = {
  readonly label: string
  readonly seconds: number
  /** When the field is left or Enter pressed with another number in it. */
  readonly onChange: (seconds: number) => void
}

/** By how many seconds something begins late, in tenths; what is typed counts once it is whole. */
export const OffsetField = ({ label, seconds, onChange }: Props): ReactNode => {
  const [typed, setTyped] = useState<number | null>()
  const commit = (): void => {
    // A field that was emptied goes back to what it said.
    if (typed !== undefined && typed !== null && typed !== seconds) onChange(typed)
    setTyped(undefined)
  }
  return (
    <InputNumber<number>
      className="offset-field"
      aria-label={label}
      min={-MOST_SECONDS}
      max={MOST_SECONDS}
      step={0.1}
      precision={1}
      value={typed === undefined ? seconds : typed}
      onChange={setTyped}
      onBlur={commit}
      onPressEnter={commit}
    />
  )
}
