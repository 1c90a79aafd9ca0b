import { PERMISSIONS, type Permission, ROLES, type Role } from '@ulan/contract'

const ALLOWED: { readonly [P in Permission]: readonly Role[] } = {
  read: ROLES,
  upload: ['editor', 'translator', 'proofreader', 'publisher', 'administrator'],
  edit: ['editor', 'publisher', 'administrator'],
  translate: ['translator', 'proofreader', 'administrator'],
  proofread: ['translator', 'proofreader', 'reviewer-1', 'reviewer-2', 'reviewer-3', 'administrator'],
  remark: ROLES.filter((role) => role !== 'inspector'),
  review: ['proofreader', 'reviewer-1', 'reviewer-2', 'reviewer-3'],
  veto: ['reviewer-3'],
  publish: ['publisher', 'administrator'],
  oversee: ['publisher', 'inspector', 'administrator'],
  administer: ['administrator'],
}

/** Whose signatures and settings others rely on: with 三审三校 they do nothing but read without a second factor. */
export const needsSecondFactor = (role: Role): boolean => role === 'administrator' || role.startsWith('reviewer-')

/** Whether a role carries a permission; the only place that decides it. */
export const isPermitted = (role: Role, permission: Permission): boolean => ALLOWED[permission].includes(role)

export const permissionsOf = (role: Role): Permission[] => PERMISSIONS.filter((permission) => isPermitted(role, permission))
