import type { ReactNode } from 'react'

type Props = {
  readonly id: string
  /** Which of how many, from 0, and where it lies in the list. */
  readonly place: { readonly at: number; readonly of: number; readonly offsetPx: number; readonly heightPx: number }
  readonly times: string
  readonly text: string
  /** Written in columns. */
  readonly isColumn: boolean
  readonly isChosen: boolean
  /** Said of the one that lies over the film now. */
  readonly playingWord: string | undefined
  readonly remark: { readonly text: string; readonly isWrong: boolean } | undefined
  readonly onChoose: () => void
}

/** One cue of the list. */
export const CueRow = ({ id, place, times, text, isColumn, isChosen, playingWord, remark, onChoose }: Props): ReactNode => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the list, which has the focus
  <div
    id={id}
    role="option"
    tabIndex={-1}
    aria-selected={isChosen}
    aria-setsize={place.of}
    aria-posinset={place.at + 1}
    className={`cue-row${playingWord === undefined ? '' : ' is-playing'}${remark?.isWrong === true ? ' is-wrong' : ''}`}
    style={{ insetBlockStart: place.offsetPx, blockSize: place.heightPx }}
    onClick={onChoose}
  >
    <span className="cue-number">{place.at + 1}</span>
    <span className="cue-times">
      {times}
      {playingWord === undefined ? null : <em>{playingWord}</em>}
      {remark === undefined ? null : <em className={remark.isWrong ? 'is-troubled' : ''}>{remark.text}</em>}
    </span>
    <span className={isColumn ? 'cue-words column-text' : 'cue-words ellipsis'} {...(isColumn ? { lang: 'mn-Mong' } : {})}>
      {isColumn ? text : text.replaceAll('\n', ' ／ ')}
    </span>
  </div>
)
