import type { LocalText } from '@ulan/contract'
import type { ReactElement } from 'react'
import type { CardView } from '../data/card-view.ts'
import { CardTile } from './card-tile.tsx'
import { Text } from './text.tsx'

/** A row of cards; in vertical script a column of them. */
export function Rail({ title, cards }: { readonly title: LocalText; readonly cards: readonly CardView[] }): ReactElement {
  return (
    <section className="rail">
      <Text value={title} as="h2" className="rail-title" />
      <ul className="rail-cards">
        {cards.map((card) => (
          <CardTile key={card.key} card={card} />
        ))}
      </ul>
    </section>
  )
}

/** Grey shapes where rails will be. */
export function RailSkeleton(): ReactElement {
  return (
    <div className="rail" aria-hidden="true">
      <div className="bone bone-title" />
      <div className="rail-cards">
        {['a', 'b', 'c', 'd'].map((key) => (
          <div key={key} className="card">
            <div className="art bone" />
            <div className="bone bone-line" />
          </div>
        ))}
      </div>
    </div>
  )
}
