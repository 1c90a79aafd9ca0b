import type { LocalText, ProgrammeKind } from '@ulan/contract'
import type { ReactElement, ReactNode } from 'react'
import { SPOKEN } from '../platform/spoken-text.ts'
import { Poster } from './poster.tsx'
import { Text } from './text.tsx'

type DetailHeadProps = {
  readonly kind: ProgrammeKind
  readonly title: LocalText
  readonly synopsis: LocalText
  readonly facts: readonly LocalText[]
  readonly posterUrl?: string | undefined
  readonly sample?: LocalText | undefined
  /** Buttons. */
  readonly children: ReactNode
}

/** Picture, title, facts and buttons of a programme or series. */
export function DetailHead(props: DetailHeadProps): ReactElement {
  return (
    <section className="detail">
      <div className="art detail-art">
        <Poster kind={props.kind} isEager {...(props.posterUrl === undefined ? {} : { url: props.posterUrl })} />
        <div className="marks">{props.sample !== undefined && <Text value={props.sample} className="mark" />}</div>
      </div>
      <div className="detail-text" {...SPOKEN}>
        <Text value={props.title} as="h1" className="detail-title" />
        <ul className="facts">
          {props.facts.map((fact) => (
            <li key={fact.text}>
              <Text value={fact} />
            </li>
          ))}
        </ul>
        <div className="actions">{props.children}</div>
        <Text value={props.synopsis} as="p" className="detail-synopsis" />
      </div>
    </section>
  )
}
