import { expect, it } from 'vitest'
import { agentName } from './agent-name.ts'

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`, 'Edge · Windows'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/131.0.0.0 Safari/537.36`, 'Chrome · Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox · Linux'],
  ['Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1', 'Safari · iPad'],
  [`Mozilla/5.0 (Linux; Android 14; HarmonyOS) ${WEBKIT} Chrome/114.0 Mobile Safari/537.36 MicroMessenger/8.0`, '微信 · HarmonyOS'],
  ['curl/8.5.0', undefined],
  [undefined, undefined],
])('%s is %s', (agent, name) => expect(agentName(agent)).toBe(name))
