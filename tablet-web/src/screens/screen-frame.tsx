import { type ReactElement, type ReactNode, useLayoutEffect } from 'react'
import { AppBar } from '../components/app-bar.tsx'
import { goBack, placeScroll } from '../platform/navigation.ts'
import { hashOf, type Route } from '../routes.ts'
import { useViewer } from '../viewer.ts'

type FrameProps = {
  readonly route: Route
  /** What is shown is an older answer of the server. */
  readonly isStale?: boolean
  /** True once there is something to scroll. */
  readonly isPlaced?: boolean
  readonly middle?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** The bar and the body of a screen. */
export function ScreenFrame({ route, isStale = false, isPlaced = true, middle, className = '', children }: FrameProps): ReactElement {
  const viewer = useViewer()
  const { words } = viewer
  useLayoutEffect(() => {
    if (isPlaced) placeScroll()
  }, [isPlaced])
  return (
    <div className="page">
      <AppBar
        brand={words('tablet:brand')}
        languageLabel={words('tablet:switchLanguage')}
        offered={viewer.offered}
        locale={viewer.locale}
        onChooseLocale={viewer.chooseLocale}
        lightLabel={words(viewer.light === 'sun' ? 'tablet:plainLight' : 'tablet:sunLight')}
        isSunny={viewer.light === 'sun'}
        onToggleLight={viewer.toggleLight}
        {...(viewer.reading === undefined
          ? {}
          : {
              reading: {
                label: words(`common:readAloud.${viewer.reading}`),
                isOn: viewer.reading === 'on',
                onToggle: viewer.toggleReading,
              },
            })}
        {...(route.screen === 'home' ? {} : { back: { label: words('common:nav.back'), onPress: () => goBack(route) } })}
        {...(route.screen === 'search'
          ? {}
          : { search: { label: words('common:nav.search'), href: hashOf({ screen: 'search', query: '' }) } })}
        {...(isStale ? { offline: words('tablet:state.stale') } : {})}
      >
        {middle}
      </AppBar>
      <main className={`body ${className}`}>{children}</main>
    </div>
  )
}
