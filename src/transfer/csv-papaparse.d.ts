/**
 * The part of papaparse that is used. Its published types bring Node's along, and with them names into every room that
 * are not there in a browser.
 */
declare module 'papaparse' {
  interface Parser {
    parse(
      text: string,
      baseIndex: number,
      ignoreLastRow: boolean,
    ): { readonly data: readonly (readonly string[])[] }
  }
  const Papa: {
    readonly Parser: new (config: { readonly delimiter: string; readonly newline: string }) => Parser
  }
  export default Papa
}
