/** What crosses this package's border of the texts of the interface: reading them, and putting reviewed ones in. */
export { applyImport, importReport } from './apply-import.ts'
export { planImport } from './plan-import.ts'
export { shippedTexts } from './shipped-texts.ts'
export { readTextTree } from './text-tree.ts'
