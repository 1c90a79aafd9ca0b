import { join } from 'node:path'

/** The checkout that this process runs from. */
export const SOURCE_ROOT = join(import.meta.dirname, '../../..')

/** Folders of the built clients. */
export const PAGES = {
  tv: join(SOURCE_ROOT, 'tv-app/dist'),
  tablet: join(SOURCE_ROOT, 'tablet-web/dist'),
  admin: join(SOURCE_ROOT, 'cms/admin/dist'),
} as const
