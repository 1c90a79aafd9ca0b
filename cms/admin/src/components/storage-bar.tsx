import type { ReactNode } from 'react'

export type StorageBarPart = { readonly name: string; readonly label: string; readonly size: string; readonly share: number }
type Props = { readonly label: string; readonly parts: readonly StorageBarPart[] }

/** One bar of all that there is; colours are by name in the style sheet, words stand below it. */
export const StorageBar = ({ label, parts }: Props): ReactNode => (
  <>
    <div className="storage-bar" role="img" aria-label={`${label}: ${parts.map((part) => `${part.label} ${part.size}`).join(', ')}`}>
      {parts.map(({ name, label: words, size, share }) => (
        <span key={name} className={`storage-part is-${name}`} style={{ flexGrow: share }} title={`${words} ${size}`} />
      ))}
    </div>
    <ul className="storage-legend">
      {parts.map(({ name, label: words, size }) => (
        <li key={name}>
          <i className={`storage-dot is-${name}`} />
          {words} <strong>{size}</strong>
        </li>
      ))}
    </ul>
  </>
)
