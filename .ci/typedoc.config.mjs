import { Converter } from 'typedoc'
import { entries, specifierOf } from './entries.mjs'

/** By what TypeDoc knows each entry (its source below src/), and what users call it. */
const names = Object.fromEntries(
  Object.entries(entries).map(([subpath, source]) => [
    source.replace(/^src\//, '').replace(/(?<=.)\/index\.ts$|\.ts$/, ''),
    specifierOf(subpath),
  ]),
)

/** Calls each module as it is imported. */
function asImported(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? []) module.name = names[module.name] ?? module.name
  })
}

/**
 * `npm run docs:api`: the API reference as Markdown in the git-ignored `.api/`, a module for each subpath of the package. A
 * warning fails it.
 */
export default {
  entryPoints: Object.values(entries).map((source) => `../${source}`),
  tsconfig: '../tsconfig.json',
  plugin: ['typedoc-plugin-markdown', asImported],
  out: '../.api',
  name: 'clientele',
  readme: 'none',
  disableSources: true,
  // many a public name is made of types that nobody needs by name
  validation: { notExported: false, invalidLink: true, notDocumented: false },
  treatWarningsAsErrors: true,
}
