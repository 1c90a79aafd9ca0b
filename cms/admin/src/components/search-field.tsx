import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'

/** Whoever types has typed the next letter by then. */
const TYPING_MS = 250

type Props = {
  readonly label: string
  /** What is looked for now. */
  readonly value: string
  readonly className?: string
  readonly onSearch: (words: string) => void
}

/** Letters show at once; the list follows when somebody stops for a moment. */
export const SearchField = ({ label, value, className, onSearch }: Props): ReactNode => {
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  const [written, setWritten] = useState(value)
  // Letters of a word that is still being put together are not looked for.
  const [isComposing, setComposing] = useState(false)
  // It changed otherwise: by the way back, or a link. What this field wrote itself may be older than the last letter.
  if (shown !== value) {
    setShown(value)
    if (value !== written) setTyped(value)
  }
  const wanted = typed.trim()
  useEffect(() => {
    if (wanted === value || isComposing) return undefined
    const timer = setTimeout(() => {
      setWritten(wanted)
      onSearch(wanted)
    }, TYPING_MS)
    return () => clearTimeout(timer)
  }, [wanted, value, onSearch, isComposing])
  return (
    <Input
      type="search"
      {...(className === undefined ? { style: { inlineSize: 240 } } : { className })}
      prefix={<SearchOutlined aria-hidden />}
      maxLength={100}
      value={typed}
      placeholder={label}
      aria-label={label}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  )
}
