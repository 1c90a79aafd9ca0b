import { describe, expect, it } from 'vitest'
import { leaveApp } from './way-out.ts'

const soon = async (): Promise<void> => {}
const never = (): Promise<void> => new Promise(() => {})

/** A box that writes down what is done to it. */
function makeBox(historyLength: number, visibilityState: DocumentVisibilityState = 'visible') {
  const done: string[] = []
  const hide: (() => void)[] = []
  const box = {
    history: { length: historyLength, back: () => void done.push('back') },
    document: { visibilityState },
    addEventListener: (_name: 'pagehide', then: () => void) => void hide.push(then),
    close: () => void done.push('close'),
  }
  return { box, done, hide }
}

describe('leaving the app', () => {
  it('is for the shell where there is one', async () => {
    const { box, done } = makeBox(3)
    await leaveApp({ ...box, ulanShell: { exit: () => void done.push('exit') } }, soon)
    expect(done).toEqual(['exit'])
  })
  it('leads back to the portal it was opened from', async () => {
    const { box, done } = makeBox(2)
    await leaveApp(box, soon)
    expect(done).toEqual(['back'])
  })
  it('closes a window that was opened with it, also where a shell has other things to offer', async () => {
    const { box, done } = makeBox(1)
    await leaveApp({ ...box, ulanShell: {} }, soon)
    expect(done).toEqual(['close'])
  })
  it('is told whether it went: it is still to be seen, was laid aside, or its page is gone', async () => {
    expect(await leaveApp(makeBox(1).box, soon)).toBe(false)
    expect(await leaveApp(makeBox(1, 'hidden').box, soon)).toBe(true)
    const { box, hide } = makeBox(2)
    const left = leaveApp(box, never)
    for (const then of hide) then()
    expect(await left).toBe(true)
  })
})
