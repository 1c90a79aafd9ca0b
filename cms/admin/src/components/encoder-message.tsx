import { Typography } from 'antd'
import type { ReactNode } from 'react'

type Props = { readonly id: string; readonly title: string; readonly message: string; readonly copy: string; readonly copied: string }

/** What a program said, letter by letter, to be read, selected, or copied whole. */
export const EncoderMessage = ({ id, title, message, copy, copied }: Props): ReactNode => (
  <div className="encoder-message" id={id}>
    <div className="encoder-message-head">
      <span>{title}</span>
      {/* Copies without the clipboard API too, which a page without https does not have. */}
      <Typography.Text copyable={{ text: message, tooltips: [copy, copied] }} />
    </div>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long message is scrolled by keyboard */}
    <pre tabIndex={0}>{message}</pre>
  </div>
)
