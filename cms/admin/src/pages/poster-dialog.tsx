import { useMutation } from '@tanstack/react-query'
import type { PictureCrop, PictureId } from '@ulan/contract'
import { Alert, Button, Modal, Slider } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CropStage } from '../components/crop-stage.tsx'
import { type Drawable, PosterPreviews } from '../components/poster-previews.tsx'
import { type PictureSize, spreadOf, widenCrop, widthOfSpread } from '../data/crop-frame.ts'
import { asProblemError, type ProblemError } from '../data/problem-error.ts'
import { useProblemText } from './use-problem-text.ts'

/** What both ways to a poster are handed. */
export type PosterChoice = {
  /** Of the programme, for the cards. */
  readonly title: string
  readonly onMade: (id: PictureId) => void
  readonly onClose: () => void
}

type Props = PosterChoice & {
  readonly heading: string
  /** Undefined while there is nothing to crop yet, or never will be. */
  readonly framed:
    | { readonly size: PictureSize; readonly crop: PictureCrop; readonly drawable: Drawable; readonly moment: number }
    | undefined
  readonly problem: ProblemError['problem'] | undefined
  readonly onCrop: (crop: PictureCrop) => void
  readonly make: (crop: PictureCrop) => Promise<{ readonly id: PictureId }>
  /** The picture under the frame; it is drawn before it is known how large it is. */
  readonly picture: ReactNode
  /** Beneath it. */
  readonly controls?: ReactNode
}

const UNKNOWN: PictureSize = { widthPx: 16, heightPx: 9 }
const NO_CROP: PictureCrop = { left: 0, top: 0, width: 1, height: 1 }

/** A picture under its frame, how it will look on both screens, and the making of it. */
export const PosterDialog = ({ heading, title, framed, problem, onCrop, make, onMade, onClose, picture, controls }: Props): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem, ofField } = useProblemText()
  const making = useMutation({ mutationFn: make })
  const use = (crop: PictureCrop): void =>
    // Of the call: whoever closes the dialog meanwhile does not get what they gave up.
    making.mutate(crop, {
      onSuccess: ({ id }) => {
        onMade(id)
        onClose()
      },
    })
  const refused = making.error === null ? undefined : asProblemError(making.error)
  const said = problem ?? refused?.problem
  const { size, crop } = framed ?? { size: UNKNOWN, crop: NO_CROP }
  return (
    <Modal
      open
      width={980}
      title={heading}
      closable={{ 'aria-label': t('action.close', { ns: 'common' }) }}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={[
        <span key="status" role="status" className="muted small" style={{ marginInlineEnd: 12 }}>
          {making.isPending ? t('poster.making') : null}
        </span>,
        <Button key="cancel" onClick={onClose}>
          {t('poster.cancel')}
        </Button>,
        <Button
          key="use"
          type="primary"
          disabled={framed === undefined || problem !== undefined}
          loading={making.isPending}
          onClick={() => use(crop)}
        >
          {t('poster.use')}
        </Button>,
      ]}
    >
      {said === undefined ? null : (
        <Alert
          type="error"
          showIcon
          style={{ marginBlockEnd: 12 }}
          title={ofProblem(said)}
          description={refused?.fields.map(ofField).join(' ') || undefined}
        />
      )}
      <div className="crop-desk">
        <div>
          <CropStage label={t('poster.frame')} size={size} crop={framed?.crop} onCrop={onCrop}>
            {picture}
          </CropStage>
          {controls}
        </div>
        {framed === undefined ? null : (
          <div className="crop-side">
            <p className="muted small">{t('poster.cropHint')}</p>
            <span className="small" aria-hidden="true">
              {t('poster.size')}
            </span>
            <Slider
              ariaLabelForHandle={t('poster.size')}
              tooltip={{ formatter: null }}
              value={spreadOf(crop, size)}
              onChange={(spread) => onCrop(widenCrop(crop, widthOfSpread(spread, size), size))}
            />
            <PosterPreviews
              words={{ tv: t('poster.onTv'), tablet: t('poster.onTablet') }}
              title={title}
              drawable={framed.drawable}
              crop={crop}
              moment={framed.moment}
            />
          </div>
        )}
      </div>
    </Modal>
  )
}
