import { createHmac, timingSafeEqual } from 'node:crypto'

const STEP_SECONDS = 6 * 3600

const sign = (secretKey: string, assetId: string, expiresAt: number): string =>
  createHmac('sha256', secretKey).update(`preview\n${assetId}\n${expiresAt}`).digest('base64url')

/** Token of one asset, good for 6 to 12 hours; the same within a step, so that a playing preview keeps its address. */
export function previewToken(secretKey: string, assetId: string, now: Date): string {
  const expiresAt = (Math.floor(now.getTime() / 1000 / STEP_SECONDS) + 2) * STEP_SECONDS
  return `${expiresAt.toString(36)}.${sign(secretKey, assetId, expiresAt)}`
}

/** True while a token is ours, for this asset, and not expired. */
export function isPreviewToken(secretKey: string, assetId: string, token: string, now: Date): boolean {
  const [expiry = '', signature = ''] = token.split('.')
  const expiresAt = Number.parseInt(expiry, 36)
  if (!Number.isSafeInteger(expiresAt) || expiresAt * 1000 <= now.getTime()) return false
  const wanted = Buffer.from(sign(secretKey, assetId, expiresAt))
  const given = Buffer.from(signature)
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}
