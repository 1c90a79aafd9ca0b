import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { isDeadWorker, nameProcess, wordsOf } from './worker-name.ts'

const own = await nameProcess((bytes) => Buffer.alloc(bytes, 7))

async function goneProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'close')
  return child.pid ?? 0
}

test('a process names its workers by host, process and a mark of its own', () => {
  expect(wordsOf(own)).toMatch(new RegExp(`^${own.host}:${process.pid}:[0-9a-f]{8}\\.07070707$`))
})

test('a worker of this machine whose process is gone is dead', async () => {
  expect(isDeadWorker(own, `${wordsOf({ ...own, processId: await goneProcess() })}:0`)).toBe(true)
})

test('so is one of an earlier process of our own number', () => {
  expect(isDeadWorker(own, `${wordsOf({ ...own, mark: '00000000' })}:0`)).toBe(true)
})

test.each([
  ['our own', {}],
  ['one that lives', { processId: process.ppid }],
  ['one of another host', { host: 'elsewhere', mark: '00000000' }],
  ['one of another container with our host’s name and number', { space: 'ffffffff', mark: '00000000' }],
])('%s is not judged dead', (_which, other) => {
  expect(isDeadWorker(own, `${wordsOf({ ...own, ...other })}:0`)).toBe(false)
})

test('a gone process number of another container says nothing', async () => {
  const processId = await goneProcess()
  expect(isDeadWorker(own, `${wordsOf({ ...own, space: 'ffffffff', processId })}:0`)).toBe(false)
  expect(isDeadWorker(own, `${own.host}:${processId}:0`)).toBe(false)
})
