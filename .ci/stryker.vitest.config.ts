import { defineConfig } from 'vitest/config'
import { loading } from './stryker.loading.mjs'
import { inKeptThread } from './stryker.thread.mjs'
import whole from './vitest.config.js'

const room = process.env['MUTATED_ROOM'] ?? ''
const part = process.env['MUTATED_PART'] ?? ''

/** What proves a room beside its own tests: an adapter passes the contract. */
const beside: Readonly<Record<string, readonly string[]>> = {
  'repository/memory': ['test/repository/contract/contract.test.ts'],
}

/** Tests that take seconds, and so count only for the part that they are of. */
const slow: Readonly<Record<string, string>> = {
  'test/duplicates/estimate-model.test.ts': 'duplicates/e*.ts',
  'test/transfer/csv-*.prop.test.ts': 'transfer/csv-*.ts',
}

/** A room is proved by its own tests; what other rooms happen to notice, they notice by luck. */
export default defineConfig({
  root: whole.root,
  resolve: whole.resolve,
  plugins: [inKeptThread],
  test: {
    include: [`test/${room}/**/*.test.ts`, ...(beside[room] ?? [])],
    exclude: [
      // these start a PostgreSQL server or load one
      'test/**/*-on-server.test.ts',
      'test/segment/sql/databases.test.ts',
      // half a minute a change; what the examples of these rooms notice, is the least that is noticed
      'test/{address,segment}/**/*.prop.test.ts',
      'test/transfer/plan-import.prop.test.ts',
      'test/testing/arbitrar*.prop.test.ts',
      'test/**/{csv-hostile,long-files,as-a-program}.test.ts',
      ...Object.keys(slow).filter((file) => slow[file] !== part),
      // tests run in a thread here, which has no time zone of its own
      'test/value/machine-zone.test.ts',
    ],
    setupFiles: ['.ci/stryker.setup.ts'],
    reporters: [loading],
    // a change that is asked for at every step slows every step
    env: { UNTIMED: '1' },
    // a change that never ends is ended by the runner; a machine that has much to do is only slow
    testTimeout: 120_000,
  },
})
