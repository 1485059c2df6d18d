/**
 * Every subpath of the package and the source behind it, once. The build, the size of `exports`, the tests' aliases and
 * the smoke test all read this table; the gate checks that package.json and test/tsconfig.json agree with it.
 */
export const entries = {
  '.': 'src/index.ts',
  './segment': 'src/segment/index.ts',
  './segment/sql': 'src/segment/sql/index.ts',
  './csv': 'src/transfer/index.ts',
  './memory': 'src/repository/memory/index.ts',
  './postgres': 'src/repository/postgres/index.ts',
  './contract': 'src/repository/contract/index.ts',
  './phone': 'src/contact/phone-parser.ts',
  './duplicates': 'src/duplicates/index.ts',
  './messaging': 'src/messaging/index.ts',
  './countries': 'src/address/countries/countries.ts',
  './tax-ids': 'src/address/tax-id-checker.ts',
  './testing': 'src/testing/index.ts',
  './messages/en': 'src/messages/en/index.ts',
  './messages/pl': 'src/messages/pl/index.ts',
  './messages/nb': 'src/messages/nb/index.ts',
  './messages/nl': 'src/messages/nl/index.ts',
  './messages/fi': 'src/messages/fi/index.ts',
}

/** The specifier by which a user imports a subpath: `clientele/segment`. */
export const specifierOf = (subpath) => subpath.replace(/^\./, 'clientele')

/** The file in dist/ without its extension: `index`, `messages/en`. */
export const outputOf = (subpath) => (subpath === '.' ? 'index' : subpath.slice(2))

/** What package.json must say under `exports`, in this order. */
export const expectedExports = () => ({
  ...Object.fromEntries(Object.keys(entries).map((subpath) => [subpath, conditionsOf(subpath)])),
  './package.json': './package.json',
})

/** The files that the build must leave in dist/. */
export const expectedFiles = () =>
  Object.keys(entries).flatMap((subpath) =>
    ['.js', '.d.ts', '.cjs', '.d.cts'].map((extension) => `dist/${outputOf(subpath)}${extension}`),
  )

function conditionsOf(subpath) {
  const file = `./dist/${outputOf(subpath)}`
  return {
    import: { types: `${file}.d.ts`, default: `${file}.js` },
    require: { types: `${file}.d.cts`, default: `${file}.cjs` },
  }
}
