import { App, Button, Input, Space } from 'antd'
import type { ReactNode } from 'react'
import { copyText } from './copy-text.ts'

type Words = { readonly label: string; readonly copy: string; readonly copied: string }
type Props = { readonly value: string; readonly words: Words }

/** A line that is there to be copied. */
export const CopyLine = ({ value, words }: Props): ReactNode => {
  const { message } = App.useApp()
  return (
    <Space.Compact block>
      <Input readOnly value={value} aria-label={words.label} onFocus={(event) => event.target.select()} />
      <Button type="primary" onClick={() => void copyText(value).then(() => message.success(words.copied))}>
        {words.copy}
      </Button>
    </Space.Compact>
  )
}
