import { type Locale, type Playback, subtitleLocaleOf } from '@ulan/contract'
import { createCueOverlay } from '@ulan/player'
import { SCREEN, writingOf } from '../layout.ts'
import { CONTROLS, NO_CONTROLS } from '../player-layout.ts'

/** A film's elements under the canvas, whose area the page leaves unpainted: the picture, and its subtitles over it. */
export type Film = {
  readonly video: HTMLVideoElement
  /** Subtitles in the language of the screen, where the film has them, else Chinese ones. */
  showSubtitles(tracks: Playback['subtitles']): void
  /** The same for another language of the screen. */
  relocalise(locale: Locale): void
  /** Keeps subtitles clear of the controls while those are shown. */
  leaveControls(areShown: boolean): void
  remove(): void
}

/** Adds the elements of a film to the page, whose language is `locale` at first. */
export function addFilm(locale: Locale): Film {
  const video = document.createElement('video')
  video.setAttribute('playsinline', '')
  const host = document.createElement('div')
  host.className = 'film-cues'
  document.body.insertBefore(host, document.body.firstChild)
  document.body.insertBefore(video, host)
  const overlay = createCueOverlay(video, host)
  let tracks: Playback['subtitles'] = []
  let language: Locale = locale
  let areControlsShown = false
  const leave = (): void => {
    const { headPx, footPx, edgePx } = areControlsShown ? CONTROLS[writingOf(language)] : NO_CONTROLS
    const scale = host.clientHeight / SCREEN.heightPx
    overlay.leave({ headPx: headPx * scale, footPx: footPx * scale, edgePx: edgePx * scale })
  }
  const relocalise = (next: Locale): void => {
    language = next
    const shown = subtitleLocaleOf(
      next,
      tracks.map((track) => track.locale),
    )
    overlay.show(tracks.filter((track) => track.locale === shown))
    leave()
  }
  return {
    video,
    relocalise,
    showSubtitles(all) {
      tracks = all
      relocalise(language)
    },
    leaveControls(areShown) {
      areControlsShown = areShown
      leave()
    },
    remove() {
      overlay.destroy()
      host.remove()
      video.remove()
    },
  }
}
