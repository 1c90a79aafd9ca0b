import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const BIOME = join(ROOT, 'node_modules/.bin/biome')

/** A declaration of a style sheet, and what its author is told to write. */
const DECLARATIONS = [
  ['left: 1px', 'inset-inline-start'],
  ['right: 1px', 'inset-inline-end'],
  ['top: 1px', 'inset-block-start'],
  ['bottom: 1px', 'inset-block-end'],
  ['margin-left: 1px', 'margin-inline-start'],
  ['margin-right: 1px', 'margin-inline-end'],
  ['padding-top: 1px', 'padding-block-start'],
  ['padding-bottom: 1px', 'padding-block-end'],
  ['border-left: 1px solid red', 'border-inline-start'],
  ['border-right-color: red', 'border-inline-end-color'],
  ['border-bottom-left-radius: 1px', 'border-start-start-radius … border-end-end-radius'],
  ['scroll-margin-top: 1px', 'scroll-margin-block-start'],
  ['width: 1px', 'inline-size'],
  ['min-width: 1px', 'min-inline-size'],
  ['height: 1px', 'block-size'],
  ['max-height: 1px', 'max-block-size'],
  ['overflow-x: auto', 'overflow, for both axes'],
  ['overflow-y: auto', 'overflow, for both axes'],
  ['overflow: hidden auto', 'overflow with one value'],
  ['overscroll-behavior-y: none', 'overscroll-behavior, for both axes'],
  ['text-align: left', 'start or end'],
  ['text-align: right', 'start or end'],
  ['float: left', 'inline-start or inline-end'],
  ['clear: right', 'inline-start or inline-end'],
  ['resize: vertical', 'inline or block'],
  ['transition: opacity 1s, max-width 1s', 'the name of the property that follows the script'],
  ['margin: 0 auto', 'margin-block and margin-inline'],
  ['padding: calc(1px + 2px) 3px', 'padding-block and padding-inline'],
  ['inset: 0 0 auto', 'inset-block and inset-inline'],
  ['transform: translateX(1px)', 'inset-inline-start or inset-block-start'],
  ['transform: scale(2) translateY(1px)', 'inset-inline-start or inset-block-start'],
] as const

/** The same in objects. */
const MEMBERS = [
  ['left: 1', 'insetInlineStart'],
  ['right: 1', 'insetInlineEnd'],
  ['top: 1', 'insetBlockStart'],
  ['bottom: 1', 'insetBlockEnd'],
  ['marginLeft: 1', 'marginInlineStart'],
  ['paddingRight: 1', 'paddingInlineEnd'],
  ['paddingTop: 1', 'paddingBlockStart'],
  ["borderBottom: '1px solid'", 'borderBlockEnd'],
  ["borderRightColor: 'red'", 'borderInlineEndColor'],
  ['borderTopLeftRadius: 1', 'borderStartStartRadius … borderEndEndRadius'],
  ['width: 1', 'inlineSize'],
  ["'width': 1", 'inlineSize'],
  ['maxWidth: 1', 'maxInlineSize'],
  ['height: 1', 'blockSize'],
  ['minHeight: 1', 'minBlockSize'],
  ["overflowX: 'auto'", 'overflow, for both axes'],
  ["textAlign: 'left'", 'start or end'],
  ["float: 'right'", 'inline-start or inline-end'],
  ["transform: 'translateX(1px)'", 'insetInlineStart or insetBlockStart'],
  ["margin: '0 auto'", 'marginBlock and marginInline'],
] as const

const GOOD_SHEET = `.good {
  --left: 1px;
  inset-inline-start: 1px;
  margin: calc(1px + (2px * 3));
  margin-inline: 1px 2px;
  max-inline-size: 1px;
  text-align: center;
  transition: inline-size 1s, max-block-size 1s;
  transform: rotate(90deg);
}
@media (min-width: 600px) and (max-height: 900px) {
  .good {
    overflow: auto;
  }
}
.picture {
  /* biome-ignore lint/plugin/physical-style: the picture of a film is not turned */
  height: 1px;
}
`
const GOOD_OBJECTS = `export const size = { width: 1, height: 1, left: 1 }
export const good = <i style={{ insetInlineStart: 1, marginBlock: '0 1px', '--left': 1 }} />
export const table = <Table columns={[{ width: 110, align: 'end' }]} />
// biome-ignore lint/plugin/physical-objects: the picture of a film is not turned
export const picture = <i style={{ height: 1 }} />
`

const sheetOf = (declaration: string): string => `.bad {\n  ${declaration};\n}\n`
const attributeOf = (member: string): string => `export const bad = (\n  <i style={{ ${member} }} />\n)\n`

let folder = ''
/** The house's own settings and rules, over files of a folder outside. */
function complaintsOf(files: Readonly<Record<string, string>>): string[] {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const { stdout, status } = spawnSync(
    BIOME,
    ['lint', '--error-on-warnings', '--colors=off', '--reporter=github', '--max-diagnostics=none', '.'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  )
  const found = [...stdout.matchAll(/^::\w+ title=(?:plugin|suppressions\/\w+),file=(.+?),line=(\d+),.*?::(.*)$/gm)]
  for (const file of Object.keys(files)) rmSync(join(folder, file))
  expect(status === 0).toBe(found.length === 0)
  return found.map(([, file = '', line, words]) => `${file.replace(`${folder}/`, '')}:${String(line)} ${String(words)}`)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'legal-style-'))
  cpSync(join(ROOT, '.biome.json'), join(folder, '.biome.json'))
  for (const rule of ['physical-style.grit', 'physical-objects.grit'])
    cpSync(join(ROOT, 'test/tools', rule), join(folder, 'test/tools', rule))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a style that is bound to the screen', () => {
  it('fails the check in a sheet, with its file and line, its property and what to write', () => {
    const files = Object.fromEntries(DECLARATIONS.map(([one], at) => [`tablet-web/src/d${String(at)}.css`, sheetOf(one)]))
    const expected = DECLARATIONS.map(([one, instead], at) => {
      const named = /translate[XY]\(1px\)/.exec(one)?.[0] ?? one.split(':')[0]
      return `tablet-web/src/d${String(at)}.css:2 ${String(named)} is bound to the screen, not to the script: write ${instead}`
    })
    expect(complaintsOf(files).sort()).toEqual(expected.sort())
  })
  it('fails it in an object too', () => {
    const files = Object.fromEntries(MEMBERS.map(([one], at) => [`cms/admin/src/m${String(at)}.tsx`, attributeOf(one)]))
    const expected = MEMBERS.map(
      ([one, instead], at) =>
        `cms/admin/src/m${String(at)}.tsx:2 ${String(one.split(':')[0])} is bound to the screen, not to the script: write ${instead}`,
    )
    expect(complaintsOf(files).sort()).toEqual(expected.sort())
  })
  it.each([
    ['const space: CSSProperties = { left: 1 }\nexport { space }', 'left'],
    ['export const space = { left: 1 } as CSSProperties', 'left'],
    ['export const space = { left: 1 } satisfies CSSProperties', 'left'],
    ['export const card = <Card styles={{ body: { left: 1 } }} />', 'left'],
    ["export const column = { align: 'right' }", "'right'"],
    ["export const move = (one: HTMLElement) => {\n  one.style.left = '1px'\n}", 'left'],
  ])('is found wherever an object may stand: %s', (text, named) => {
    const [complaint, ...more] = complaintsOf({ 'tablet-web/src/a.tsx': `${text}\n` })
    expect(complaint).toContain(`${named} is bound to the screen`)
    expect(more).toEqual([])
  })
  it.each(['tablet-web/src/styles/a.css', 'cms/admin/src/styles/a.css', 'cms/src/http/page/a.css'])('is found in %s', (file) =>
    expect(complaintsOf({ [file]: sheetOf('left: 1px') })).toHaveLength(1),
  )
  it('may stand in the television, whose page is one canvas of a fixed size', () =>
    expect(complaintsOf({ 'tv-app/src/a.css': sheetOf('left: 1px') })).toEqual([]))
  it('may stand where its reason is named', () =>
    expect(complaintsOf({ 'tablet-web/src/a.css': GOOD_SHEET, 'tablet-web/src/b.tsx': GOOD_OBJECTS })).toEqual([]))
  it('may not stand with an exception that names no reason', () =>
    expect(complaintsOf({ 'tablet-web/src/a.css': sheetOf('/* biome-ignore lint/plugin/physical-style: */ left: 1px') })).not.toEqual([]))
  it('leaves no exception behind that excuses nothing', () =>
    expect(
      complaintsOf({ 'tablet-web/src/a.css': sheetOf('/* biome-ignore lint/plugin/physical-style: turned no more */ color: red') }),
    ).toHaveLength(1))
})
