import { isVertical, type Locale, type Playback, subtitleLocaleOf } from '@ulan/contract'
import { createCueOverlay, pictureAt, readStoryboard, type Storyboard, type StoryboardPicture } from '@ulan/player'
import { type CaptionChoice, type CaptionMemory, nextCaptionChoice } from '../data/caption-choice.ts'
import { SCREEN, writingOf } from '../layout.ts'
import { BUTTONS_FOOT_PX, CONTROLS, NO_CONTROLS } from '../player-layout.ts'

/** A film's elements under the canvas, whose area the page leaves unpainted: the picture, and its subtitles over it. */
export type Film = {
  readonly video: HTMLVideoElement
  /** Subtitles in the language of the screen, where the film has them, else Chinese ones. */
  showSubtitles(tracks: Playback['subtitles']): void
  /** Fetches the small pictures along the film, whose list is at this URL; without them there are none to show. */
  fetchPictures(listUrl: string | undefined): void
  /** What the film shows at a place, as far as is known. */
  pictureAt(seconds: number): StoryboardPicture | undefined
  /** How they are shown; undefined where this film has none that this viewer could read. */
  captions(): CaptionChoice | undefined
  /** Shows them the next way, and from now on. */
  stepCaptions(): void
  /** The same for another language of the screen. */
  relocalise(locale: Locale): void
  /** Keeps subtitles clear of the controls while those are shown, and of the chapters' buttons, which may be there alone. */
  leaveControls(areShown: boolean, areButtonsShown: boolean): void
  remove(): void
}

/** Adds the elements of a film to the page, whose language is `locale` at first. */
export function addFilm(locale: Locale, memory: CaptionMemory): Film {
  const video = document.createElement('video')
  video.setAttribute('playsinline', '')
  const host = document.createElement('div')
  host.className = 'film-cues'
  document.body.insertBefore(host, document.body.firstChild)
  document.body.insertBefore(video, host)
  const overlay = createCueOverlay(video, host)
  let tracks: Playback['subtitles'] = []
  let language: Locale = locale
  let choice = memory.read()
  let areControlsShown = false
  let areButtonsShown = false
  let board: Storyboard = []
  const readable = (): Playback['subtitles'] => {
    const shown = subtitleLocaleOf(
      language,
      tracks.map((track) => track.locale),
    )
    return tracks.filter((track) => track.locale === shown)
  }
  const leave = (): void => {
    const writing = writingOf(language)
    const { headPx, edgePx, footPx: controlsPx } = areControlsShown ? CONTROLS[writing] : NO_CONTROLS
    const hasLines = readable().some((track) => !isVertical(track.locale))
    const footPx = areButtonsShown && hasLines ? Math.max(controlsPx, BUTTONS_FOOT_PX[writing]) : controlsPx
    const scale = host.clientHeight / SCREEN.heightPx
    overlay.leave({ headPx: headPx * scale, footPx: footPx * scale, edgePx: edgePx * scale })
  }
  const draw = (): void => {
    overlay.show(choice === 'off' ? [] : readable())
    if (choice !== 'off') overlay.resize(choice)
    leave()
  }
  return {
    video,
    relocalise(next) {
      language = next
      draw()
    },
    showSubtitles(all) {
      tracks = all
      draw()
    },
    fetchPictures(listUrl) {
      if (listUrl === undefined) return
      void readStoryboard(new URL(listUrl, document.baseURI).href).then((read) => {
        board = read
      })
    },
    pictureAt: (seconds) => pictureAt(board, seconds),
    captions: () => (readable().length === 0 ? undefined : choice),
    stepCaptions() {
      choice = nextCaptionChoice(choice)
      memory.write(choice)
      draw()
    },
    leaveControls(areShown, areOthersShown) {
      areControlsShown = areShown
      areButtonsShown = areOthersShown
      leave()
    },
    remove() {
      overlay.destroy()
      host.remove()
      video.remove()
    },
  }
}
