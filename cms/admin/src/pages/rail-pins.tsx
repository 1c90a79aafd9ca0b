import { ArrowUpOutlined, CloseOutlined } from '@ant-design/icons'
import type { Campaign, PlacedRail } from '@ulan/contract'
import { Button, Form } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { compact, isSameEntry, moved, type Pin } from '../data/home-edit.ts'
import { EntrySearch, useEntryWords } from './entry-search.tsx'
import { EntryName } from './rail-entries.tsx'
import { ShowTimeField } from './show-time-field.tsx'

type Props = {
  readonly pins: readonly Pin[]
  readonly campaigns: readonly Campaign[]
  /** What is wrong with the time of one. */
  readonly problemOf: (at: number) => string | undefined
  readonly onChange: (change: Pick<PlacedRail, 'pins'>) => void
}

/** What stands first in a rail for some time, whatever fills it. */
export const RailPins = ({ pins, campaigns, problemOf, onChange }: Props): ReactNode => {
  const { t } = useTranslation()
  const entries = pins.map(({ entry }) => entry)
  const describe = useEntryWords(entries)
  const put = (next: readonly Pin[]): void => onChange({ pins: next.length === 0 ? undefined : [...next] })
  return (
    <Form.Item label={t('home.pins')} htmlFor="rail-pin-search" extra={t('home.pinsHint')}>
      <EntrySearch id="rail-pin-search" entries={entries} onAdd={(entry) => put([...pins, { entry }])} />
      {pins.length === 0 ? null : (
        <ol className="rail-entries" aria-label={t('home.pins')}>
          {pins.map((pin, at) => {
            const words = describe(pin.entry)
            const { title } = words
            return (
              <li key={`${pin.entry.kind} ${pin.entry.id}`} className="rail-pin">
                <EntryName {...words} isSeries={pin.entry.kind === 'series'} />
                <ShowTimeField
                  id={`rail-pin-${String(at)}`}
                  label={t('home.pinTime', { title })}
                  value={pin.shown}
                  campaigns={campaigns}
                  onChange={(shown) => put(pins.map((one) => (isSameEntry(one.entry, pin.entry) ? compact({ ...one, shown }) : one)))}
                />
                {problemOf(at) === undefined ? null : (
                  <span className="rail-problem" role="alert">
                    {problemOf(at)}
                  </span>
                )}
                <Button
                  size="small"
                  icon={<ArrowUpOutlined />}
                  disabled={at === 0}
                  aria-label={t('home.up', { title })}
                  onClick={() => put(moved(pins, at, at - 1))}
                />
                <Button
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={t('home.unpin', { title })}
                  onClick={() => put(pins.filter((one) => one !== pin))}
                />
              </li>
            )
          })}
        </ol>
      )}
    </Form.Item>
  )
}
