import type { LocalText } from '@ulan/contract'
import type { ReactElement } from 'react'
import type { HeroView } from '../data/home-view.ts'
import { CardArt } from './card-tile.tsx'
import { Icon } from './icon.tsx'
import { Text } from './text.tsx'

/** The programmes put forward: one at a time, the next one peeping in. */
export function HeroBand({ heroes, openLabel }: { readonly heroes: readonly HeroView[]; readonly openLabel: LocalText }): ReactElement {
  return (
    <ul className="heroes">
      {heroes.map((hero, at) => (
        <li key={hero.card.key} className="hero">
          <a className="hero-link" href={hero.card.href}>
            <CardArt card={{ ...hero.card, ...largePicture(hero) }} isEager={at === 0} />
            <div className="hero-text">
              <Text value={hero.kind} className="hero-kind" />
              <Text value={hero.card.title} as="h1" className="hero-title" />
              <Text value={hero.synopsis} as="p" className="hero-synopsis" />
              <span className="action action-main">
                <Icon name={hero.isPlayable ? 'play' : 'clock'} />
                <Text value={hero.card.preparing ?? openLabel} />
              </span>
            </div>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A hero is drawn large: the picture of its own size, without the choice of smaller ones. */
function largePicture(hero: HeroView): object {
  return hero.posterUrl === undefined ? {} : { posterUrl: hero.posterUrl, posterSet: `${hero.posterUrl} 1920w` }
}
