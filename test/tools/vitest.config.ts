import { randomInt } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LineReporter } from './line-reporter.ts'

const root = join(import.meta.dirname, '../..')
const never = ['**/node_modules/**', '**/dist/**', '**/.tsc/**']

/** Layers without effects: nothing excuses a branch that no test has taken. */
const PURE_LAYERS = [
  'cms/contract/src/**/*.ts',
  'cms/src/domain/**/*.ts',
  'media/src/cue/**/*.ts',
  'media/src/plan/**/*.ts',
  'media/player/src/core/**/*.ts',
]
/** Files that only list what they gather. */
const WIRE_TYPES = ['cms/contract/src/{index,schemas}.ts']

/** Films that must not falter once while they play, and what watches every frame, have the machine to themselves. */
const ALONE = [
  'test/e2e/specs/{play-every-kind-of-film,change-codec-while-watching,watch-on-set-top-box,refresh-on-tv,little-room-on-tv,monkey-tv}.test.ts',
]
/** Televisions are drawn in software: beside them is room for another, but not for encoders. */
const TELEVISIONS = ['test/e2e/specs/*-on-tv.test.ts']
/** Where tests keep what they make once in a run and share. */
const madeOnce = join(tmpdir(), `legal-made-once-${process.pid}`)
process.once('exit', () => rmSync(madeOnce, { recursive: true, force: true }))
const programs = {
  setupFiles: [join(import.meta.dirname, 'started-programs.ts')],
  provide: { madeOnce },
  // By itself a poll gives up after a second; a busy machine takes longer to show a state.
  expect: { poll: { timeout: 30_000, interval: 100 } },
  // One seed for the whole run, whichever process draws.
  env: { TEST_SEED: process.env['TEST_SEED'] ?? String(randomInt(1, 2 ** 31)) },
}
const browserTests = {
  ...programs,
  include: ['test/e2e/**/*.test.ts'],
  testTimeout: 300_000,
  hookTimeout: 300_000,
}

/** Units live beside the code; what crosses a package border lives under `test/`, and runs after them. */
export default defineConfig({
  root,
  test: {
    reporters: ['default', new LineReporter()],
    coverage: {
      provider: 'v8',
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: join(root, 'test/output/coverage'),
      include: PURE_LAYERS,
      exclude: ['**/*.test.ts', ...WIRE_TYPES],
      // Each layer for itself: a sum lets a well tested one pay for another.
      thresholds: Object.fromEntries(PURE_LAYERS.map((layer) => [layer, { branches: 95 }])),
    },
    projects: [
      {
        root,
        test: {
          name: 'unit',
          // They keep nothing in their modules that another could stumble over, and a process each costs more than most of them.
          isolate: false,
          // By itself vitest leaves one of two cores idle.
          maxWorkers: 2,
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...never, 'test/{contract,e2e,chaos,bench}/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          ...programs,
          name: 'contract',
          maxWorkers: 2,
          include: ['test/contract/**/*.test.ts'],
          exclude: never,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          ...programs,
          name: 'chaos',
          // Many encoders at once leave no time to whoever waits for milliseconds.
          maxWorkers: 2,
          include: ['test/chaos/**/*.test.ts'],
          exclude: never,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        root,
        test: {
          ...browserTests,
          name: 'e2e',
          // Most of a story is waiting for a film or a page: two of them take little longer than one.
          maxWorkers: 2,
          exclude: [...never, ...ALONE, ...TELEVISIONS],
          sequence: { groupOrder: 2 },
        },
      },
      {
        root,
        test: {
          ...browserTests,
          name: 'television',
          include: TELEVISIONS,
          maxWorkers: 2,
          exclude: [...never, ...ALONE],
          sequence: { groupOrder: 3 },
        },
      },
      {
        root,
        test: {
          ...browserTests,
          name: 'alone',
          include: ALONE,
          exclude: never,
          fileParallelism: false,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
})
