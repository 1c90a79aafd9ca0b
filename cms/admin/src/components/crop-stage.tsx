import type { PictureCrop } from '@ulan/contract'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { type Corner, drawCrop, moveCrop, type PictureSize, widenCrop } from '../data/crop-frame.ts'

type Props = {
  readonly label: string
  readonly size: PictureSize
  /** Undefined: there is nothing to frame yet. */
  readonly crop: PictureCrop | undefined
  readonly onCrop: (crop: PictureCrop) => void
  /** The picture itself, as wide as the stage. */
  readonly children: ReactNode
}

const CORNERS: readonly Corner[] = (['start', 'end'] as const).flatMap((down) =>
  (['start', 'end'] as const).map((across) => ({ across, down })),
)
/** Of the picture, by one press of a key; by ten times as much with Shift. */
const STEP = 0.005
const ARROWS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}
const WIDER: Readonly<Record<string, number>> = { '+': STEP, '=': STEP, '-': -STEP, _: -STEP }

const percent = (part: number): string => `${100 * part}%`

/** A picture under a frame of 16:9 that is moved and drawn larger by a finger, a mouse or keys. */
export const CropStage = ({ size, crop, children, ...frame }: Props): ReactNode => {
  const stage = useRef<HTMLDivElement>(null)
  return (
    <div className="crop-stage" ref={stage} dir="ltr" style={{ aspectRatio: `${size.widthPx} / ${size.heightPx}` }}>
      {children}
      {crop === undefined ? null : <CropFrame {...frame} stage={stage} size={size} crop={crop} />}
    </div>
  )
}

type FrameProps = Omit<Props, 'children' | 'crop'> & { readonly crop: PictureCrop; readonly stage: Stage }

const CropFrame = ({ label, stage, size, crop, onCrop }: FrameProps): ReactNode => {
  const drag = useDrag(stage, crop, onCrop)
  const press = (event: KeyboardEvent): void => {
    const times = event.shiftKey ? 10 : 1
    const [arrow, wider] = [ARROWS[event.key], WIDER[event.key]]
    // With these the keys are the browser's: larger letters, the page before.
    if (event.ctrlKey || event.metaKey || event.altKey || (arrow === undefined && wider === undefined)) return
    event.preventDefault()
    if (arrow !== undefined) onCrop(moveCrop(crop, arrow[0] * times, arrow[1] * times))
    else if (wider !== undefined) onCrop(widenCrop(crop, crop.width + wider * times, size))
  }
  const place = {
    insetInlineStart: percent(crop.left),
    insetBlockStart: percent(crop.top),
    inlineSize: percent(crop.width),
    blockSize: percent(crop.height),
  }
  return (
    <>
      <button
        type="button"
        className="crop-frame"
        aria-label={label}
        style={place}
        onKeyDown={press}
        onPointerDown={drag((start, across, down) => moveCrop(start, across, down))}
      />
      {CORNERS.map((corner) => (
        <span
          key={`${corner.across} ${corner.down}`}
          className={`crop-corner is-${corner.across === corner.down ? 'falling' : 'rising'}`}
          aria-hidden="true"
          style={{
            insetInlineStart: percent(crop.left + (corner.across === 'end' ? crop.width : 0)),
            insetBlockStart: percent(crop.top + (corner.down === 'end' ? crop.height : 0)),
          }}
          onPointerDown={drag((start, across) => drawCrop(start, corner, across, size))}
        />
      ))}
    </>
  )
}

type Stage = { readonly current: HTMLElement | null }
type Change = (start: PictureCrop, across: number, down: number) => PictureCrop

/** Begins a drag, which goes on wherever the pointer is, until it is let go. */
function useDrag(stage: Stage, crop: PictureCrop, onCrop: (crop: PictureCrop) => void) {
  return (change: Change) =>
    (event: PointerEvent<HTMLElement>): void => {
      const { currentTarget: handle, pointerId, clientX, clientY } = event
      const room = stage.current?.getBoundingClientRect()
      if (room === undefined || event.button !== 0) return
      handle.setPointerCapture(pointerId)
      const move = (moved: globalThis.PointerEvent): void =>
        onCrop(change(crop, (moved.clientX - clientX) / room.width, (moved.clientY - clientY) / room.height))
      const end = (): void => {
        handle.removeEventListener('pointermove', move)
        handle.removeEventListener('lostpointercapture', end)
      }
      handle.addEventListener('pointermove', move)
      handle.addEventListener('lostpointercapture', end)
    }
}
