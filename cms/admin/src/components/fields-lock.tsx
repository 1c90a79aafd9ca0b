import { ConfigProvider } from 'antd'
import type { ReactNode } from 'react'

type Props = { readonly isLocked: boolean; readonly children: ReactNode }

/** Fields that may be looked at and not changed; the library's own are told so one by one, all others by their set. */
export const FieldsLock = ({ isLocked, children }: Props): ReactNode => (
  <ConfigProvider componentDisabled={isLocked}>
    <fieldset className="fields-lock" disabled={isLocked}>
      {children}
    </fieldset>
  </ConfigProvider>
)
