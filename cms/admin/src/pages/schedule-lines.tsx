import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ProblemName, problemName, type ScheduleChange, type ScheduleHindrance, type StaffProgramme } from '@ulan/contract'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { formatDateTime } from '../data/formatters.ts'
import { asProblemError } from '../data/problem-error.ts'
import { rememberProgramme, scheduleOfQuery } from '../data/staff-queries.ts'
import { useProblemText } from './use-problem-text.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'
import { useReach } from './use-reach.ts'

type Props = { readonly programme: StaffProgramme; readonly editing: ProgrammeEditing }

/** What is planned for a programme, and what should have happened and did not. */
export const ScheduleLines = ({ programme, editing }: Props): ReactNode => {
  const { t } = useTranslation()
  const { schedule } = programme
  if (schedule === undefined) return null
  const { publish, takeDown, missed } = schedule
  return (
    <>
      {missed === undefined ? null : <MissedAlert missed={missed} programme={programme} editing={editing} />}
      {publish === undefined ? null : <HindranceAlert id={programme.id} />}
      {publish === undefined ? null : (
        <PlannedLine
          words={t('schedule.goesOut', { at: formatDateTime(publish.at), by: publish.by.name })}
          more={publish.isAhead ? t('schedule.isAhead') : undefined}
          cancelled={{ publishAt: null }}
          cancelLabel={t('schedule.cancelPublish')}
          programme={programme}
          editing={editing}
        />
      )}
      {takeDown === undefined ? null : (
        <PlannedLine
          words={t('schedule.comesOff', { at: formatDateTime(takeDown.at), by: takeDown.by.name })}
          more={takeDown.reason}
          cancelled={{ takeDownAt: null }}
          cancelLabel={t('schedule.cancelTakeDown')}
          programme={programme}
          editing={editing}
        />
      )}
    </>
  )
}

type Missed = NonNullable<NonNullable<StaffProgramme['schedule']>['missed']>

const MissedAlert = ({ missed: { act, at, problem }, programme, editing }: Props & { readonly missed: Missed }): ReactNode => {
  const { t } = useTranslation()
  const words = useMissedWords()
  const { mayPublish } = useReach(programme)
  const change = useScheduleChange(programme, editing)
  return (
    <Alert
      type="error"
      showIcon
      className="review-alert"
      title={t(act === 'publish' ? 'schedule.missedPublish' : 'schedule.missedTakeDown', { at: formatDateTime(at) })}
      description={words(problem)}
      action={
        mayPublish ? (
          <Button size="small" loading={change.isPending} onClick={() => change.mutate({})}>
            {t('schedule.seen')}
          </Button>
        ) : undefined
      }
    />
  )
}

/** What would keep it back at its time, while something can be done about it. */
const HindranceAlert = ({ id }: Pick<StaffProgramme, 'id'>): ReactNode => {
  const { t } = useTranslation()
  const words = useHindranceWords()
  const planned = useQuery(scheduleOfQuery(id)).data?.find(({ act, problem }) => act === 'publish' && problem === undefined)
  if (planned?.hindrance === undefined) return null
  return <Alert type="warning" showIcon className="review-alert" title={t('schedule.hindered')} description={words(planned.hindrance)} />
}

/** Which signatures it lacks or which fields are in the way, or else why it would be refused. */
export function useHindranceWords(): (hindrance: ScheduleHindrance) => string {
  const { t } = useTranslation()
  const words = useMissedWords()
  const { ofField } = useProblemText()
  return ({ problem, errors = [], unsigned = [] }) => {
    if (unsigned.length > 0) return t('schedule.unsigned', { steps: unsigned.map((step) => t(`review.steps.${step}`)).join('、') })
    // The same may be wrong with several fields.
    return errors.length > 0 ? [...new Set(errors.map(ofField))].join(' ') : words(problem)
  }
}

/** Why something that was due was refused. */
export function useMissedWords(): (problem: string) => string {
  const { ofProblem } = useProblemText()
  return (problem) => {
    const name: ProblemName | undefined = problemName(`/problems/${problem}`)
    return name === undefined ? problem : ofProblem(name)
  }
}

type LineProps = Props & {
  readonly words: string
  readonly more: string | undefined
  readonly cancelled: Omit<ScheduleChange, 'rev'>
  readonly cancelLabel: string
}

const PlannedLine = ({ programme, editing, words, more, cancelled, cancelLabel }: LineProps): ReactNode => {
  const { t } = useTranslation()
  const { mayPublish } = useReach(programme)
  const cancel = useScheduleChange(programme, editing)
  return (
    <div className="planned">
      <span className="grow">
        <strong>{words}</strong>
        {more === undefined ? null : <span className="muted small planned-more">{more}</span>}
      </span>
      {mayPublish ? (
        <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(cancelled)} aria-label={cancelLabel}>
          {t('schedule.cancel')}
        </Button>
      ) : null}
    </div>
  )
}

/** Changes what is planned; every change puts away what was missed. */
function useScheduleChange(programme: StaffProgramme, editing: ProgrammeEditing) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: Omit<ScheduleChange, 'rev'>) => api.schedule(programme, change),
    onSuccess: (changed) => rememberProgramme(client, changed),
    onError: (caught) => editing.report(asProblemError(caught)),
  })
}
