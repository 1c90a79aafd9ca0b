import { mongo } from 'mongoose'
import { expect, test } from 'vitest'
import { isDatabaseTrouble } from './database-trouble.ts'

const answered = (code: number): Error => new mongo.MongoServerError({ message: 'no', code })

test.each([
  ['a line that broke', new mongo.MongoNetworkError('connect ECONNREFUSED')],
  ['a line that broke within a command', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })],
  ['a server that stops', answered(11_600)],
  ['a server whose disk is full', answered(14_031)],
])('%s is trouble that passes', (_what, error) => {
  expect(isDatabaseTrouble(error)).toBe(true)
})

test.each([
  ['a key that is taken', answered(11_000)],
  ['a fault of our own', new mongo.MongoInvalidArgumentError('no')],
  ['what is no error of a database', new Error('connect ECONNREFUSED')],
])('%s would be the same again', (_what, error) => {
  expect(isDatabaseTrouble(error)).toBe(false)
})
