import type { Lightning } from '@lightningjs/sdk'
import { CODECS_TO_ASK, type Diagnostics } from '../data/diagnostics-view.ts'
import { rootOf } from '../data/server-root.ts'
import type { DeviceProfile } from './device-profile.ts'

const TIMEOUT_MS = 10_000
const PROBE_KEY = 'ulan.tv.probe'

/** Looks at this box as it is now; `fetch` asks the server it came from. */
export async function inspectBox(stage: Lightning.Stage, profile: DeviceProfile, now: () => Date): Promise<Diagnostics> {
  const gl = stage.gl ?? undefined
  const { width, height } = screen
  return {
    userAgent: navigator.userAgent,
    profile,
    panel: { width, height, ratio: devicePixelRatio },
    renderer: gl === undefined ? undefined : { name: rendererOf(gl), maxTexturePx: Number(gl.getParameter(gl.MAX_TEXTURE_SIZE)) },
    memory: { ...memoryOf(), texturePixels: usedPixels(stage) },
    codecs: CODECS_TO_ASK.filter(({ type }) => canPlay(type)).map(({ name }) => name),
    answerMs: await timeOfAnswer(),
    keepsThings: keepsThings(),
    voices: window.speechSynthesis?.getVoices().length ?? 0,
    now: now(),
    build: buildOf(),
  }
}

const canPlay = (type: string): boolean => typeof MediaSource === 'function' && MediaSource.isTypeSupported(type)

function rendererOf(gl: WebGLRenderingContext): string {
  const more = gl.getExtension('WEBGL_debug_renderer_info')
  return String(gl.getParameter(more?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER))
}

/** What Chromium alone tells, MB and GB. */
function memoryOf(): { readonly heapMb?: number; readonly deviceGb?: number } {
  const { memory } = performance as { memory?: { usedJSHeapSize: number } }
  const { deviceMemory } = navigator as { deviceMemory?: number }
  return {
    ...(memory === undefined ? {} : { heapMb: memory.usedJSHeapSize / 1e6 }),
    ...(deviceMemory === undefined ? {} : { deviceGb: deviceMemory }),
  }
}

/** As Lightning counts; its types leave this out. */
const usedPixels = (stage: Lightning.Stage): number => (stage as unknown as { readonly usedMemory?: number }).usedMemory ?? 0

/** Milliseconds until the server answered; undefined when it did not. */
async function timeOfAnswer(): Promise<number | undefined> {
  const asked = performance.now()
  const timeout = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), TIMEOUT_MS))
  const isAlive = fetch(`${rootOf(location.pathname)}healthz`, { cache: 'no-store' }).then((answer) => answer.text().then(() => answer.ok))
  const answer = await Promise.race([isAlive.catch(() => undefined), timeout])
  return answer === true ? performance.now() - asked : undefined
}

/** False where storage is switched off or full: nothing is remembered then when the box is switched off. */
function keepsThings(): boolean {
  try {
    localStorage.setItem(PROBE_KEY, '1')
    localStorage.removeItem(PROBE_KEY)
    return true
  } catch {
    return false
  }
}

/** Which build runs, and the name of its first script, which no other has; pages fetch that of the other build too. */
function buildOf(): string | undefined {
  const kind = import.meta.env['LEGACY'] === true ? 'legacy' : 'modern'
  const script = new RegExp(`/${kind}/main-(?:legacy-)?([\\w-]+)\\.js`)
  const names = performance.getEntriesByType('resource').map(({ name }) => script.exec(name)?.[1])
  const name = names.find((one) => one !== undefined)
  return name === undefined ? undefined : `${kind} ${name}`
}
