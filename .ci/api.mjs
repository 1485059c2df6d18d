/** `npm run api`: writes the public names of every subpath down, as `.ci/api/*.txt`. The gate compares them. */
import { writeApi } from './checks/api.mjs'
import { root } from './tool.mjs'

writeApi(root)
