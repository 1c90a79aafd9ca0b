import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { Campaign, FieldProblem, PlacedRail } from '@ulan/contract'
import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { chineseName } from '../data/choices.ts'
import { handPicked } from '../data/home-edit.ts'
import { regionsQuery } from '../data/staff-queries.ts'
import { useProblemText } from './use-problem-text.ts'
import { useStandingWords } from './use-standing-words.ts'

type Props = {
  readonly rail: PlacedRail
  readonly campaigns: readonly Campaign[]
  readonly mayEdit: boolean
  readonly problems: readonly FieldProblem[]
  readonly isDragged: boolean
  readonly canMove: (step: -1 | 1) => boolean
  readonly onMove: (step: -1 | 1) => void
  readonly onOpen: () => void
  readonly onRemove: () => void
  readonly onDragStart: () => void
  /** Something is dragged over it: in its lower half, or its upper. */
  readonly onDragOver: (isPastMiddle: boolean) => void
  /** Of this one; false when it was dropped nowhere, or given up. */
  readonly onDragEnd: (isDropped: boolean) => void
}

/** A rail of home: its name, what is in it, and what can be done with it. */
export const RailLine = (props: Props): ReactNode => {
  const { rail, mayEdit, problems, isDragged, onDragStart, onDragOver, onDragEnd } = props
  const { ofField } = useProblemText()
  const title = useRailTitle(rail)
  return (
    <li
      className={isDragged ? 'rail is-dragged' : 'rail'}
      draggable={mayEdit}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', title)
        onDragStart()
      }}
      onDragOver={(event) => {
        // Without it the browser shows that nothing can be put here, and takes the drop for another page.
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        const { top, height } = event.currentTarget.getBoundingClientRect()
        onDragOver(event.clientY > top + height / 2)
      }}
      onDrop={(event) => event.preventDefault()}
      onDragEnd={(event) => onDragEnd(event.dataTransfer.dropEffect !== 'none')}
    >
      {mayEdit ? <HolderOutlined aria-hidden className="muted" /> : null}
      <span className="column-text" lang="mn-Mong">
        {rail.title['mn-Mong'] ?? ''}
      </span>
      <div className="grow">
        <strong>{title}</strong> <RailTags rail={rail} campaigns={props.campaigns} />
        <div className="muted small">{useRuleWords(rail)}</div>
        {problems.map((problem) => (
          <div key={problem.path} className="rail-problem" role="alert">
            {ofField(problem)}
          </div>
        ))}
      </div>
      {mayEdit ? <RailButtons {...props} title={title} /> : null}
    </li>
  )
}

const RailTags = ({ rail, campaigns }: Pick<Props, 'rail' | 'campaigns'>): ReactNode => {
  const { t } = useTranslation()
  const { isHero, devices, viewerRegionCode, viewerAudience, shown, pins } = rail
  const regions = useQuery(regionsQuery).data
  const region = viewerRegionCode && regions?.find(({ code }) => code === viewerRegionCode)
  const time = useStandingWords().ofTime(shown, campaigns)
  return (
    <>
      {isHero ? <Tag color="#8a5a00">{t('home.hero')}</Tag> : null}
      {devices?.length === 1 ? <Tag>{t(`home.only.${devices[0] ?? 'tv'}`)}</Tag> : null}
      {viewerRegionCode === undefined ? null : (
        <Tag>{t('home.only.region', { region: region ? chineseName(region.name) : viewerRegionCode })}</Tag>
      )}
      {viewerAudience === undefined ? null : <Tag>{t(`home.viewers.modes.${viewerAudience}`)}</Tag>}
      {pins === undefined ? null : <Tag>{t('home.pinned', { count: pins.length })}</Tag>}
      {time === undefined ? null : (
        <Tag color={time.state === 'running' ? 'success' : 'default'} title={time.span}>
          {[time.name || time.span, time.stateWord].filter((word) => word !== '').join(' · ')}
        </Tag>
      )}
    </>
  )
}

const RailButtons = ({ title, canMove, onMove, onOpen, onRemove }: Props & { readonly title: string }): ReactNode => {
  const { t } = useTranslation()
  return (
    <div className="rail-buttons">
      <Button icon={<ArrowUpOutlined />} disabled={!canMove(-1)} aria-label={t('home.up', { title })} onClick={() => onMove(-1)} />
      <Button icon={<ArrowDownOutlined />} disabled={!canMove(1)} aria-label={t('home.down', { title })} onClick={() => onMove(1)} />
      <Button aria-label={t('home.editOf', { title })} onClick={onOpen}>
        {t('home.edit')}
      </Button>
      <Button danger aria-label={t('home.removeOf', { title })} onClick={onRemove}>
        {t('home.remove')}
      </Button>
    </div>
  )
}

function useRailTitle({ title, rule }: PlacedRail): string {
  const { t } = useTranslation()
  return title['zh-Hans'] || t(rule.kind === 'local' ? 'home.kind.local' : 'home.untitled')
}

/** What fills a rail, in a sentence. */
function useRuleWords({ rule }: PlacedRail): string {
  const { t } = useTranslation()
  if (rule.kind === 'manual') return t('home.rule.manual', { count: rule.entries.length })
  if (rule.kind === 'resume') return t('home.rule.resume')
  if (rule.kind === 'local') return t('home.rule.local', { count: rule.limit })
  const kind = rule.programmeKind === undefined ? t('list.everyKind') : t(`kind.${rule.programmeKind}`)
  const newest = t('home.rule.newest', { kind, count: rule.limit })
  const picked = handPicked(rule).length
  return picked === 0 ? newest : `${newest}${t('home.rule.followed', { count: picked })}`
}
