import { formatClock, type LocalText } from '@ulan/contract'
import type { ChapterSpan, PlayerControls } from '@ulan/player'
import { type CSSProperties, type ReactElement, useState } from 'react'
import { Icon, type IconName } from './icon.tsx'

type RoundButtonProps = { readonly label: LocalText; readonly icon: IconName; readonly className?: string; readonly onPress: () => void }

/** A round button over the picture. */
export function RoundButton({ label, icon, className = '', onPress }: RoundButtonProps): ReactElement {
  return (
    <button type="button" className={`round ${className}`} aria-label={label.text} onClick={onPress}>
      <Icon name={icon} />
    </button>
  )
}

/** Ten seconds to either side: a ring with its number. */
export function SkipButton({
  label,
  isForward,
  onPress,
}: {
  readonly label: LocalText
  readonly isForward: boolean
  readonly onPress: () => void
}): ReactElement {
  return (
    <button type="button" className="round" aria-label={label.text} onClick={onPress}>
      <svg className={isForward ? 'icon skip-sign skip-forward' : 'icon skip-sign'} viewBox="0 0 24 24" aria-hidden="true">
        <path className="icon-line" d="M4.500 12a7.500 7.500 0 1 0 2.500-5.600M4.500 3.500v4h4" />
      </svg>
      <span className="skip-number" aria-hidden="true">
        10
      </span>
    </button>
  )
}

type SeekBarProps = {
  readonly label: LocalText
  readonly controls: PlayerControls
  readonly positionSeconds: number
  readonly durationSeconds: number
  readonly chapters: readonly ChapterSpan[]
  readonly onSeek: (seconds: number) => void
  readonly onTouch: () => void
}

/** Time line with a thumb for a thumb; seeks when it is let go. */
export function SeekBar({ label, controls, positionSeconds, durationSeconds, chapters, onSeek, onTouch }: SeekBarProps): ReactElement {
  const [draggedSeconds, setDraggedSeconds] = useState<number>()
  const shownSeconds = draggedSeconds ?? positionSeconds
  const played = durationSeconds > 0 ? Math.min(1, shownSeconds / durationSeconds) : 0
  const letGo = (): void => {
    if (draggedSeconds !== undefined) onSeek(draggedSeconds)
    setDraggedSeconds(undefined)
  }
  return (
    <div className="seek">
      <span className="seek-clock">{formatClock(shownSeconds)}</span>
      <div className="seek-place">
        {chapters.map(({ kind, from, to }) => (
          <span
            key={from}
            className={`seek-chapter seek-chapter-${kind}`}
            style={{ '--from': from, '--to': to } as CSSProperties} // as below
          />
        ))}
        <input
          className="seek-line"
          type="range"
          min={0}
          max={Math.max(1, durationSeconds)}
          step={0.1}
          value={shownSeconds}
          disabled={!controls.canSeek}
          aria-label={label.text}
          aria-valuetext={formatClock(shownSeconds)}
          style={{ '--played': played, '--buffered': controls.bufferedFraction } as CSSProperties} // custom properties are not in React's type
          onChange={(event) => {
            setDraggedSeconds(Number(event.currentTarget.value))
            onTouch()
          }}
          onPointerUp={letGo}
          onKeyUp={letGo}
          onBlur={letGo}
        />
      </div>
      <span className="seek-clock">{formatClock(durationSeconds)}</span>
    </div>
  )
}
