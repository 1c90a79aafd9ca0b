import type { Campaign, LocalizedText, PlacedRail } from '@ulan/contract'
import { Form, Input, Modal } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnField } from '../components/column-field.tsx'
import { compact, findRailProblems } from '../data/home-edit.ts'
import { RailPins } from './rail-pins.tsx'
import { RailRuleFields } from './rail-rule-fields.tsx'
import { RailViewerFields } from './rail-viewer-fields.tsx'
import { ShowTimeField } from './show-time-field.tsx'

type Props = {
  readonly rail: PlacedRail
  readonly isNew: boolean
  readonly campaigns: readonly Campaign[]
  readonly onClose: () => void
  readonly onDone: (rail: PlacedRail) => void
}
type PartProps = { readonly rail: PlacedRail; readonly onChange: (change: Partial<PlacedRail>) => void }

/** What a rail is called, what is in it, when and for whom. Nothing is public before the page is saved. */
export const RailDialog = ({ rail, isNew, campaigns, onClose, onDone }: Props): ReactNode => {
  const { t } = useTranslation()
  const [mine, setMine] = useState(rail)
  const [isRefused, setRefused] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const problems = findRailProblems(mine)
  const change = (part: Partial<PlacedRail>): void => setMine((now) => compact({ ...now, ...part }))
  const wordOf = (path: string): string | undefined => {
    const code = problems.find((problem) => problem.path === path)?.code as RailProblemCode | undefined // made by `findRailProblems`
    return isRefused && code !== undefined ? t(`fields.${code}`, { ns: 'problem' }) : undefined
  }
  const finish = (): void => {
    setRefused(true)
    // Half a time is no time to the page; the browser alone knows of it, and says so.
    const broken = form.current?.querySelector<HTMLInputElement>('input:invalid')
    if (broken !== undefined && broken !== null) broken.reportValidity()
    else if (problems.length === 0) onDone({ ...mine, title: withoutEmpty(mine.title) })
    else if (problems.some(({ path }) => path === 'title.zh-Hans')) document.getElementById('rail-chinese')?.focus()
  }
  const isResume = mine.rule.kind === 'resume'
  return (
    <Modal
      open
      width={760}
      // A press beside it would lose what was put together.
      mask={{ closable: false }}
      keyboard={false}
      title={t(isNew ? 'home.add' : 'home.edit')}
      okText={t('home.confirm')}
      onOk={finish}
      onCancel={onClose}
    >
      <div ref={form}>
        <Form component="div" layout="vertical">
          <TitleFields rail={mine} problem={wordOf('title.zh-Hans')} onChange={change} />
          <RailRuleFields rail={mine} onChange={(next) => setMine(next)} />
          {isResume ? null : (
            <>
              <RailPins
                pins={mine.pins ?? []}
                campaigns={campaigns}
                problemOf={(at) => wordOf(`pins.${String(at)}.shown`)}
                onChange={change}
              />
              <FieldWithProblem label={t('home.when.label')} htmlFor="rail-time" extra={t('home.when.hint')} problem={wordOf('shown')}>
                <ShowTimeField id="rail-time" value={mine.shown} campaigns={campaigns} onChange={(shown) => change({ shown })} />
              </FieldWithProblem>
              <RailViewerFields rail={mine} onChange={change} />
            </>
          )}
        </Form>
      </div>
    </Modal>
  )
}

type RailProblemCode = 'title-zh-missing' | 'required' | 'over-before-start'
type FieldProps = {
  readonly label: string
  readonly htmlFor: string
  readonly extra?: string
  readonly isRequired?: boolean
  readonly problem: string | undefined
  readonly children: ReactNode
}

const FieldWithProblem = ({ label, htmlFor, extra, isRequired = false, problem, children }: FieldProps): ReactNode => (
  <Form.Item
    label={label}
    htmlFor={htmlFor}
    required={isRequired}
    {...(extra === undefined ? {} : { extra })}
    {...(problem !== undefined && { validateStatus: 'error' as const, help: problem })}
  >
    {children}
  </Form.Item>
)

const withoutEmpty = (title: LocalizedText): LocalizedText => Object.fromEntries(Object.entries(title).filter(([, text]) => text !== ''))

const TitleFields = ({ rail: { title, isHero }, problem, onChange }: PartProps & { readonly problem: string | undefined }): ReactNode => {
  const { t } = useTranslation()
  const write = (locale: keyof LocalizedText, text: string): void => onChange({ title: { ...title, [locale]: text } })
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 110px', gap: 20 }}>
      <div>
        <FieldWithProblem label={t('field.titleChinese')} htmlFor="rail-chinese" isRequired={!isHero} problem={problem}>
          <Input
            id="rail-chinese"
            maxLength={40}
            value={title['zh-Hans'] ?? ''}
            onChange={(event) => write('zh-Hans', event.target.value)}
          />
        </FieldWithProblem>
        <Form.Item label={t('field.titleCyrillic')} htmlFor="rail-cyrillic">
          <Input
            id="rail-cyrillic"
            maxLength={80}
            value={title['mn-Cyrl'] ?? ''}
            onChange={(event) => write('mn-Cyrl', event.target.value)}
          />
        </Form.Item>
      </div>
      <Form.Item label={t('field.titleMongolian')} htmlFor="rail-mongolian" className="column-cell">
        <ColumnField
          id="rail-mongolian"
          label={t('field.titleMongolian')}
          value={title['mn-Mong'] ?? ''}
          isInvalid={false}
          isOneColumn
          onChange={(text) => write('mn-Mong', text)}
        />
      </Form.Item>
    </div>
  )
}
