import type { Audience, PlacedRail } from '@ulan/contract'
import { Checkbox, Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RegionSelect } from './region-select.tsx'

const DEVICES = ['tv', 'tablet'] as const
const MODES = ['everyone', 'children'] as const satisfies readonly Audience[]

type Props = { readonly rail: PlacedRail; readonly onChange: (change: Partial<PlacedRail>) => void }

/** Who sees a rail, on what, and whether large. */
export const RailViewerFields = ({ rail, onChange }: Props): ReactNode => {
  const { t } = useTranslation()
  return (
    <>
      <div className="rail-fields">
        <Form.Item label={t('home.viewers.region')} htmlFor="rail-viewers-region">
          <RegionSelect
            id="rail-viewers-region"
            value={rail.viewerRegionCode}
            isLeaguesOnly
            placeholder={t('home.viewers.everywhere')}
            onChange={(viewerRegionCode) => onChange({ viewerRegionCode })}
          />
        </Form.Item>
        <Form.Item label={t('home.viewers.mode')} htmlFor="rail-viewers-mode">
          <Select<Audience | 'both'>
            id="rail-viewers-mode"
            value={rail.viewerAudience ?? 'both'}
            options={(['both', ...MODES] as const).map((value) => ({ value, label: t(`home.viewers.modes.${value}`) }))}
            onChange={(mode) => onChange({ viewerAudience: mode === 'both' ? undefined : mode })}
          />
        </Form.Item>
        <Form.Item label={t('home.devices')}>
          <Checkbox.Group
            value={[...(rail.devices ?? DEVICES)]}
            options={DEVICES.map((value) => ({ value, label: t(`home.device.${value}`) }))}
            onChange={(chosen) => {
              const devices = DEVICES.filter((device) => chosen.includes(device))
              // One that is shown nowhere is taken away instead.
              if (devices.length > 0) onChange({ devices: devices.length === DEVICES.length ? undefined : devices })
            }}
          />
        </Form.Item>
      </div>
      <p className="muted small">{t('home.viewers.hint')}</p>
      <Checkbox checked={rail.isHero} onChange={(event) => onChange({ isHero: event.target.checked })}>
        {t('home.asHero')}
      </Checkbox>
    </>
  )
}
