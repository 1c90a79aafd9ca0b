import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../data/api-client.ts'
import { quickTimes } from '../data/beijing-time.ts'

/** Times that staff often mean, to be chosen with one press. */
export const QuickTimes = ({ onChoose }: { readonly onChoose: (wall: string) => void }): ReactNode => {
  const { t } = useTranslation()
  return (
    <span className="quick-times">
      {quickTimes(serverClock.at(Date.now())).map(({ name, wall }) => (
        <Button key={name} size="small" onClick={() => onChoose(wall)}>
          {t(`schedule.quick.${name}`)}
        </Button>
      ))}
    </span>
  )
}
