import type { FrameCount } from '../core/frame-watch.ts'
import type { Lifetime } from '../core/lifetime.ts'
import type { MediaSample } from '../core/media-sample.ts'

/** Events after which the element is looked at anew. */
const SAMPLED_EVENTS = [
  'loadedmetadata',
  'durationchange',
  'canplay',
  'play',
  'playing',
  'waiting',
  'stalled',
  'seeking',
  'seeked',
  'timeupdate',
  'progress',
  'ended',
] as const

export type MediaElementListener = {
  readonly sampled: (sample: MediaSample) => void
  readonly paused: (sample: MediaSample) => void
  readonly failed: (mediaErrorCode: number) => void
  readonly resized: (shortSidePx: number) => void
}

/** Reads the element as it is now. */
function sampleMediaElement(video: HTMLVideoElement): MediaSample {
  return {
    isPaused: video.paused,
    isEnded: video.ended,
    isSeeking: video.seeking,
    readyState: video.readyState,
    positionSeconds: video.currentTime,
    durationSeconds: video.duration,
    bufferedEndSeconds: bufferedEnd(video),
  }
}

/** Reports all that matters of a video element to the end of `lifetime`. */
export function watchMediaElement(video: HTMLVideoElement, listener: MediaElementListener, lifetime: Lifetime): void {
  for (const name of SAMPLED_EVENTS) lifetime.listen(video, name, () => listener.sampled(sampleMediaElement(video)))
  lifetime.listen(video, 'pause', () => listener.paused(sampleMediaElement(video)))
  lifetime.listen(video, 'error', () => listener.failed(video.error?.code ?? 0))
  lifetime.listen(video, 'resize', () => listener.resized(Math.min(video.videoWidth, video.videoHeight)))
}

/** Undefined on engines that do not count, and while there is no picture to be counted. */
export function countFrames(video: HTMLVideoElement): FrameCount | undefined {
  if (!('getVideoPlaybackQuality' in video) || video.videoWidth === 0) return undefined
  const { totalVideoFrames, droppedVideoFrames } = video.getVideoPlaybackQuality()
  return { decoded: totalVideoFrames, late: droppedVideoFrames }
}

/** End of the buffered range that holds the position; the position itself where nothing is buffered. */
function bufferedEnd(video: HTMLVideoElement): number {
  const { buffered, currentTime } = video
  for (let at = 0; at < buffered.length; at += 1) {
    // The first picture of a title may lie a few frames after 0.
    if (buffered.start(at) <= currentTime + 0.5 && buffered.end(at) >= currentTime) return buffered.end(at)
  }
  return currentTime
}
