import type { CitedArticle } from '@ulan/contract'
import type { ReactElement } from 'react'
import { Icon } from './icon.tsx'

type LawQuoteProps = { readonly lawTitle: string; readonly article: string; readonly paragraphs: readonly string[] }

/** Words of a statute with their place; statutes are quoted in Chinese, whatever the language of the screen. */
export function LawQuote({ lawTitle, article, paragraphs }: LawQuoteProps): ReactElement {
  return (
    <figure className="law" lang="zh-Hans">
      <figcaption className="law-place">
        <Icon name="law" />
        <span>
          {lawTitle.startsWith('《') ? lawTitle : `《${lawTitle}》`}
          {article}
        </span>
      </figcaption>
      <blockquote className="law-words">
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </blockquote>
    </figure>
  )
}

/** An article cited by a programme. */
export function LawArticle({ law }: { readonly law: CitedArticle }): ReactElement {
  return <LawQuote lawTitle={law.lawTitle} article={law.article} paragraphs={law.text.split('\n').filter((line) => line !== '')} />
}
