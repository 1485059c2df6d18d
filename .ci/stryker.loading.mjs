/**
 * A test file that does not even load has no tests, and the runner would count its change as noticed by nobody: such a
 * file gets one test, which failed.
 */
export const loading = {
  onTestRunEnd(modules) {
    for (const { task: file } of modules) {
      if (file.result?.state !== 'fail' || file.tasks.length > 0) continue
      file.tasks.push({ type: 'test', name: 'loads', mode: 'run', file, suite: file, result: file.result })
    }
  },
}
