import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withoutParts } from './lightning-parts.ts'

const core = join(createRequire(import.meta.url).resolve('@lightningjs/core/package.json'), '../dist/src/lightning.mjs')
const source = readFileSync(core, 'utf8')

/** Names in the namespace, without what is only in parentheses of its groups. */
const listed = (code: string): readonly string[] =>
  [...(/^const lightning = \{[\s\S]*?^\};$/m.exec(code)?.[0] ?? '').matchAll(/^ +(\w+)/gm)].map(([, name]) => name ?? '')

test('what this app draws with stays in the namespace of Lightning, and the other effects go', () => {
  const kept = listed(withoutParts(source))
  expect(kept).toEqual(
    expect.arrayContaining(['Application', 'Component', 'Element', 'WebGLDefaultShader', 'StaticCanvasTexture', 'ImageTexture']),
  )
  expect(kept.filter((name) => /Blur|Bloom|Spinner|Grayscale|ListComponent/.test(name))).toEqual([])
  expect(listed(source).length - kept.length).toBe(28)
})

test('another version of Lightning is told of, not built', () => {
  expect(() => withoutParts(source.replace('Vignette: VignetteShader,', ''))).toThrow('no Vignette in the namespace')
  expect(() => withoutParts('export default {}')).toThrow('no namespace in the core')
})
