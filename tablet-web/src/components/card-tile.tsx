import type { ReactElement } from 'react'
import type { CardView } from '../data/card-view.ts'
import { Icon } from './icon.tsx'
import { Poster } from './poster.tsx'
import { Text } from './text.tsx'

/** The picture of a card with its marks. */
export function CardArt({ card, isEager = false }: { readonly card: CardView; readonly isEager?: boolean }): ReactElement {
  return (
    <div className="art">
      <Poster
        kind={card.kind}
        isEager={isEager}
        {...(card.posterUrl === undefined ? {} : { url: card.posterUrl })}
        {...(card.posterSet === undefined ? {} : { set: card.posterSet })}
      />
      <div className="marks">
        {card.sample !== undefined && <Text value={card.sample} className="mark" />}
        <div className="marks-low">
          {card.preparing !== undefined && <Text value={card.preparing} className="mark mark-preparing" />}
          {card.clock !== undefined && (
            <span className="mark mark-clock">
              <Icon name="play" />
              {card.clock}
            </span>
          )}
        </div>
      </div>
    </div>
  )
}

/** One entry of a rail. */
export function CardTile({ card }: { readonly card: CardView }): ReactElement {
  return (
    <li className="card">
      <a className="card-link" href={card.href}>
        <CardArt card={card} />
        <Text value={card.title} as="h3" className="card-title" />
        {card.caption !== undefined && <Text value={card.caption} className="card-caption" />}
      </a>
    </li>
  )
}
