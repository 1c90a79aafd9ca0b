import type { Card, LocalText, SearchResult } from '@ulan/contract'
import { type ReactElement, useEffect, useMemo, useState } from 'react'
import { CardTile } from '../components/card-tile.tsx'
import { Notice } from '../components/notice.tsx'
import { SearchBox } from '../components/search-box.tsx'
import { Text } from '../components/text.tsx'
import type { CardView } from '../data/card-view.ts'
import { programmesPath, searchPath } from '../data/paths.ts'
import { MOST_TYPED, newestCards, questionOf, resultCards } from '../data/search-view.ts'
import { useResource } from '../data/use-resource.ts'
import { keepAddress } from '../platform/navigation.ts'
import type { Route } from '../routes.ts'
import { useViewer } from '../viewer.ts'
import { ResourceNotice } from './resource-notice.tsx'
import { ScreenFrame } from './screen-frame.tsx'
import { useSettled } from './use-settled.ts'

/** A slow typist's letters are asked for one by one, a fast one's together. */
const TYPING_PAUSE_MS = 250

/** Finds programmes by words, pinyin or initials; before anything is typed it shows the newest. */
export function SearchScreen({ route }: { readonly route: Extract<Route, { readonly screen: 'search' }> }): ReactElement {
  const { words } = useViewer()
  const [typed, setTyped] = useState(route.query)
  const question = useSettled(questionOf(typed), TYPING_PAUSE_MS)
  // Back from a programme, or a reload, finds the same question again.
  useEffect(() => keepAddress({ screen: 'search', query: question }), [question])
  return (
    <ScreenFrame
      route={route}
      middle={
        <SearchBox
          label={words('common:nav.search')}
          hint={words('tablet:search.hint')}
          clearLabel={words('tablet:search.clear')}
          value={typed}
          maxLength={MOST_TYPED}
          onType={setTyped}
        />
      }
    >
      {question === '' ? <Newest /> : <Results question={question} />}
    </ScreenFrame>
  )
}

function Newest(): ReactElement {
  const { words, locale } = useViewer()
  const path = programmesPath(locale)
  const programmes = useResource<{ readonly items: readonly Card[] }>(path)
  const cards = useMemo(() => (programmes.kind === 'ready' ? newestCards(programmes.value.items, words) : []), [programmes, words])
  if (programmes.kind !== 'ready') return <ResourceNotice resource={programmes} path={path} />
  return <CardGrid title={words('tablet:search.newest')} cards={cards} />
}

function Results({ question }: { readonly question: string }): ReactElement {
  const { words, locale } = useViewer()
  const path = searchPath(question, locale)
  const result = useResource<SearchResult>(path)
  const cards = useMemo(() => (result.kind === 'ready' ? resultCards(result.value.items, words) : []), [result, words])
  if (result.kind !== 'ready') return <ResourceNotice resource={result} path={path} />
  if (cards.length === 0) return <Notice title={words('common:net.noResults')} hint={words('tablet:search.nothingHint')} />
  return <CardGrid title={words('tablet:search.found', { number: result.value.total })} cards={cards} />
}

function CardGrid({ title, cards }: { readonly title: LocalText; readonly cards: readonly CardView[] }): ReactElement {
  return (
    <section>
      <Text value={title} as="h2" className="rail-title" />
      <ul className="card-grid">
        {cards.map((card) => (
          <CardTile key={card.key} card={card} />
        ))}
      </ul>
    </section>
  )
}
