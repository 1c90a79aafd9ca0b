import { type Playback, type ProgrammeDetail, soundLanguageOf } from '@ulan/contract'
import { type ReactElement, type Ref, useRef, useState } from 'react'
import { LanguageSwitch } from '../components/app-bar.tsx'
import { CaptionPanel } from '../components/caption-panel.tsx'
import { Waiting } from '../components/notice.tsx'
import { RoundButton } from '../components/player-controls.tsx'
import { Text } from '../components/text.tsx'
import type { Resource } from '../data/catalogue.ts'
import { playbackPath, programmePath } from '../data/paths.ts'
import { useResource } from '../data/use-resource.ts'
import { goBack } from '../platform/navigation.ts'
import type { Route } from '../routes.ts'
import { useViewer } from '../viewer.ts'
import { ChapterButtons, chapterOffer, isOffered } from './chapter-buttons.tsx'
import { PlayerDeck } from './player-deck.tsx'
import { PlayerEnd, PlayerFailed } from './player-panels.tsx'
import { ResourceNotice } from './resource-notice.tsx'
import { useCaptions } from './use-captions.ts'
import { useControlsVisibility } from './use-controls-visibility.ts'
import { usePlayer } from './use-player.ts'

/** How often a film asks whether it may still be shown: within a minute of being taken down it is gone. */
const ASK_EVERY_SECONDS = 30
const askAgain = (): number => ASK_EVERY_SECONDS

type PlayerRoute = Extract<Route, { readonly screen: 'player' }>

/** The picture, full page; controls come at a touch. */
export function PlayerScreen({ route }: { readonly route: PlayerRoute }): ReactElement {
  const { locale, words } = useViewer()
  const path = playbackPath(route.id)
  const playback = useResource<Playback>(path, askAgain)
  const programme = useResource<ProgrammeDetail>(programmePath(route.id, locale))
  const detail = programme.kind === 'ready' ? programme.value : undefined
  if (playback.kind === 'ready') return <Stage route={route} playback={playback.value} detail={detail} />
  return (
    <div className="stage">
      <PlayerHead route={route} detail={detail} />
      {playback.kind === 'loading' ? (
        <Waiting label={words('common:net.loading')} />
      ) : (
        <div className="stage-notice">
          <ResourceNotice resource={playback satisfies Resource<unknown>} path={path} />
        </div>
      )}
    </div>
  )
}

const NO_CHAPTERS: NonNullable<Playback['chapters']> = []

type StageProps = { readonly route: PlayerRoute; readonly playback: Playback; readonly detail: ProgrammeDetail | undefined }

function Stage({ route, playback, detail }: StageProps): ReactElement {
  const { words, locale } = useViewer()
  const video = useRef<HTMLVideoElement>(null)
  const cues = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const foot = useRef<HTMLDivElement>(null)
  const [isChoosing, setIsChoosing] = useState(false)
  const { state, player } = usePlayer(video, playback, route.isFromStart, soundLanguageOf(locale))
  const controls = useControlsVisibility(state.phase)
  const { chapters = NO_CHAPTERS } = playback
  const hasPanel = state.phase === 'ended' || state.phase === 'failed'
  const mayGo = player !== undefined && !hasPanel && state.durationSeconds > 0
  const offer = chapterOffer(mayGo ? chapters : NO_CHAPTERS, state.positionSeconds, controls.isShown)
  const room = { areControlsShown: controls.isShown, areChaptersShown: isOffered(offer) }
  const captions = useCaptions({ video, host: cues, head, chapters: foot }, playback.subtitles, locale, room)
  const hasChoice = captions.tracks.length > 0 || state.sounds.length > 1
  const isBusy = state.phase === 'idle' || state.phase === 'loading' || state.phase === 'buffering'
  const go = (seconds: number): void => {
    player?.seek(seconds)
    // Whoever skips over the film alone wants the film.
    if (controls.isShown) controls.touch()
  }
  return (
    <div className={controls.isShown ? 'stage' : 'stage stage-quiet'} data-phase={state.phase}>
      {/* biome-ignore lint/a11y/useMediaCaption: the overlay draws them, in columns too */}
      <video ref={video} className="picture" playsInline poster={playback.posters?.large} />
      <div ref={cues} className="cue-host" />
      <button
        type="button"
        className="picture-touch"
        aria-label={words('tablet:player.showControls').text}
        onClick={controls.toggle}
        tabIndex={controls.isShown ? -1 : 0}
      />
      {isBusy && <Waiting label={words('player:buffering')} />}
      <div className="controls" inert={!controls.isShown}>
        <PlayerHead route={route} detail={detail} place={head} />
        {player !== undefined && !hasPanel && (
          <PlayerDeck
            player={player}
            state={state}
            nextProgrammeId={playback.nextProgrammeId}
            chapters={chapters}
            onTouch={controls.touch}
            {...(hasChoice ? { onCaptions: () => setIsChoosing(true) } : {})}
          />
        )}
      </div>
      <ChapterButtons place={foot} offer={offer} onGo={go} />
      {isChoosing && player !== undefined && !hasPanel && (
        <CaptionPanel
          words={words}
          tracks={captions.tracks}
          chosen={captions.chosen}
          size={captions.size}
          sounds={state.sounds}
          soundLanguage={state.soundLanguage}
          onToggle={captions.toggle}
          onResize={captions.resize}
          onChooseSound={player.chooseSound}
          onClose={() => setIsChoosing(false)}
        />
      )}
      {state.phase === 'ended' && player !== undefined && <PlayerEnd player={player} playback={playback} detail={detail} />}
      {state.phase === 'failed' && player !== undefined && <PlayerFailed route={route} player={player} state={state} />}
    </div>
  )
}

type HeadProps = {
  readonly route: PlayerRoute
  readonly detail: ProgrammeDetail | undefined
  readonly place?: Ref<HTMLDivElement>
}

function PlayerHead({ route, detail, place }: HeadProps): ReactElement {
  const { words, locale, offered, chooseLocale } = useViewer()
  return (
    <div ref={place} className="stage-head">
      <RoundButton label={words('common:nav.back')} icon="back" className="round-small" onPress={() => goBack(route)} />
      {detail !== undefined && <Text value={detail.title} as="h1" className="stage-title" />}
      <LanguageSwitch label={words('tablet:switchLanguage')} offered={offered} chosen={locale} onChoose={chooseLocale} />
    </div>
  )
}
