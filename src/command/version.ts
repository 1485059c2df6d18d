import manifest from '../../package.json' with { type: 'json' }

/** Which version of the package this is, for whoever reports a problem; the build puts it in. */
export const versionLine: string = manifest.version
