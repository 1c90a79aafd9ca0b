import type { ReactElement } from 'react'
import { ActionButton, ActionLink } from '../components/action.tsx'
import { Notice, Waiting } from '../components/notice.tsx'
import type { Resource } from '../data/catalogue.ts'
import { hashOf } from '../routes.ts'
import { useServices } from '../services.ts'
import { useViewer } from '../viewer.ts'

/** What a screen shows while it has nothing of its own to show. */
export function ResourceNotice({ resource, path }: { readonly resource: Resource<unknown>; readonly path: string }): ReactElement | null {
  const { catalogue } = useServices()
  const { words } = useViewer()
  const home = <ActionLink look="quiet" icon="home" label={words('common:nav.home')} href={hashOf({ screen: 'home' })} />
  const retry = <ActionButton icon="replay" label={words('common:action.retry')} onPress={() => void catalogue.refresh(path)} />
  switch (resource.kind) {
    case 'ready':
      return null
    case 'loading':
      return <Waiting label={words('common:net.loading')} />
    case 'gone':
      return (
        <Notice title={words('tablet:state.gone')} hint={words('tablet:state.goneHint')}>
          {home}
        </Notice>
      )
    case 'unreachable':
      return (
        <Notice title={words('tablet:state.unreachable')} hint={words('tablet:state.unreachableHint')}>
          {retry}
          {home}
        </Notice>
      )
    case 'failed':
      return (
        <Notice title={words('tablet:state.failed')} hint={words('tablet:state.failedHint')}>
          {retry}
          {home}
        </Notice>
      )
  }
}
