import { useQuery } from '@tanstack/react-query'
import type { HomeLayout, PlacedRail } from '@ulan/contract'
import { Alert, Button, Empty, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../data/formatters.ts'
import { type HomeEdit, isHomeChanged, moved, newRail, withChanged } from '../data/home-edit.ts'
import { asProblemError } from '../data/problem-error.ts'
import { homeLayoutQuery, sessionQuery } from '../data/staff-queries.ts'
import { CampaignsCard } from './campaigns-card.tsx'
import { HomePreviewDialog } from './home-preview.tsx'
import { RailDialog } from './rail-dialog.tsx'
import { RailLine } from './rail-line.tsx'
import { type HomeEditing, useHomeEdit } from './use-home-edit.ts'
import { useProblemText } from './use-problem-text.ts'

/** What viewers see first, rail by rail: composed by whoever publishes, seen by all of the house. */
export const HomePage = (): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const layout = useQuery(homeLayoutQuery)
  if (layout.data !== undefined) return <HomeEditor layout={layout.data} />
  if (layout.isPending) return <Spin size="large" style={{ display: 'block', marginBlock: 120, marginInline: 'auto' }} />
  return (
    <Alert
      type="error"
      showIcon
      title={ofProblem(asProblemError(layout.error).problem)}
      action={<Button onClick={() => void layout.refetch()}>{t('action.retry', { ns: 'common' })}</Button>}
    />
  )
}

/** A rail in the dialog, and the edit that it was opened from: another one may have come from the server meanwhile. */
type Opened = { readonly rail: PlacedRail; readonly isNew: boolean; readonly of: HomeEdit }

const HomeEditor = ({ layout }: { readonly layout: HomeLayout }): ReactNode => {
  const { t } = useTranslation()
  const editing = useHomeEdit(layout)
  const [opened, setOpened] = useState<Opened>()
  const [isPreviewed, setPreviewed] = useState(false)
  const session = useQuery(sessionQuery).data
  // Home is everybody's, not one region's.
  const mayPublish = session?.permissions.includes('publish') === true && session.regionCode === undefined
  const { edit, change } = editing
  return (
    <>
      <div className="page-head is-sticky">
        <div className="grow">
          <h1>{t('nav.home')}</h1>
        </div>
        <Button onClick={() => setPreviewed(true)}>{t('home.preview.open')}</Button>
        {mayPublish ? <HomeActions editing={editing} onAdd={() => setOpened({ rail: newRail(), isNew: true, of: edit })} /> : null}
      </div>
      <p className="muted">
        {t('home.hint')}
        {layout.changedBy !== undefined && layout.changedAt !== undefined
          ? ` ${t('languages.changed', { by: layout.changedBy, at: formatDateTime(layout.changedAt) })}`
          : ''}
      </p>
      <HomeNotices editing={editing} />
      <CampaignsCard editing={editing} mayEdit={mayPublish && !editing.isBusy} />
      <RailList editing={editing} mayEdit={mayPublish && !editing.isBusy} onOpen={(rail) => setOpened({ rail, isNew: false, of: edit })} />
      {opened === undefined ? null : (
        <RailDialog
          {...opened}
          campaigns={edit.campaigns}
          onClose={() => setOpened(undefined)}
          onDone={(rail) => {
            change({ rails: withChanged(opened.of.rails, rail) }, opened.of)
            setOpened(undefined)
          }}
        />
      )}
      {isPreviewed ? <HomePreviewDialog edit={edit} onClose={() => setPreviewed(false)} /> : null}
    </>
  )
}

const HomeActions = ({ editing, onAdd }: { readonly editing: HomeEditing; readonly onAdd: () => void }): ReactNode => {
  const { t } = useTranslation()
  const isChanged = isHomeChanged(editing.edit)
  return (
    <>
      <Button disabled={editing.isBusy} onClick={onAdd}>
        {t('home.add')}
      </Button>
      {isChanged ? (
        <Button disabled={editing.isBusy} onClick={editing.discard}>
          {t('languages.undo')}
        </Button>
      ) : null}
      <Button type="primary" disabled={!isChanged} loading={editing.isBusy} onClick={editing.save}>
        {t('home.save')}
      </Button>
    </>
  )
}

/** What became of saving, and what somebody else saved meanwhile. */
const HomeNotices = ({ editing }: { readonly editing: HomeEditing }): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { problem, isLate, isBusy } = editing
  return (
    <>
      {problem === undefined ? null : <Alert type="error" showIcon style={{ marginBlockEnd: 16 }} title={ofProblem(problem.problem)} />}
      {isLate ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBlockEnd: 16 }}
          title={t('home.late')}
          description={t('home.lateHint')}
          action={
            <div className="rail-buttons">
              <Button disabled={isBusy} onClick={() => editing.takeNewest(false)}>
                {t('home.takeTheirs')}
              </Button>
              <Button disabled={isBusy} onClick={() => editing.takeNewest(true)}>
                {t('home.keepMine')}
              </Button>
            </div>
          }
        />
      ) : null}
    </>
  )
}

type ListProps = { readonly editing: HomeEditing; readonly mayEdit: boolean; readonly onOpen: (rail: PlacedRail) => void }

/** Rails from the top; whoever may change them drags them, or uses the arrows beside each. */
const RailList = ({ editing, mayEdit, onOpen }: ListProps): ReactNode => {
  const { t } = useTranslation()
  const { edit, change } = editing
  const { rails, campaigns } = edit
  const put = (next: readonly PlacedRail[]): void => change({ rails: next })
  /** Where the dragged rail is, and how all stood before. */
  const [drag, setDrag] = useState<{ readonly at: number; readonly before: readonly PlacedRail[] }>()
  if (rails.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('home.empty')} />
  return (
    <ol className="rails" aria-label={t('nav.home')}>
      {rails.map((rail, at) => (
        <RailLine
          key={rail.id}
          rail={rail}
          campaigns={campaigns}
          mayEdit={mayEdit}
          problems={editing.problemsOf(rail)}
          isDragged={drag?.at === at}
          canMove={(step) => at + step >= 0 && at + step < rails.length}
          onMove={(step) => put(moved(rails, at, at + step))}
          onOpen={() => onOpen(rail)}
          onRemove={() => put(rails.filter(({ id }) => id !== rail.id))}
          onDragStart={() => setDrag({ at, before: rails })}
          onDragOver={(isPastMiddle) => {
            // Only past the middle of the other: rails of different heights would go back and forth under the hand.
            if (drag === undefined || drag.at === at || isPastMiddle !== drag.at < at) return
            put(moved(rails, drag.at, at))
            setDrag({ ...drag, at })
          }}
          onDragEnd={(isDropped) => {
            if (!isDropped && drag !== undefined) put(drag.before)
            setDrag(undefined)
          }}
        />
      ))}
    </ol>
  )
}
