import type { PictureCrop } from '@ulan/contract'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { isLargeEnough, MOST_BYTES, MOST_PIXELS, type PictureSize, widestCrop } from '../data/crop-frame.ts'
import type { ProblemError } from '../data/problem-error.ts'
import { sendOnce } from '../upload/send-once.ts'
import { type PosterChoice, PosterDialog } from './poster-dialog.tsx'

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'refused'; readonly problem: ProblemError['problem'] }
  | { readonly kind: 'shown'; readonly url: string; readonly image: HTMLImageElement; readonly size: PictureSize }

/** A picture of this computer as a poster; nothing is sent before it is framed. */
export const PosterOfFile = ({ file, ...choice }: PosterChoice & { readonly file: File }): ReactNode => {
  const { t } = useTranslation()
  const opened = useOpened(file)
  const [chosen, setChosen] = useState<PictureCrop>()
  const framed =
    opened.kind === 'shown' ? { size: opened.size, crop: chosen ?? widestCrop(opened.size), drawable: opened.image, moment: 0 } : undefined
  return (
    <PosterDialog
      {...choice}
      heading={t('poster.cropTitle')}
      framed={framed}
      problem={opened.kind === 'refused' ? opened.problem : undefined}
      onCrop={setChosen}
      make={async (crop) => api.createPicture({ source: { kind: 'upload', ...(await sendOnce(file)) }, crop })}
      picture={opened.kind === 'shown' ? <img src={opened.url} alt="" draggable={false} /> : null}
    />
  )
}

/** The file as this browser shows it, turned as its camera was held. */
function useOpened(file: File): Opened {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' })
  useEffect(() => {
    const url = URL.createObjectURL(file)
    const image = new Image()
    let isGone = false
    const tell = (told: Opened): void => {
      if (!isGone) setOpened(told)
    }
    image.onload = () => {
      const size = { widthPx: image.naturalWidth, heightPx: image.naturalHeight }
      const problem = problemOf(file, size)
      tell(problem === undefined ? { kind: 'shown', url, image, size } : { kind: 'refused', problem })
    }
    image.onerror = () => tell({ kind: 'refused', problem: file.size === 0 ? 'empty-file' : 'not-a-picture' })
    image.src = url
    return () => {
      isGone = true
      URL.revokeObjectURL(url)
    }
  }, [file])
  return opened
}

/** What the server would refuse, said before anything is sent. */
function problemOf(file: File, size: PictureSize): ProblemError['problem'] | undefined {
  if (file.type === 'image/svg+xml') return 'not-a-picture'
  if (file.size > MOST_BYTES) return 'upload-too-large'
  if (size.widthPx * size.heightPx > MOST_PIXELS) return 'picture-too-large'
  return isLargeEnough(size) ? undefined : 'picture-too-small'
}
