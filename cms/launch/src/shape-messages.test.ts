import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

/** In a process of its own, since the first requests decide: six requests with a collection of garbage after each, then one more. */
const SCRIPT = `
  import { createServer, get } from 'node:http'
  import { shapeMessages } from '${import.meta.resolve('./shape-messages.ts')}'
  const isFast = new Function('value', 'return %HasFastProperties(value)')
  if (process.env.SHAPED === '1') await shapeMessages()
  const seen = []
  const server = createServer((request, response) => {
    seen.push(isFast(request) && isFast(response))
    response.end()
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const ask = () => new Promise((resolve) => get({ port: server.address().port, agent: false }, (answer) => answer.resume().once('close', resolve)))
  for (let count = 0; count < 12; count += 1) {
    await ask()
    await new Promise((resolve) => setImmediate(resolve))
    gc()
  }
  server.close()
  console.log(JSON.stringify(seen))
`

async function lastRequestIsFast(shaped: '0' | '1'): Promise<boolean | undefined> {
  const flags = ['--expose-gc', '--allow-natives-syntax', '--input-type=module', '--eval', SCRIPT]
  const { stdout } = await promisify(execFile)(process.execPath, flags, { env: { ...process.env, SHAPED: shaped } })
  return (JSON.parse(stdout) as boolean[]).at(-1) // printed by the script above
}

test('requests keep their fast shape though garbage is collected between the first ones', async () => {
  expect(await lastRequestIsFast('1')).toBe(true)
})

test('without it they lose it: when this fails, the engine has learned better and the work-around may go', async () => {
  expect(await lastRequestIsFast('0')).toBe(false)
})
