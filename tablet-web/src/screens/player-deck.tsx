import type { Chapter, ProgrammeId } from '@ulan/contract'
import { chapterSpans, describeControls, type Player, type PlayerState } from '@ulan/player'
import type { ReactElement } from 'react'
import { RoundButton, SeekBar, SkipButton } from '../components/player-controls.tsx'
import { canFillScreen, toggleFullScreen, useIsFullScreen } from '../platform/full-screen.ts'
import { replaceRoute } from '../platform/navigation.ts'
import { useViewer } from '../viewer.ts'

const SKIP_SECONDS = 10

type PlayerDeckProps = {
  readonly player: Player
  readonly state: PlayerState
  readonly nextProgrammeId: ProgrammeId | undefined
  readonly chapters: readonly Chapter[]
  readonly onTouch: () => void
  /** Absent where there is nothing to choose. */
  readonly onCaptions?: () => void
}

/** The controls over a picture that plays or could play. */
export function PlayerDeck({ player, state, nextProgrammeId, chapters, onTouch, onCaptions }: PlayerDeckProps): ReactElement {
  const { words } = useViewer()
  const controls = describeControls(state)
  const isFullScreen = useIsFullScreen()
  const skip = (seconds: number): void => {
    player.seek(state.positionSeconds + seconds)
    onTouch()
  }
  const toggle = (): void => {
    player.toggle()
    onTouch()
  }
  return (
    <>
      <div className="deck-middle">
        <SkipButton label={words('tablet:player.back10')} isForward={false} onPress={() => skip(-SKIP_SECONDS)} />
        <RoundButton
          className={controls.isBusy ? 'round-large round-busy' : 'round-large'}
          label={words(controls.mainAction === 'pause' ? 'player:pause' : 'player:play')}
          icon={controls.mainAction === 'pause' ? 'pause' : 'play'}
          onPress={toggle}
        />
        <SkipButton label={words('tablet:player.forward10')} isForward onPress={() => skip(SKIP_SECONDS)} />
      </div>
      <div className="deck-foot">
        <SeekBar
          label={words('tablet:player.position')}
          controls={controls}
          positionSeconds={state.positionSeconds}
          durationSeconds={state.durationSeconds}
          chapters={chapterSpans(chapters, state.durationSeconds)}
          onSeek={player.seek}
          onTouch={onTouch}
        />
        {nextProgrammeId !== undefined && (
          <RoundButton
            className="round-small"
            label={words('player:nextEpisode')}
            icon="next"
            onPress={() => replaceRoute({ screen: 'player', id: nextProgrammeId, isFromStart: false })}
          />
        )}
        {onCaptions !== undefined && (
          <RoundButton className="round-small" label={words('player:subtitles')} icon="captions" onPress={onCaptions} />
        )}
        {canFillScreen() && (
          <RoundButton
            className="round-small"
            label={words(isFullScreen ? 'player:exitFullscreen' : 'player:fullscreen')}
            icon={isFullScreen ? 'reduce' : 'enlarge'}
            onPress={toggleFullScreen}
          />
        )}
      </div>
    </>
  )
}
