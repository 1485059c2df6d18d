/** Characters of one value in a message. */
const LONGEST = 120

/** Fails a case, in words. */
export function fail(message: string): never {
  throw new Error(message)
}

/** Fails unless a condition holds. */
export function expectThat(condition: boolean, message: string): asserts condition {
  if (!condition) fail(message)
}

/** Fails unless two plain values are equal in depth; the message names the first place where they differ. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const difference = firstDifference(actual, expected, '')
  if (difference !== null) fail(`${what}: ${difference}`)
}

/** Fails unless the call throws: it did not simply answer. */
export async function expectThrow(call: () => Promise<unknown>, what: string): Promise<void> {
  const hasThrown = await call().then(
    () => false,
    () => true,
  )
  expectThat(hasThrown, `${what}: expected a throw, but there was an answer`)
}

function firstDifference(actual: unknown, expected: unknown, path: string): string | null {
  if (Object.is(actual, expected)) return null
  if (!isNested(actual) || !isNested(expected) || Array.isArray(actual) !== Array.isArray(expected))
    return `expected ${show(expected)}${path === '' ? '' : ` at ${path}`}, got ${show(actual)}`
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const difference = firstDifference(
      own(actual, key),
      own(expected, key),
      path === '' ? key : `${path}.${key}`,
    )
    if (difference !== null) return difference
  }
  return null
}

function isNested(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null
}

function own(value: { readonly [key: string]: unknown }, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined
}

/** As JSON, and no more of it than a message bears. */
function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** The signal of a call that was given up before it began. */
export const givenUp: { readonly aborted: boolean; throwIfAborted(): void } = {
  aborted: true,
  throwIfAborted: () => fail('given up'),
}
