import type { LocalText } from '@ulan/contract'
import type { ReactElement } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { Text } from './text.tsx'

type Look = 'main' | 'quiet' | 'gold'
type ActionProps = { readonly label: LocalText; readonly icon?: IconName; readonly look?: Look }

/** A big button that leads to another screen. */
export function ActionLink({ label, icon, look = 'main', href }: ActionProps & { readonly href: string }): ReactElement {
  return (
    <a className={`action action-${look}`} href={href}>
      {icon !== undefined && <Icon name={icon} />}
      <Text value={label} />
    </a>
  )
}

/** A big button that does something here. */
export function ActionButton({ label, icon, look = 'main', onPress }: ActionProps & { readonly onPress: () => void }): ReactElement {
  return (
    <button type="button" className={`action action-${look}`} onClick={onPress}>
      {icon !== undefined && <Icon name={icon} />}
      <Text value={label} />
    </button>
  )
}

/** A square button with a sign alone; its label is spoken. */
export function IconButton(props: {
  readonly label: LocalText
  readonly icon: IconName
  readonly onPress: () => void
  readonly isPressed?: boolean
  readonly className?: string
}): ReactElement {
  return (
    <button
      type="button"
      className={`icon-button ${props.className ?? ''}`}
      lang={props.label.locale}
      aria-label={props.label.text}
      aria-pressed={props.isPressed}
      onClick={props.onPress}
    >
      <Icon name={props.icon} />
    </button>
  )
}

/** A square link with a sign alone; its label is spoken. */
export function IconLink({
  label,
  icon,
  href,
}: {
  readonly label: LocalText
  readonly icon: IconName
  readonly href: string
}): ReactElement {
  return (
    <a className="icon-button" lang={label.locale} aria-label={label.text} href={href}>
      <Icon name={icon} />
    </a>
  )
}
