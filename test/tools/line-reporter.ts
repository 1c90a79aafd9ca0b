import type { Reporter, TestModule } from 'vitest/node'

/** Ends every run with `N passed, N failed`; a file that does not load, or a suite whose set-up fails, counts as a failure. */
export class LineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0
    let failed = errors.length
    for (const module of modules) {
      failed += module.errors().length
      for (const suite of module.children.allSuites()) failed += suite.errors().length
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed += 1
        else if (state === 'failed') failed += 1
      }
    }
    process.once('exit', () => process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`))
  }
}
