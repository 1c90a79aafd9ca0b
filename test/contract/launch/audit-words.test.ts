import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROUTES, type Route } from '@ulan/contract/schemas'
import { expect, test } from 'vitest'
import { REPOSITORY } from '../../lab/server-process.ts'

/** Written down by themselves: nobody is known before, it happens at its time, or it is done on the server itself. */
const ALSO = [
  ...['createSession', 'acceptInvitation', 'scheduledPublish', 'scheduledTakeDown'],
  ...['addStaffByCommand', 'resetPasswordByCommand'],
]

test('the newsroom has a word for everything that the log writes down', () => {
  const words = JSON.parse(readFileSync(join(REPOSITORY, 'cms/admin/locales/zh-Hans/admin.json'), 'utf8')) as { audit: { actions: object } }
  const written = Object.entries<Route>(ROUTES).flatMap(([name, { method, access, isQuestion }]) =>
    method === 'get' || isQuestion === true || access === 'public' || access === 'session' ? [] : [name],
  )
  expect(Object.keys(words.audit.actions).toSorted()).toEqual([...written, ...ALSO].toSorted())
})
