/** A film's element, under the canvas; the page leaves its area unpainted. */
export function addVideo(): HTMLVideoElement {
  const video = document.createElement('video')
  video.setAttribute('playsinline', '')
  document.body.insertBefore(video, document.body.firstChild)
  return video
}
