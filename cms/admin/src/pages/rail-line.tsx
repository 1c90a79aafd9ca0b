import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { Campaign, FieldProblem, LocalizedText, PlacedRail } from '@ulan/contract'
import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { chineseName } from '../data/choices.ts'
import { handPicked, type NewestRule } from '../data/home-edit.ts'
import { genresQuery, lawsQuery, regionsQuery, troupesQuery } from '../data/staff-queries.ts'
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
  const partOf = usePartWord()
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
          <div key={`${problem.path} ${problem.code}`} className="rail-problem" role="alert">
            {partOf(problem.path)}
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
  const t = useChinese()
  const ofQuery = useQueryWords()
  if (rule.kind === 'manual') return t('home.rule.manual', { count: rule.entries.length })
  if (rule.kind === 'resume') return t('home.rule.resume')
  if (rule.kind === 'local') return t('home.rule.local', { count: rule.limit })
  const newest = t('home.rule.newest', { kind: ofQuery(rule), count: rule.limit })
  const picked = handPicked(rule).length
  return picked === 0 ? newest : `${newest}${t('home.rule.followed', { count: picked })}`
}

/** Names of laws, troupes and regions are chosen by their Chinese: a sentence with them is Chinese as a whole, in one script. */
const useChinese = () => useTranslation().i18n.getFixedT('zh-Hans', 'admin')

/** What the newest have to be, in the words of their lists. */
function useQueryWords(): (rule: NewestRule) => string {
  const t = useChinese()
  const laws = useQuery(lawsQuery).data
  const genres = useQuery(genresQuery).data
  const troupes = useQuery(troupesQuery).data
  const regions = useQuery(regionsQuery).data
  const nameOf = (found: { readonly name: LocalizedText } | undefined): string => (found === undefined ? '…' : chineseName(found.name))
  return ({ programmeKind, lawId, genreId, troupeId, regionCode }) =>
    [
      programmeKind === undefined ? t('list.everyKind') : t(`kind.${programmeKind}`),
      ...(lawId === undefined ? [] : [t('home.query.ofLaw', { law: laws?.find(({ id }) => id === lawId)?.title ?? '…' })]),
      ...(genreId === undefined ? [] : [nameOf(genres?.find(({ id }) => id === genreId))]),
      ...(troupeId === undefined ? [] : [nameOf(troupes?.find(({ id }) => id === troupeId))]),
      ...(regionCode === undefined ? [] : [t('home.query.from', { region: nameOf(regions?.find(({ code }) => code === regionCode)) })]),
    ].join('，')
}

/** Which part of the dialog a problem of the server is about; nothing where the sentence says it. */
function usePartWord(): (path: string) => string {
  const { t } = useTranslation()
  const parts = [
    ['pins.', t('home.pins')],
    ['shown', t('home.when.label')],
    ['viewerRegionCode', t('home.viewers.region')],
    ['rule.lawId', t('home.query.law')],
    ['rule.genreId', t('field.genreId')],
    ['rule.troupeId', t('field.troupeId')],
    ['rule.regionCode', t('home.query.region')],
    ['rule.entries', t('home.picked')],
    ['rule.followedBy', t('home.pickedAfter')],
  ] as const
  return (path) => {
    const member = path.replace(/^rails\.\d+\./, '')
    const part = parts.find(([start]) => member.startsWith(start))?.[1]
    return part === undefined ? '' : `${part}：`
  }
}
