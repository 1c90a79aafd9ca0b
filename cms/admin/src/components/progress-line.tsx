import { Progress } from 'antd'
import type { ReactNode } from 'react'

type Props = { readonly label: string; readonly percent: number; readonly state: 'active' | 'done' | 'stopped'; readonly count?: string }

const STATUS = { active: 'normal', done: 'success', stopped: 'exception' } as const

/** One thin bar with its name before and a count or percent after it. */
export const ProgressLine = ({ label, percent, state, count }: Props): ReactNode => (
  <div className="rung">
    <span>{label}</span>
    <Progress percent={percent} status={STATUS[state]} showInfo={false} size="small" aria-label={label} />
    <span className="count">{count ?? `${percent}%`}</span>
  </div>
)
