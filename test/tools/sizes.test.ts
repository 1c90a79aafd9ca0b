import { expect, test } from 'vitest'
import { tooBig } from './sizes.ts'

const imports = (count: number): string =>
  Array.from({ length: count }, (_, index) => `import { a${String(index)} } from './a${String(index)}.ts'\n`).join('')

test.each([
  ['a file of its size', 'cms/src/a.ts', `${imports(20)}${'x\n'.repeat(280)}`, []],
  ['one line more', 'cms/src/a.ts', 'x\n'.repeat(301), ['cms/src/a.ts: 301 lines, at most 300']],
  ['one import more', 'cms/src/a.ts', imports(21), ['cms/src/a.ts: 21 imports, at most 20']],
  ['a composition root', 'cms/src/create-cms.ts', imports(40), []],
  ['too much for that too', 'cms/src/create-cms.ts', imports(41), ['cms/src/create-cms.ts: 41 imports, at most 40']],
])('%s', (_name, file, text, expected) => expect(tooBig([{ file, text }])).toEqual(expected))
