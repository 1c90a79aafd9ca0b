import { ACCOUNT_ROUTES } from './account-routes.ts'
import { ASSET_ROUTES } from './asset-routes.ts'
import { AUDIT_ROUTES } from './audit-routes.ts'
import { BEACON_ROUTES } from './beacon-routes.ts'
import { PICTURE_ROUTES } from './picture-routes.ts'
import { PUBLIC_ROUTES } from './public-routes.ts'
import { RECORDING_ROUTES } from './recording-routes.ts'
import { REVIEW_ROUTES } from './review-routes.ts'
import { SCHEDULE_ROUTES } from './schedule-routes.ts'
import { STAFF_ROUTES } from './staff-routes.ts'
import { STORAGE_ROUTES } from './storage-routes.ts'
import { TRANSLATION_ROUTES } from './translation-routes.ts'
import { TRASH_ROUTES } from './trash-routes.ts'
import { VERSION_ROUTES } from './version-routes.ts'

export type { Access, Route } from './route.ts'

/** Every JSON route of the API: the server checks against it, clients and the OpenAPI document are made from it. */
export const ROUTES = {
  ...PUBLIC_ROUTES,
  ...STAFF_ROUTES,
  ...VERSION_ROUTES,
  ...SCHEDULE_ROUTES,
  ...TRASH_ROUTES,
  ...REVIEW_ROUTES,
  ...ACCOUNT_ROUTES,
  ...AUDIT_ROUTES,
  ...ASSET_ROUTES,
  ...STORAGE_ROUTES,
  ...PICTURE_ROUTES,
  ...RECORDING_ROUTES,
  ...TRANSLATION_ROUTES,
  ...BEACON_ROUTES,
}

export type RouteName = keyof typeof ROUTES
