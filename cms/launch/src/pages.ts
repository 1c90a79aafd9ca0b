import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** Folders of the built clients. */
export const PAGES = {
  tv: join(root, 'tv-app/dist'),
  tablet: join(root, 'tablet-web/dist'),
  admin: join(root, 'cms/admin/dist'),
} as const
