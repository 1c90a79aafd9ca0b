import type { Campaign } from '@ulan/contract'
import { Button, Card, Dropdown, Popconfirm, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverClock } from '../data/api-client.ts'
import { campaignOf, newCampaign, OCCASION_NAMES, usesOf } from '../data/campaigns.ts'
import { type HomeEdit, withChanged } from '../data/home-edit.ts'
import { CampaignDialog } from './campaign-dialog.tsx'
import type { HomeEditing } from './use-home-edit.ts'
import { useProblemText } from './use-problem-text.ts'
import { useStandingWords } from './use-standing-words.ts'

type Props = { readonly editing: HomeEditing; readonly mayEdit: boolean }
/** A campaign in the dialog, and the edit it was opened from. */
type Opened = { readonly campaign: Campaign; readonly isNew: boolean; readonly of: HomeEdit }

const OWN = 'own'
const STATE_COLOURS = { running: 'success', coming: 'processing', over: 'default' } as const

/** Days and weeks that rails and pins are made for. */
export const CampaignsCard = ({ editing, mayEdit }: Props): ReactNode => {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Opened>()
  const { edit, change } = editing
  const begin = (key: string): void => {
    const now = serverClock.at(Date.now())
    const occasion = OCCASION_NAMES.find((name) => name === key)
    const name = occasion === undefined ? '' : t(`home.occasions.${occasion}`)
    // Two of one name could not be told apart where they are chosen.
    const known = edit.campaigns.find((one) => one.name === name)
    const campaign = known ?? (occasion === undefined ? newCampaign(now) : campaignOf(occasion, name, now))
    setOpened({ campaign, isNew: known === undefined, of: edit })
  }
  return (
    <Card
      title={t('home.campaigns.title')}
      className="campaigns"
      extra={
        mayEdit ? (
          <Dropdown
            trigger={['click']}
            menu={{
              items: [...OCCASION_NAMES, OWN].map((key) => ({ key, label: t(`home.occasions.${key as (typeof OCCASION_NAMES)[number]}`) })),
              onClick: ({ key }) => begin(key),
            }}
          >
            <Button>{t('home.campaigns.add')}</Button>
          </Dropdown>
        ) : null
      }
    >
      <p className="muted">{t('home.campaigns.hint')}</p>
      {edit.campaigns.length === 0 ? null : (
        <ul className="campaign-list" aria-label={t('home.campaigns.title')}>
          {edit.campaigns.map((campaign) => (
            <CampaignLine
              key={campaign.id}
              campaign={campaign}
              editing={editing}
              mayEdit={mayEdit}
              onOpen={() => setOpened({ campaign, isNew: false, of: edit })}
            />
          ))}
        </ul>
      )}
      {opened === undefined ? null : (
        <CampaignDialog
          {...opened}
          onClose={() => setOpened(undefined)}
          onDone={(campaign) => {
            change({ campaigns: withChanged(opened.of.campaigns, campaign) }, opened.of)
            setOpened(undefined)
          }}
        />
      )}
    </Card>
  )
}

type LineProps = Props & { readonly campaign: Campaign; readonly onOpen: () => void }

const CampaignLine = ({ campaign, editing, mayEdit, onOpen }: LineProps): ReactNode => {
  const { t } = useTranslation()
  const { ofField } = useProblemText()
  const { edit, change } = editing
  const { state, stateWord, span } = useStandingWords().ofCampaign(campaign)
  const { name } = campaign
  const uses = usesOf(campaign.id, edit.rails)
  const remove = (): void => change({ campaigns: edit.campaigns.filter((one) => one !== campaign) })
  return (
    <li>
      <div className="grow">
        <strong>{name}</strong> <Tag color={STATE_COLOURS[state]}>{stateWord}</Tag>
        <div className="muted small">
          {span}
          {campaign.isYearly ? ` · ${t('home.campaigns.yearly')}` : ''} · {t('home.campaigns.uses', { count: uses })}
        </div>
        {editing.problemsOfCampaign(campaign).map((problem) => (
          <div key={problem.path} className="rail-problem" role="alert">
            {ofField(problem)}
          </div>
        ))}
      </div>
      {mayEdit ? (
        <div className="rail-buttons">
          <Button aria-label={t('home.campaigns.editOf', { name })} onClick={onOpen}>
            {t('home.campaigns.edit')}
          </Button>
          <Popconfirm title={t('home.campaigns.inUse')} disabled={uses === 0} okText={t('home.campaigns.seen')} showCancel={false}>
            <Button danger aria-label={t('home.removeOf', { title: name })} onClick={uses === 0 ? remove : undefined}>
              {t('home.remove')}
            </Button>
          </Popconfirm>
        </div>
      ) : null}
    </li>
  )
}
