import type { LocalText } from '@ulan/contract'
import type { ReactElement } from 'react'
import { Text } from './text.tsx'

type CreditListProps = { readonly title: LocalText; readonly credits: readonly { readonly role: LocalText; readonly names: LocalText }[] }

/** Who made a work, as on a programme sheet. */
export function CreditList({ title, credits }: CreditListProps): ReactElement {
  return (
    <section className="credits">
      <Text value={title} as="h2" className="rail-title" />
      <dl className="credits-list">
        {credits.map(({ role, names }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one sheet, which never change their places; two may be alike
          <div key={at}>
            <dt>
              <Text value={role} />
            </dt>
            <dd>
              <Text value={names} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
