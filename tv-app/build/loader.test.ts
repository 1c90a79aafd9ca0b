import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { loaderOf } from './loader.ts'

/** Runs the loader in a window that lies in this frame; the preview it finds, and whether it asked for home by itself. */
function startIn(frame: { readonly frameElement: unknown }) {
  let hasAsked = false
  class Worker {
    postMessage(): void {
      hasAsked = true
    }
  }
  const page = {
    document: { createElement: () => ({ getContext: () => null }), head: { appendChild: () => undefined } },
    location: { pathname: '/tv/', search: '', hash: '', origin: 'http://here' },
    navigator: { language: 'zh-CN' },
    screen: { width: 1920 },
    ...{ devicePixelRatio: 1, Blob, URL: { createObjectURL: () => 'blob:' } },
    ...{ Worker, Response, fetch: () => undefined, createImageBitmap: () => undefined },
  }
  const window = createContext(Object.defineProperties(page, Object.getOwnPropertyDescriptors(frame)))
  const shader = { vertexShaderSource: '', fragmentShaderSource: '' }
  runInContext('window = this', window)
  runInContext(loaderOf({ modern: 'main.js', fonts: [], art: { widthPx: 1, heightPx: 1 }, shader }), window)
  return { preview: runInContext('earlyStart.preview', window) as unknown, hasAsked }
}

describe('the loader', () => {
  it('asks for home by itself on a television', () => {
    expect(startIn({ frameElement: null })).toEqual({ preview: undefined, hasAsked: true })
  })
  it('does so in a frame that nothing is laid on, and in one that is not to be looked at', () => {
    expect(startIn({ frameElement: {} })).toEqual({ preview: undefined, hasAsked: true })
    const foreign = {
      get frameElement(): never {
        throw new Error('of another origin')
      },
    }
    expect(startIn(foreign)).toEqual({ preview: undefined, hasAsked: true })
  })
  it('hands over what the newsroom has laid on the frame, and asks for nothing', () => {
    const tvPreview = { at: '2024-12-04T00:00:00Z' }
    expect(startIn({ frameElement: { tvPreview } })).toEqual({ preview: tvPreview, hasAsked: false })
  })
})
