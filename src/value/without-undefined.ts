/** A map or list without what is `undefined` in it, at any depth: equal wishes are equal data, and survive JSON. */
export function withoutUndefined<T>(value: T): T {
  if (typeof value !== 'object' || value === null || !holdsUndefined(value)) return value
  if (Array.isArray(value)) return value.map(withoutUndefined) as T
  const said = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(said.map(([key, inner]) => [key, withoutUndefined(inner as unknown)])) as T
}

function holdsUndefined(value: object): boolean {
  return Object.values(value).some(
    (inner: unknown) =>
      inner === undefined || (typeof inner === 'object' && inner !== null && holdsUndefined(inner)),
  )
}
