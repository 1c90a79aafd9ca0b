import type { Role } from '@ulan/contract'

export type Permission = 'read' | 'edit' | 'publish'

const EVERYONE: readonly Role[] = [
  'editor',
  'translator',
  'proofreader',
  'reviewer-1',
  'reviewer-2',
  'reviewer-3',
  'publisher',
  'inspector',
  'administrator',
]
const ALLOWED: { readonly [P in Permission]: readonly Role[] } = {
  read: EVERYONE,
  edit: ['editor', 'publisher', 'administrator'],
  publish: ['publisher', 'administrator'],
}

/** Whether a role carries a permission; the only place that decides it. */
export const isPermitted = (role: Role, permission: Permission): boolean => ALLOWED[permission].includes(role)
