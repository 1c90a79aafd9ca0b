import type { LocalText } from '@ulan/contract'
import type { ReactElement } from 'react'
import { Icon } from './icon.tsx'
import { Text } from './text.tsx'

/** Says that a clip is still being prepared, where its button will be. */
export function Preparing({ label }: { readonly label: LocalText }): ReactElement {
  return (
    <p className="preparing">
      <Icon name="clock" />
      <Text value={label} />
    </p>
  )
}
