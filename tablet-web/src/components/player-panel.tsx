import type { LocalText } from '@ulan/contract'
import type { ReactElement, ReactNode } from 'react'
import { Text } from './text.tsx'

type PlayerPanelProps = { readonly title: LocalText; readonly hint?: LocalText | undefined; readonly children: ReactNode }

/** Words and buttons laid over the picture: at the end, or when it will not play. */
export function PlayerPanel({ title, hint, children }: PlayerPanelProps): ReactElement {
  return (
    <div className="panel" role="alertdialog" aria-label={title.text}>
      <div className="panel-box">
        <Text value={title} as="h2" className="panel-title" />
        {hint !== undefined && <Text value={hint} as="p" className="panel-hint" />}
        <div className="actions">{children}</div>
      </div>
    </div>
  )
}
