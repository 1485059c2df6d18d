import { defineConfig } from 'vitest/config'
import whole from './vitest.config.js'

/** A room is proved by its own tests; what other rooms happen to notice, they notice by luck. */
export default defineConfig({
  root: whole.root,
  resolve: whole.resolve,
  test: {
    include: ['test/{deletion,merge,privacy}/**/*.test.ts'],
    setupFiles: ['.ci/stryker.setup.ts'],
    testTimeout: 30_000,
  },
})
