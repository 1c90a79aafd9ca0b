import { useQuery } from '@tanstack/react-query'
import type { Remark, RemarkAnchor, Review, StaffProgramme } from '@ulan/contract'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { formatDateTime } from '../data/formatters.ts'
import { sessionQuery } from '../data/staff-queries.ts'
import { clockOf, tenthsDown } from '../form/chapter-rows.ts'
import { useFilmClock } from './film-clock.ts'
import { useReach } from './use-reach.ts'
import { useReviewChange } from './use-review-change.ts'

type Props = { readonly review: Review; readonly programme: StaffProgramme }

/** Fields that remarks are about, by their paths in the programme. */
const FIELDS = {
  'title.zh-Hans': 'titleChinese',
  'title.mn-Mong': 'titleMongolian',
  'title.mn-Cyrl': 'titleCyrillic',
  'synopsis.zh-Hans': 'synopsisChinese',
  'synopsis.mn-Mong': 'synopsisMongolian',
  'synopsis.mn-Cyrl': 'synopsisCyrillic',
  laws: 'laws',
  quizId: 'quizId',
  chapters: 'chapters',
  pictureId: 'pictureId',
} as const
type FieldPath = keyof typeof FIELDS

/** Remarks and, while the review can be talked about, a place to add one. */
export const RemarkList = ({ review, programme }: Props): ReactNode => {
  const { t } = useTranslation()
  const session = useQuery(sessionQuery).data ?? undefined
  const { isOtherRegion } = useReach(programme)
  const isTalkedAbout = review.state === 'open' || review.state === 'void' || review.state === 'returned'
  const mayTalk = isTalkedAbout && !isOtherRegion && session?.permissions.includes('remark') === true
  const maySettle = (remark: Remark): boolean => mayTalk && (remark.by.id === session.id || session.permissions.includes('review'))
  if (review.remarks.length === 0 && !mayTalk) return null
  return (
    <div className="review-remarks">
      <h3>{t('review.remarks')}</h3>
      <ul>
        {review.remarks.map((remark) => (
          <RemarkLine key={remark.id} review={review} remark={remark} maySettle={maySettle(remark)} />
        ))}
      </ul>
      {mayTalk ? <RemarkForm review={review} /> : null}
    </div>
  )
}

const RemarkLine = ({
  review,
  remark,
  maySettle,
}: {
  readonly review: Review
  readonly remark: Remark
  readonly maySettle: boolean
}): ReactNode => {
  const { t } = useTranslation()
  const place = useAnchorWords(remark.anchor)
  const settle = useReviewChange(() => api.settleRemark(review, remark.id), t('review.settledNow'))
  return (
    <li className={remark.settledAt === undefined ? undefined : 'is-settled'}>
      <span className="small muted">
        {place} · {remark.by.name} · {formatDateTime(remark.at)}
      </span>
      <span className="review-remark">{remark.text}</span>
      {remark.settledBy !== undefined ? (
        <span className="small muted">{t('review.settledBy', { by: remark.settledBy.name })}</span>
      ) : maySettle ? (
        <Button
          size="small"
          loading={settle.isPending}
          onClick={() => settle.mutate(undefined)}
          aria-label={`${t('review.settle')} ${remark.text}`}
        >
          {t('review.settle')}
        </Button>
      ) : null}
    </li>
  )
}

const isField = (path: string): path is FieldPath => path in FIELDS

function useAnchorWords(anchor: RemarkAnchor): string {
  const { t } = useTranslation()
  if (anchor.kind === 'moment') return t('review.moment', { at: clockOf(anchor.seconds) })
  return anchor.kind === 'field' && isField(anchor.path) ? t(`field.${FIELDS[anchor.path]}`) : t('review.whole')
}

type Place = FieldPath | 'whole' | 'moment'

const RemarkForm = ({ review }: { readonly review: Review }): ReactNode => {
  const { t } = useTranslation()
  const { clock, hasFilm } = useFilmClock()
  const [place, setPlace] = useState<Place>('whole')
  const [text, setText] = useState('')
  const add = useReviewChange((anchor: RemarkAnchor) => api.createRemark(review, { anchor, text }), t('review.remarkedNow'))
  const anchorOf = (): RemarkAnchor => {
    if (place === 'whole') return { kind: 'whole' }
    return place === 'moment' ? { kind: 'moment', seconds: tenthsDown(clock.seconds() ?? 0) } : { kind: 'field', path: place }
  }
  const options: readonly { value: Place; label: string; disabled?: boolean }[] = [
    { value: 'whole', label: t('review.whole') },
    { value: 'moment', label: t('review.momentNow'), disabled: !hasFilm },
    ...Object.entries(FIELDS).map(([path, name]) => ({ value: path as FieldPath, label: t(`field.${name}`) })), // its own keys
  ]
  return (
    <div className="review-form">
      <Select<Place> aria-label={t('review.place')} value={place} options={[...options]} onChange={setPlace} />
      <Input.TextArea
        aria-label={t('review.remark')}
        placeholder={t('review.remark')}
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button
        disabled={text.trim() === ''}
        loading={add.isPending}
        onClick={() => add.mutate(anchorOf(), { onSuccess: () => setText('') })}
      >
        {t('review.remarkDo')}
      </Button>
    </div>
  )
}
