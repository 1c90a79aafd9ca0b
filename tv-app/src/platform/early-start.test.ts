import { describe, expect, test, vi } from 'vitest'
import { adoptProgram, type Fetch, fetchAfter, stageContext } from './early-start.ts'

describe('the answer asked for before the app was there', () => {
  const reply = (text: string): Promise<Response> => Promise.resolve(new Response(text))
  const line: Fetch = () => reply('from the line')
  const textOf = async (response: Promise<Response>): Promise<string> => (await response).text()

  test('serves the first request for its address, once', async () => {
    const fetch = fetchAfter({ homeUrl: '/home?a', home: reply('early') }, line)
    expect(await textOf(fetch('/home?b', {}))).toBe('from the line')
    expect(await textOf(fetch('/home?a', {}))).toBe('early')
    expect(await textOf(fetch('/home?a', {}))).toBe('from the line')
  })

  test('is not needed', async () => {
    expect(await textOf(fetchAfter(undefined, line)('/home?a', {}))).toBe('from the line')
    expect(await textOf(fetchAfter({}, line)('/home?a', {}))).toBe('from the line')
  })
})

describe('the drawing context opened before the app was there', () => {
  const size = { widthPx: 1920, heightPx: 1080 }
  const contextOf = (width: number, isLinked = true) => ({
    canvas: { width, height: (width * 9) / 16 },
    LINK_STATUS: 35714,
    getExtension: vi.fn((name: string) => ({ name })),
    getProgramParameter: () => isLinked,
  })
  const asContext = (fake: unknown) => fake as WebGLRenderingContext // as much of one as is touched
  const program = {} as WebGLProgram // opaque in a browser too
  const stageOn = (context: unknown) => {
    const compiled = { _program: null, gl: null }
    return { stage: { gl: context, renderer: { getDefaultShader: () => ({ _program: compiled }) } }, compiled }
  }

  test('is taken where its size is the stage’s', () => {
    const context = asContext(contextOf(1920))
    expect(stageContext({ context }, size)).toEqual({ context })
    expect(stageContext({ context: asContext(contextOf(3840)) }, size)).toEqual({})
    expect(stageContext(undefined, size)).toEqual({})
  })

  test('does not ask the driver for compressed textures, but for all else', () => {
    const fake = contextOf(1920)
    const ask = fake.getExtension
    const { context } = stageContext({ context: asContext(fake) }, size)
    expect(context?.getExtension('WEBGL_compressed_texture_etc1')).toBeNull()
    expect(context?.getExtension('OES_vertex_array_object')).toEqual({ name: 'OES_vertex_array_object' })
    expect(ask).toHaveBeenCalledTimes(1)
  })

  test('brings its compiled shader along', () => {
    const context = asContext(contextOf(1920))
    const { stage, compiled } = stageOn(context)
    adoptProgram(stage, { context, program })
    expect(compiled).toEqual({ _program: program, gl: context })
  })

  test.each([
    ['one that did not link', asContext(contextOf(1920, false)), true],
    ['one of another context', asContext(contextOf(1920)), false],
  ])('leaves %s to Lightning', (_name, context, isItsOwn) => {
    const { stage, compiled } = stageOn(isItsOwn ? context : contextOf(1920))
    adoptProgram(stage, { context, program })
    expect(compiled).toEqual({ _program: null, gl: null })
  })
})
