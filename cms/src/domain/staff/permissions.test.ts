import { done, type Permission, refuse } from '@ulan/contract'
import { roleSchema } from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { isPermitted } from './permissions.ts'

describe('permissions', () => {
  const rolesWith = (permission: Permission) => roleSchema.options.filter((role) => isPermitted(role, permission))
  it('lets every role read', () => expect(rolesWith('read')).toEqual(roleSchema.options))
  it('lets those send files and record texts who edit or know Mongolian', () =>
    expect(rolesWith('upload')).toEqual(['editor', 'translator', 'proofreader', 'publisher', 'administrator']))
  it('lets some edit', () => expect(rolesWith('edit')).toEqual(['editor', 'publisher', 'administrator']))
  it('lets those translate the interface who know Mongolian', () =>
    expect(rolesWith('translate')).toEqual(['translator', 'proofreader', 'administrator']))
  it('lets them and reviewers pass what others translated', () =>
    expect(rolesWith('proofread')).toEqual(['translator', 'proofreader', 'reviewer-1', 'reviewer-2', 'reviewer-3', 'administrator']))
  it('lets few publish', () => expect(rolesWith('publish')).toEqual(['publisher', 'administrator']))
})

describe('outcomes', () => {
  it('are a value or a problem with its fields', () => {
    expect(done(1)).toEqual({ kind: 'done', value: 1 })
    expect(refuse('not-found')).toEqual({ kind: 'refused', problem: 'not-found' })
    const errors = [{ path: 'title', code: 'required' }]
    expect(refuse('invalid-request', errors)).toEqual({ kind: 'refused', problem: 'invalid-request', errors })
  })
})
