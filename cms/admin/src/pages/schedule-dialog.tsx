import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FieldProblem, ScheduleChange, StaffProgramme } from '@ulan/contract'
import { App, Form, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../data/api-client.ts'
import { instantOfWallClock, wallClockOf } from '../data/beijing-time.ts'
import { asProblemError } from '../data/problem-error.ts'
import { rememberProgramme } from '../data/staff-queries.ts'
import { QuickTimes } from './quick-times.tsx'
import { useProblemText } from './use-problem-text.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'

type Props = {
  readonly programme: StaffProgramme
  readonly editing: ProgrammeEditing
  /** Whether anything is there that could go out. */
  readonly maySendOut: boolean
  readonly onClose: () => void
}
type Times = { readonly publishAt: string; readonly takeDownAt: string; readonly reason: string }

/** When what stands here goes out, and when it is taken off: by the clocks of Beijing, whatever this computer shows. */
export const ScheduleDialog = ({ programme, editing, maySendOut, onClose }: Props): ReactNode => {
  const { t } = useTranslation()
  const { ofProblem } = useProblemText()
  const { publish, takeDown } = programme.schedule ?? {}
  const before: Times = {
    publishAt: publish === undefined ? '' : wallClockOf(publish.at),
    takeDownAt: takeDown === undefined ? '' : wallClockOf(takeDown.at),
    reason: takeDown?.reason ?? '',
  }
  const [times, setTimes] = useState(before)
  const planning = usePlanning(programme, editing, onClose)
  const problem = planning.error === null ? undefined : asProblemError(planning.error)
  const errors = problem?.fields ?? []
  const change = (part: Partial<Times>): void => {
    planning.reset()
    setTimes((now) => ({ ...now, ...part }))
  }
  return (
    <Modal
      open
      title={t('schedule.title')}
      okText={t('schedule.save')}
      okButtonProps={{ disabled: times.publishAt === '' && times.takeDownAt === '', loading: planning.isPending }}
      cancelText={t('schedule.close')}
      onCancel={onClose}
      onOk={() => planning.mutate(planOf(times, before))}
    >
      <p className="muted">{t(publish === undefined ? 'schedule.hint' : 'schedule.hintAgain')}</p>
      <Form component="div" layout="vertical">
        {maySendOut ? (
          <TimeField name="publishAt" value={times.publishAt} errors={errors} onChange={(publishAt) => change({ publishAt })} hasQuick />
        ) : null}
        <TimeField name="takeDownAt" value={times.takeDownAt} errors={errors} onChange={(takeDownAt) => change({ takeDownAt })} />
        {times.takeDownAt === '' ? null : (
          <Form.Item label={t('schedule.reason')} htmlFor="schedule-reason">
            <Input
              id="schedule-reason"
              maxLength={1000}
              value={times.reason}
              placeholder={t('schedule.reasonExample')}
              onChange={({ target }) => change({ reason: target.value })}
            />
          </Form.Item>
        )}
      </Form>
      {problem !== undefined && errors.length === 0 ? <p className="is-troubled">{ofProblem(problem.problem)}</p> : null}
    </Modal>
  )
}

/** What was changed: a new time of publication takes what stands here now; what is empty now and was not before is cancelled. */
function planOf({ publishAt, takeDownAt, reason }: Times, before: Times): Omit<ScheduleChange, 'rev'> {
  const ends = instantOfWallClock(takeDownAt)
  const isEndChanged = takeDownAt !== before.takeDownAt || reason.trim() !== before.reason
  return {
    ...(publishAt !== before.publishAt && { publishAt: instantOfWallClock(publishAt) ?? null }),
    ...(isEndChanged && { takeDownAt: ends ?? null }),
    ...(isEndChanged && ends !== undefined && reason.trim() !== '' && { reason: reason.trim() }),
  }
}

type FieldProps = {
  readonly name: 'publishAt' | 'takeDownAt'
  readonly value: string
  readonly errors: readonly FieldProblem[]
  readonly onChange: (value: string) => void
  readonly hasQuick?: boolean
}

const TimeField = ({ name, value, errors, onChange, hasQuick = false }: FieldProps): ReactNode => {
  const { t } = useTranslation()
  const { ofField } = useProblemText()
  const wrong = errors.filter(({ path }) => path === name)
  const id = `schedule-${name}`
  return (
    <Form.Item
      label={t(`schedule.${name}`)}
      htmlFor={id}
      extra={hasQuick ? <QuickTimes onChoose={onChange} /> : undefined}
      {...(wrong.length > 0 && { validateStatus: 'error' as const, help: wrong.map(ofField).join(' ') })}
    >
      <Input id={id} type="datetime-local" value={value} onChange={({ target }) => onChange(target.value)} />
    </Form.Item>
  )
}

function usePlanning(programme: StaffProgramme, editing: ProgrammeEditing, onDone: () => void) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const client = useQueryClient()
  return useMutation({
    // What is typed goes out too: it is saved first.
    mutationFn: async (plan: Omit<ScheduleChange, 'rev'>) => {
      const outcome = await editing.save()
      return outcome.kind === 'saved' ? await api.schedule(outcome.programme, plan) : undefined
    },
    onSuccess: (changed) => {
      onDone()
      if (changed === undefined) return
      rememberProgramme(client, changed)
      void message.success(t('schedule.saved', { title: programme.title['zh-Hans'] ?? '' }))
    },
    onError: (caught) => {
      const { problem, fields } = asProblemError(caught)
      if (problem === 'invalid-request' && fields.length > 0) return
      onDone()
      editing.report(asProblemError(caught))
    },
  })
}
