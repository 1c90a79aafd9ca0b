import { type ReactElement, useId } from 'react'
import type { CardView } from '../data/card-view.ts'
import type { HeroView } from '../data/home-view.ts'
import { ActionLink } from './action.tsx'
import { CardArt } from './card-tile.tsx'
import { Preparing } from './preparing.tsx'
import { Text } from './text.tsx'

/** The programmes put forward: one at a time, the next one peeping in. */
export function HeroBand({ heroes }: { readonly heroes: readonly HeroView[] }): ReactElement {
  return (
    <ul className="heroes">
      {heroes.map((hero, at) => (
        <li key={hero.card.key} className="hero">
          <Hero hero={hero} isFirst={at === 0} />
        </li>
      ))}
    </ul>
  )
}

/** Picture and title lead to the programme, the button straight to the picture. */
function Hero({ hero, isFirst }: { readonly hero: HeroView; readonly isFirst: boolean }): ReactElement {
  const { card, action } = hero
  const id = useId()
  const [picture, title] = [`${id}picture`, `${id}title`]
  return (
    <div className="hero-box">
      {/* The title is the same link for those who go by keys. */}
      <a id={picture} className="hero-picture" href={card.href} tabIndex={-1} aria-labelledby={`${title} ${picture}`}>
        <CardArt card={largeCard(hero)} isEager={isFirst} />
      </a>
      <div className="hero-text">
        <Text value={hero.kind} className="hero-kind" />
        <a id={title} href={card.href}>
          <Text value={card.title} as="h1" className="hero-title" />
        </a>
        <Text value={hero.synopsis} as="p" className="hero-synopsis" />
        {action !== undefined && <ActionLink icon={action.isPlay ? 'play' : 'forward'} href={action.href} label={action.label} />}
        {card.preparing !== undefined && <Preparing label={card.preparing} />}
      </div>
    </div>
  )
}

/** A hero is drawn large: the picture of its own size, without the choice of smaller ones; the words say what is being prepared. */
function largeCard({ card: { preparing, ...card }, posterUrl }: HeroView): CardView {
  return posterUrl === undefined ? card : { ...card, posterUrl, posterSet: `${posterUrl} 1920w` }
}
