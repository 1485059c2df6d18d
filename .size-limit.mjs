/**
 * What a bundle of the package may weigh: kB of gzip, as esbuild minifies it for a host that bundles ES modules. The peers zod
 * and fast-check are apart, what a row names under `without` is, too; all else that comes along is counted.
 */
export default [
  { name: 'clientele', of: 'dist/index.js', without: ['papaparse'], kB: 118.8 },
  {
    name: 'clientele: the military rules alone',
    of: 'dist/index.js',
    import: '{ militaryAddressProblems, repairMilitaryAddress }',
    kB: 13.8,
  },
  {
    name: 'clientele: militaryAddressProblems alone',
    of: 'dist/index.js',
    import: '{ militaryAddressProblems }',
    kB: 11.5,
  },
  {
    name: 'clientele: isMilitaryAddress alone',
    of: 'dist/index.js',
    import: '{ isMilitaryAddress }',
    kB: 3.1,
  },
  { name: 'clientele: parseCustomer alone', of: 'dist/index.js', import: '{ parseCustomer }', kB: 17.1 },
  { name: 'clientele: planMerge alone', of: 'dist/index.js', import: '{ planMerge }', kB: 11.2 },
  { name: 'clientele/segment', of: 'dist/segment.js', kB: 26.5 },
  // from the sources, because the built files join modules
  { name: 'clientele/segment without date code', of: 'src/segment/index.ts', without: dateCode(), kB: 25.1 },
  {
    name: 'clientele/segment: parseSegment and compileSegment',
    of: 'dist/segment.js',
    import: '{ parseSegment, compileSegment }',
    kB: 18.7,
  },
  {
    name: 'clientele/segment: parseSegment alone',
    of: 'dist/segment.js',
    import: '{ parseSegment }',
    kB: 13,
  },
  {
    name: 'clientele/segment: compileSegment alone',
    of: 'dist/segment.js',
    import: '{ compileSegment }',
    kB: 10.6,
  },
  {
    name: 'clientele/segment: explainSegment alone',
    of: 'dist/segment.js',
    import: '{ explainSegment }',
    kB: 1.9,
  },
  {
    name: 'clientele/segment: completeSegment alone',
    of: 'dist/segment.js',
    import: '{ completeSegment }',
    kB: 9.4,
  },
  {
    name: 'clientele/segment: createSegmentIndex alone',
    of: 'dist/segment.js',
    import: '{ createSegmentIndex }',
    kB: 14.1,
  },
  { name: 'clientele/segment/sql', of: 'dist/segment/sql.js', kB: 13.9 },
  { name: 'clientele/duplicates', of: 'dist/duplicates.js', kB: 15.2 },
  { name: 'clientele/messaging', of: 'dist/messaging.js', kB: 22.4 },
  { name: 'clientele/countries', of: 'dist/countries.js', kB: 22 },
  { name: 'clientele/tax-ids, stdnum apart', of: 'dist/tax-ids.js', without: ['stdnum'], kB: 0.7 },
  { name: 'clientele/memory', of: 'dist/memory.js', kB: 28.1 },
  { name: 'clientele/postgres', of: 'dist/postgres.js', kB: 48.6 },
].map(({ name, of, import: names = '*', without = [], kB }) => ({
  name,
  path: of,
  import: names,
  ignore: without,
  gzip: true,
  limit: `${kB} kB`,
  modifyEsbuildConfig: (config) => ({ ...config, format: 'esm' }),
}))

/** Date code: the modules that know nothing but moments, days and time zones. */
function dateCode() {
  const modules = [
    'segment/catalog/date-attributes',
    'segment/catalog/instant-tests',
    'segment/compile/compile-anniversary',
    'segment/compile/resolve-yearly',
    'segment/date-literal',
    'segment/due/moved-dates',
    'value/calendar',
    'value/instant',
  ]
  return ['@date-fns/tz', ...modules.map((module) => `./src/${module}.ts`)]
}
