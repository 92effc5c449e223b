import { defineConfig } from 'vitest/config'

const project = (name: string, options: Record<string, unknown> = {}) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`, `tests/${name}/**/*.test.tsx`], ...options },
})

export default defineConfig({
  test: {
    projects: [
      // Property tests run thousands of cases: seconds on a machine that does other things as well.
      project('unit', { testTimeout: 60_000 }),
      // Builds the extension when the sources changed since the last build.
      project('structure', { hookTimeout: 120_000 }),
      project('integration'),
      // Whole saved pages are parsed by jsdom: seconds a page on a slow machine.
      project('pages', { testTimeout: 120_000, hookTimeout: 300_000 }),
      // Each file starts its own browser. Two at once: they wait for the browser's own pace more than they compute.
      project('e2e', {
        testTimeout: 120_000,
        hookTimeout: 120_000,
        maxWorkers: 2,
        // Stories go on where the test before stopped, so only a test that fails is repeated, once: a shared
        // machine may stand still for a second in the middle of a gesture.
        retry: 1,
        globalSetup: ['tests/support/build-before-tests.ts'],
      }),
      // Whole days of work, minutes each: `npm run soak` runs them, `npm test` does not.
      project('journeys', {
        testTimeout: 600_000,
        hookTimeout: 120_000,
        fileParallelism: false,
        globalSetup: ['tests/support/build-before-tests.ts'],
      }),
    ],
  },
})
