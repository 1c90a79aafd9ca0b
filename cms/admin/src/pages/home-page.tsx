import { useQuery } from '@tanstack/react-query'
import type { HomeLayout } from '@ulan/contract'
import { Alert, Button, Empty, Spin } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../data/formatters.ts'
import { type EditedRail, isHomeChanged, moved, problemsByRail, withRail } from '../data/home-edit.ts'
import { asProblemError } from '../data/problem-error.ts'
import { homeLayoutQuery, sessionQuery } from '../data/staff-queries.ts'
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

const HomeEditor = ({ layout }: { readonly layout: HomeLayout }): ReactNode => {
  const { t } = useTranslation()
  const editing = useHomeEdit(layout)
  const [opened, setOpened] = useState<EditedRail>()
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
        {mayPublish ? <HomeActions editing={editing} onAdd={() => setOpened(newRail())} /> : null}
      </div>
      <p className="muted">
        {t('home.hint')}
        {layout.changedBy !== undefined && layout.changedAt !== undefined
          ? ` ${t('languages.changed', { by: layout.changedBy, at: formatDateTime(layout.changedAt) })}`
          : ''}
      </p>
      <HomeNotices editing={editing} />
      <RailList editing={editing} mayEdit={mayPublish} onOpen={setOpened} />
      {opened === undefined ? null : (
        <RailDialog
          rail={opened}
          onClose={() => setOpened(undefined)}
          onDone={(rail) => {
            change(withRail(edit.rails, rail))
            setOpened(undefined)
          }}
        />
      )}
    </>
  )
}

const newRail = (): EditedRail => ({ key: crypto.randomUUID(), title: {}, rule: { kind: 'manual', entries: [] }, isHero: false })

const HomeActions = ({ editing, onAdd }: { readonly editing: HomeEditing; readonly onAdd: () => void }): ReactNode => {
  const { t } = useTranslation()
  const isChanged = isHomeChanged(editing.edit)
  return (
    <>
      <Button onClick={onAdd}>{t('home.add')}</Button>
      {isChanged ? <Button onClick={editing.discard}>{t('languages.undo')}</Button> : null}
      <Button type="primary" disabled={!isChanged} loading={editing.isSaving} onClick={editing.save}>
        {t('home.save')}
      </Button>
    </>
  )
}

/** What became of saving, and what somebody else saved meanwhile. */
const HomeNotices = ({ editing }: { readonly editing: HomeEditing }): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { problem } = editing
  if (problem === undefined) return null
  const isLate = problem.problem === 'stale-revision'
  return (
    <Alert
      type={isLate ? 'warning' : 'error'}
      showIcon
      style={{ marginBlockEnd: 16 }}
      title={isLate ? t('home.late') : ofProblem(problem.problem)}
      description={isLate ? t('home.lateHint') : undefined}
      action={
        isLate ? (
          <div className="rail-buttons">
            <Button onClick={() => editing.takeNewest(false)}>{t('home.takeTheirs')}</Button>
            <Button onClick={() => editing.takeNewest(true)}>{t('home.keepMine')}</Button>
          </div>
        ) : undefined
      }
    />
  )
}

type ListProps = { readonly editing: HomeEditing; readonly mayEdit: boolean; readonly onOpen: (rail: EditedRail) => void }

/** Rails from the top; whoever may change them drags them, or uses the arrows beside each. */
const RailList = ({ editing, mayEdit, onOpen }: ListProps): ReactNode => {
  const { t } = useTranslation()
  const [dragged, setDragged] = useState<number>()
  const { edit, change, problem } = editing
  const { rails } = edit
  const problems = problemsByRail(rails, problem?.fields ?? [])
  if (rails.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('home.empty')} />
  return (
    <ol className="rails" aria-label={t('nav.home')}>
      {rails.map((rail, at) => (
        <RailLine
          key={rail.key}
          rail={rail}
          mayEdit={mayEdit}
          problems={problems.get(rail.key) ?? []}
          isDragged={dragged === at}
          canMove={(step) => at + step >= 0 && at + step < rails.length}
          onMove={(step) => change(moved(rails, at, at + step))}
          onOpen={() => onOpen(rail)}
          onRemove={() => change(rails.filter(({ key }) => key !== rail.key))}
          onDrag={(isOn) => setDragged(isOn ? at : undefined)}
          onDraggedOver={() => {
            if (dragged === undefined || dragged === at) return
            change(moved(rails, dragged, at))
            setDragged(at)
          }}
        />
      ))}
    </ol>
  )
}
