import { Button, Result } from 'antd'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { readonly children: ReactNode }

/** Stands between a mistake in a screen and a blank window; what was typed lies in its draft. */
export class CrashScreen extends Component<Props, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false }

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Apology /> : this.props.children
  }
}

const Apology = (): ReactNode => {
  const { t } = useTranslation()
  return (
    <Result
      status="error"
      title={t('crash.title')}
      subTitle={t('crash.hint')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </Button>
      }
    />
  )
}
