/** Roles of 三审三校 and around it (design §10). */
export const ROLES = [
  'editor',
  'translator',
  'proofreader',
  'reviewer-1',
  'reviewer-2',
  'reviewer-3',
  'publisher',
  'inspector',
  'administrator',
] as const

export type Role = (typeof ROLES)[number]

/**
 * What a use case needs of whoever asks for it; which role carries which is decided by the CMS alone. `upload`: sends
 * files, which are nothing yet, and records texts; `translate`: writes texts of the interface in Mongolian; `proofread`: passes
 * those of others; `remark`: says what is to be mended in a programme; `review`: signs it, or gives it back; `veto`: refuses it
 * for good; `oversee`: looks after the installation as a whole, without changing it.
 */
export const PERMISSIONS = [
  'read',
  'upload',
  'edit',
  'translate',
  'proofread',
  'remark',
  'review',
  'veto',
  'publish',
  'oversee',
  'administer',
] as const

export type Permission = (typeof PERMISSIONS)[number]
