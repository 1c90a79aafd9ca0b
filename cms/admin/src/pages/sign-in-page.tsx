import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BrandMark } from '../components/brand-mark.tsx'
import { StandingWords } from '../components/standing-words.tsx'
import { SteppeScene } from '../components/steppe-scene.tsx'
import { BRAND_MONGOLIAN } from './brand.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Where one comes in by address and password. */
export const SignInPage = (): ReactNode => {
  const { t } = useTranslation()
  return (
    <DoorPage subtitle={t('signIn.subtitle')}>
      <SignInForm />
      <p className="muted small" style={{ marginBlock: '16px 0' }}>
        {t('signIn.help')}
      </p>
    </DoorPage>
  )
}

type DoorProps = { readonly subtitle: string; readonly children: ReactNode }

/** The door of the newsroom: the steppe, the house's name, and what opens it. */
export const DoorPage = ({ subtitle, children }: DoorProps): ReactNode => {
  const { t } = useTranslation()
  return (
    <div className="sign-in">
      <div className="sign-in-scene">
        <SteppeScene />
        <div className="column-text" lang="mn-Mong">
          {BRAND_MONGOLIAN}
        </div>
      </div>
      <main className="sign-in-panel">
        <div className="sign-in-head">
          <BrandMark sizePx={56} />
          <h1>
            <StandingWords>{t('brand')}</StandingWords>
          </h1>
        </div>
        <p className="muted" style={{ marginBlock: '0 32px', fontSize: 17 }}>
          {subtitle}
        </p>
        {children}
        <div style={{ marginBlockStart: 48 }}>
          <LanguageSwitch />
        </div>
      </main>
    </div>
  )
}
