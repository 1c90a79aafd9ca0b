import { type Permission, ROLES, type Role } from '@ulan/contract'

const ALLOWED: { readonly [P in Permission]: readonly Role[] } = {
  read: ROLES,
  edit: ['editor', 'publisher', 'administrator'],
  publish: ['publisher', 'administrator'],
  administer: ['administrator'],
}

/** Whether a role carries a permission; the only place that decides it. */
export const isPermitted = (role: Role, permission: Permission): boolean => ALLOWED[permission].includes(role)
