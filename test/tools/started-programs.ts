import { join } from 'node:path'

// What tests start as programs of their own is compiled once for all its starts, which halves what a start of the product
// costs. Vitest forbids it to whatever it starts while it measures coverage, in which other processes have no part.
delete process.env['NODE_DISABLE_COMPILE_CACHE']
process.env['NODE_COMPILE_CACHE'] = join(import.meta.dirname, '../output/compiled')
