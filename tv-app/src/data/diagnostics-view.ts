import type { LocalText } from '@ulan/contract'
import type { DeviceProfile } from '../platform/device-profile.ts'
import type { Say } from '../text/strings.ts'
import { digitOf } from './letter-pad.ts'

/** What was found out about a box. */
export type Diagnostics = {
  readonly userAgent: string
  readonly profile: DeviceProfile
  readonly panel: { readonly width: number; readonly height: number; readonly ratio: number }
  readonly renderer: { readonly name: string; readonly maxTexturePx: number } | undefined
  readonly memory: { readonly heapMb?: number; readonly deviceGb?: number; readonly texturePixels: number }
  /** Names of those of `CODECS_TO_ASK` that play. */
  readonly codecs: readonly string[]
  /** Undefined when the server did not answer. */
  readonly answerMs: number | undefined
  readonly keepsThings: boolean
  readonly voices: number
  readonly now: Date
  readonly build: string | undefined
}

/** What a ladder of ours may need, as `MediaSource.isTypeSupported` asks it (RFC 6381). */
export const CODECS_TO_ASK = [
  { name: 'H.264 1080p', type: 'video/mp4; codecs="avc1.640028"' },
  { name: 'HEVC 1080p', type: 'video/mp4; codecs="hvc1.1.6.L120.90"' },
  { name: 'HEVC 2160p', type: 'video/mp4; codecs="hvc1.1.6.L153.90"' },
  { name: 'HEVC HDR', type: 'video/mp4; codecs="hvc1.2.4.L153.90"' },
  { name: 'AV1', type: 'video/mp4; codecs="av01.0.08M.08"' },
  { name: 'AAC', type: 'audio/mp4; codecs="mp4a.40.2"' },
] as const

export type DiagnosticRow = { readonly label: LocalText; readonly value: LocalText }

/** The engine by its own words, such as Chrome 131 or WebKit 605.1.15. */
export function engineOf(userAgent: string): string {
  const [, chrome] = /Chrom(?:e|ium)\/(\d+)/.exec(userAgent) ?? []
  const [, firefox] = /Firefox\/(\d+)/.exec(userAgent) ?? []
  const [, webkit] = /AppleWebKit\/([\d.]+)/.exec(userAgent) ?? []
  if (chrome !== undefined) return `Chrome ${chrome}`
  if (firefox !== undefined) return `Firefox ${firefox}`
  return webkit === undefined ? userAgent : `WebKit ${webkit}`
}

/**
 * Everything somebody who helps by telephone would ask, in lines. `pressed`: `KeyboardEvent.keyCode` of the key that was pressed
 * last, since no two makers agree on what their remotes send.
 */
export function diagnosticRows(found: Diagnostics, say: Say, pressed?: number): readonly DiagnosticRow[] {
  const { profile, panel, renderer, memory, codecs, answerMs } = found
  const plain = (text: string): LocalText => ({ text, locale: 'zh-Hans' })
  const memoryText = [
    ...(memory.deviceGb === undefined ? [] : [`${memory.deviceGb} GB`]),
    ...(memory.heapMb === undefined ? [] : [`JS ${memory.heapMb.toFixed(1)} MB`]),
    `GL ${(memory.texturePixels / 1e6).toFixed(1)} / ${(profile.memoryPixels / 1e6).toFixed(0)} MP`,
  ].join(' · ')
  return [
    {
      label: say('diagnostics:profile'),
      value: profile.isTried ? plain(profile.name) : say('diagnostics:profileAssumed', { name: profile.name }),
    },
    { label: say('diagnostics:engine'), value: plain(engineOf(found.userAgent)) },
    {
      label: say('diagnostics:screen'),
      value: plain(`${panel.width} × ${panel.height} @ ${panel.ratio} → ${profile.widthPx} × ${profile.heightPx}`),
    },
    { label: say('diagnostics:drawing'), value: plain(renderer === undefined ? '—' : `${renderer.name} · ${renderer.maxTexturePx} px`) },
    { label: say('diagnostics:memory'), value: plain(memoryText) },
    { label: say('diagnostics:codecs'), value: codecs.length === 0 ? say('diagnostics:codecsNone') : plain(codecs.join(' · ')) },
    {
      label: say('diagnostics:network'),
      value:
        answerMs === undefined ? say('diagnostics:networkDown') : say('diagnostics:networkTime', { milliseconds: Math.round(answerMs) }),
    },
    { label: say('diagnostics:storage'), value: say(found.keepsThings ? 'diagnostics:storageKept' : 'diagnostics:storageLost') },
    {
      label: say('diagnostics:voices'),
      value: found.voices === 0 ? say('diagnostics:voicesNone') : say('diagnostics:voicesCount', { number: found.voices }),
    },
    { label: say('diagnostics:clock'), value: plain(clockText(found.now)) },
    { label: say('diagnostics:version'), value: plain(found.build ?? '—') },
    { label: say('diagnostics:remote'), value: keyText(profile, say, pressed) },
  ]
}

function keyText({ keys }: DeviceProfile, say: Say, code: number | undefined): LocalText {
  if (code === undefined) return say('diagnostics:remoteNone')
  const digit = digitOf(code)
  if (digit !== undefined) return say('diagnostics:keyDigit', { code, digit })
  const name = keys[code]
  if (name === undefined) return say('diagnostics:keyUnknown', { code })
  const { text, locale } = say(`diagnostics:key.${name}`)
  return { text: `${code} · ${text}`, locale }
}

/** As the box has it, with its zone: a wrong one is what is looked for. */
const clockText = (now: Date): string => (Number.isNaN(now.getTime()) ? '—' : now.toString().replace(/ \(.*\)$/, ''))
