export { repositoryContract, type ContractOptions } from './repository-contract.js'
export type { ContractCase, ContractGroup, OptionalMethod, ReadBack, RunningTest } from './contract-case.js'
