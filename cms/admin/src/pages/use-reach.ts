import { useQuery } from '@tanstack/react-query'
import { coversRegion, type Programme } from '@ulan/contract'
import { sessionQuery } from '../data/staff-queries.ts'

export type Reach = { readonly mayEdit: boolean; readonly mayPublish: boolean; readonly isOtherRegion: boolean }

/** What whoever is signed in may do with a programme, so that nobody is offered what would be refused. */
export function useReach({ regionCode }: Pick<Programme, 'regionCode'>): Reach {
  const session = useQuery(sessionQuery).data ?? undefined
  const isOwn = coversRegion(session?.regionCode, regionCode)
  const may = (permission: 'edit' | 'publish'): boolean => isOwn && session?.permissions.includes(permission) === true
  return { mayEdit: may('edit'), mayPublish: may('publish'), isOtherRegion: !isOwn }
}
