import type { Playback, ProgrammeDetail } from '@ulan/contract'
import type { Player, PlayerState } from '@ulan/player'
import type { ReactElement } from 'react'
import { ActionButton, ActionLink } from '../components/action.tsx'
import { PlayerPanel } from '../components/player-panel.tsx'
import { goBack, replaceRoute } from '../platform/navigation.ts'
import { hashOf, type Route } from '../routes.ts'
import { useViewer } from '../viewer.ts'

type PlayerEndProps = { readonly player: Player; readonly playback: Playback; readonly detail: ProgrammeDetail | undefined }

/** After the last picture: the quiz first, then what comes next. */
export function PlayerEnd({ player, playback, detail }: PlayerEndProps): ReactElement {
  const { words } = useViewer()
  const { programmeId, nextProgrammeId } = playback
  const quiz = detail?.quiz
  return (
    <PlayerPanel
      title={words('tablet:player.ended')}
      hint={quiz === undefined ? undefined : words('tablet:programme.quizHint', { total: quiz.questions.length })}
    >
      {quiz !== undefined && (
        <ActionButton
          look="gold"
          icon="quiz"
          label={words('quiz:start')}
          onPress={() => replaceRoute({ screen: 'quiz', id: programmeId })}
        />
      )}
      {nextProgrammeId !== undefined && (
        <ActionButton
          icon="next"
          label={words('player:nextEpisode')}
          onPress={() => replaceRoute({ screen: 'player', id: nextProgrammeId, isFromStart: false })}
        />
      )}
      <ActionButton look="quiet" icon="replay" label={words('tablet:player.replay')} onPress={player.play} />
      <ActionLink look="quiet" icon="home" label={words('common:nav.home')} href={hashOf({ screen: 'home' })} />
    </PlayerPanel>
  )
}

type PlayerFailedProps = { readonly route: Route; readonly player: Player; readonly state: PlayerState }

/** Why it does not play, and the way on. */
export function PlayerFailed({ route, player, state }: PlayerFailedProps): ReactElement {
  const { words } = useViewer()
  const failure = state.failure ?? { kind: 'media', canRetry: true }
  return (
    <PlayerPanel title={words(`tablet:player.failure.${failure.kind}`)}>
      {failure.canRetry && <ActionButton icon="replay" label={words('common:action.retry')} onPress={player.retry} />}
      <ActionButton look="quiet" icon="back" label={words('common:nav.back')} onPress={() => goBack(route)} />
    </PlayerPanel>
  )
}
