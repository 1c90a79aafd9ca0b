import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import type { OptionView, QuestionView } from '../data/quiz-view.ts'
import { SPOKEN } from '../platform/spoken-text.ts'
import { ActionButton } from './action.tsx'
import { Icon } from './icon.tsx'
import { LawQuote } from './law-article.tsx'
import { Text } from './text.tsx'

type QuizQuestionProps = {
  readonly view: QuestionView
  /** Holds the place of the reason on a wide tablet, so that nothing moves under the finger that answers. */
  readonly picture: ReactNode
  readonly onAnswer: (optionId: string) => void
  readonly onNext: () => void
}

/** A question with its options, and once answered the reason. */
export function QuizQuestion({ view, picture, onAnswer, onNext }: QuizQuestionProps): ReactElement {
  return (
    <div className="quiz">
      <section className="quiz-asking" {...SPOKEN}>
        <Text value={view.text} as="h1" className="quiz-text" />
        <div className="options">
          {view.options.map((option) => (
            <QuizOption key={option.id} option={option} onPress={() => onAnswer(option.id)} />
          ))}
        </div>
      </section>
      {view.verdict === undefined ? <div className="art quiz-picture">{picture}</div> : <Verdict verdict={view.verdict} onNext={onNext} />}
    </div>
  )
}

function QuizOption({ option, onPress }: { readonly option: OptionView; readonly onPress: () => void }): ReactElement {
  return (
    <button type="button" className={`option option-${option.mark}`} disabled={option.mark !== 'open'} onClick={onPress}>
      <span className="option-sign">
        {option.mark === 'right' || option.mark === 'wrong' ? <Icon name={option.mark} /> : <span>{option.letter}</span>}
      </span>
      <span className="option-words">
        <Text value={option.text} className="option-text" />
        {option.markWord !== undefined && <Text value={option.markWord} className="option-mark" />}
      </span>
    </button>
  )
}

type VerdictProps = { readonly verdict: NonNullable<QuestionView['verdict']>; readonly onNext: () => void }

function Verdict({ verdict, onNext }: VerdictProps): ReactElement {
  const place = useRef<HTMLElement>(null)
  // On a small tablet the reason lies below the options: bring it into view, also for a screen reader.
  useEffect(() => {
    place.current?.focus({ preventScroll: true })
    place.current?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'smooth' })
  }, [])
  const { law } = verdict
  return (
    <section ref={place} tabIndex={-1} className={`verdict verdict-${verdict.isRight ? 'right' : 'wrong'}`} {...SPOKEN}>
      <div className="verdict-head">
        <Icon name={verdict.isRight ? 'right' : 'wrong'} />
        <Text value={verdict.word} as="h2" />
      </div>
      <Text value={verdict.explanationTitle} as="h3" className="verdict-title" />
      <Text value={verdict.explanation} as="p" className="verdict-text" />
      {law !== undefined && <LawQuote lawTitle={law.lawTitle} article={law.article} paragraphs={[law.quote]} />}
      <div className="actions verdict-actions">
        <ActionButton icon="forward" label={verdict.nextLabel} onPress={onNext} />
      </div>
    </section>
  )
}
