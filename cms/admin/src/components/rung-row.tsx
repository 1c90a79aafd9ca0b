import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  LoadingOutlined,
  MinusCircleOutlined,
  StopOutlined,
  WarningFilled,
} from '@ant-design/icons'
import { Progress, Tooltip } from 'antd'
import type { ReactNode } from 'react'

export type RungRowState = 'waiting' | 'paused' | 'encoding' | 'done' | 'failed' | 'cancelled' | 'left-out'

export type RungRowProps = {
  readonly label: string
  /** As it is called where nothing else tells it from the others. */
  readonly fullName: string
  /** For those who ask, in small type. */
  readonly technical: string
  readonly state: RungRowState
  readonly stateText: string
  /** It needs somebody's eye, though nobody has to do anything yet. */
  readonly isWarned: boolean
  readonly percent: number
  readonly count: string
  /** How long it will take, or what else there is to say beside its state. */
  readonly note: string
  readonly work: string
  readonly workTitle: string
  readonly isSilent: boolean
  /** Buttons of a rung that went wrong, and what they open beneath the row. */
  readonly actions?: ReactNode
  readonly details?: ReactNode
}

const ICONS = {
  waiting: <ClockCircleOutlined aria-hidden />,
  paused: <ClockCircleOutlined aria-hidden />,
  encoding: <LoadingOutlined aria-hidden />,
  done: <CheckCircleFilled aria-hidden />,
  failed: <CloseCircleFilled aria-hidden />,
  cancelled: <StopOutlined aria-hidden />,
  'left-out': <MinusCircleOutlined aria-hidden />,
} as const satisfies Readonly<Record<RungRowState, ReactNode>>

const BAR = {
  waiting: 'normal',
  paused: 'normal',
  encoding: 'active',
  done: 'success',
  failed: 'exception',
  cancelled: 'normal',
  'left-out': 'normal',
} as const

/** One rung: name and segments, a bar, and beneath it how it stands. All rows are equally high, whatever happens to them. */
export const RungRow = ({
  label,
  fullName,
  technical,
  state,
  stateText,
  percent,
  count,
  actions,
  details,
  ...rest
}: RungRowProps): ReactNode => (
  <li className={`rung-row is-${state}`}>
    <div className="rung-row-line">
      <span className="rung-name ellipsis">
        <strong>{label}</strong> <span className="technical">{technical}</span>
      </span>
      <span className="count">{count}</span>
    </div>
    <Progress
      percent={percent}
      status={BAR[state]}
      showInfo={false}
      size={['100%', 6]}
      aria-label={fullName}
      aria-valuetext={`${stateText} ${count}`}
    />
    <div className="rung-row-line small">
      <span className={rest.isWarned ? 'rung-state is-warned' : 'rung-state'}>
        {rest.isWarned ? <WarningFilled aria-hidden /> : ICONS[state]} {stateText}
        {rest.note === '' ? null : <span className="muted"> · {rest.note}</span>}
      </span>
      {actions ?? <RungWorkText {...rest} />}
    </div>
    {details}
  </li>
)

const RungWorkText = ({ work, workTitle, isSilent }: Pick<RungRowProps, 'work' | 'workTitle' | 'isSilent'>): ReactNode =>
  work === '' ? null : (
    <Tooltip title={workTitle}>
      <span className={isSilent ? 'rung-work ellipsis is-silent' : 'rung-work ellipsis'}>
        {isSilent ? <WarningFilled aria-hidden /> : null} {work}
      </span>
    </Tooltip>
  )
